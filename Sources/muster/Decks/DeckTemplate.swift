/// The deck that `muster deck new` writes: twenty lines that show each part of the format once.
enum DeckTemplate {
  /// Whether a word can be a deck's id.
  static func isID(_ word: String) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  /// The text of the deck.
  static func text(id: String, checked: String) -> String {
    let title = id.split(separator: "-").joined(separator: " ")
    return #"""
      {"format": "muster-deck", "version": 1, "id": "\#(id)", "title": "\#(title)", "language": "en",
       "checked": "\#(checked)", "note": "The day up to which you checked the facts. A note is for you: it is never shown.",
       "topics": [{"id": "peace", "title": "Treaties of peace", "weight": 1, "note": "A chapter; its weight is its share of a course."}],
       "sources": [{"id": "atlas", "title": "My atlas of history", "type": "book", "note": "Every fact names one. Web pages have a url too."}],
       "types": [{"id": "treaty", "name": "treaty", "plural": "treaties", "note": "What the things in this deck are."}],
       "relations": [{"id": "signed", "subject": ["treaty"], "value": "date", "functional": true, "noun": "signature",
         "note": "What facts say, and how to ask for it: A3 asks for the date, A2 for the treaty, statement is the whole fact.",
         "phrases": {"statement": ["{subject} was signed {when}."],
           "A3": ["{ask} was {subject} signed?"], "A2": ["{which} was signed {when}?"]}}],
       "entities": [{"id": "westphalia", "type": "treaty", "name": "Peace of Westphalia", "the": true, "aliases": ["Westphalia"]},
         {"id": "utrecht", "type": "treaty", "name": "Peace of Utrecht", "the": true, "aliases": ["Utrecht"]},
         {"id": "versailles", "type": "treaty", "name": "Treaty of Versailles", "the": true, "aliases": ["Versailles"]}],
       "facts": [{"id": "westphalia-signed", "relation": "signed", "subject": "westphalia", "value": "1648-10-24", "sources": ["atlas"], "topic": "peace", "tier": "essentials"},
         {"id": "utrecht-signed", "relation": "signed", "subject": "utrecht", "value": "1713-04", "sources": ["atlas"], "topic": "peace", "tier": "essentials", "note": "The month is known, so the month is asked."},
         {"id": "versailles-signed", "relation": "signed", "subject": "versailles", "value": "1919-06-28", "sources": ["atlas"], "topic": "peace", "tier": "essentials"}],
       "cards": [{"id": "hall", "question": "In which hall was the Treaty of Versailles signed?", "answers": ["Hall of Mirrors", "Galerie des Glaces"],
         "distractors": ["Gallery of Battles", "Salon of Hercules"], "topic": "peace", "tier": "essentials", "note": "For what no fact can say: a question, its answers, wrong choices."}],
       "note": "The whole format is told in Decks/README.md. A date is as long as it is exact: 1919, 1919-06 or 1919-06-28."}

      """#
  }
}
