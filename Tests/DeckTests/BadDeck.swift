import Deck
import Testing

/// A small sound deck into which tests put one fragment that is wrong.
struct SmallDeck {
  var topics = #"{"id": "all", "title": "All", "weight": 1}"#
  var sources = #"{"id": "s", "title": "A source", "type": "official"}"#
  var types = #"""
    {"id": "pact", "name": "pact", "plural": "pacts"},
    {"id": "state", "name": "state", "plural": "states"}
    """#
  var relations = #"""
    {"id": "founded", "subject": ["pact"], "value": "date", "functional": true,
     "milestone": "begins"},
    {"id": "ended", "subject": ["pact"], "value": "date", "functional": true, "milestone": "ends"},
    {"id": "member", "subject": ["pact"], "value": ["state"], "dated": true, "roles": [
      {"id": "founder", "name": "founder", "plural": "founders"},
      {"id": "observer", "name": "observer", "plural": "observers", "counts": false}]},
    {"id": "leader", "subject": ["pact"], "value": ["state"], "dated": true, "functional": true},
    {"id": "capital", "subject": ["state"], "value": "text", "functional": true},
    {"id": "resolution", "subject": ["pact"], "value": "number"},
    {"id": "twin", "subject": ["pact"], "value": ["state"], "dated": true, "inverse": "functional"}
    """#
  var entities = #"""
    {"id": "p", "type": "pact", "name": "The Pact"}, {"id": "q", "type": "pact", "name": "Quad"},
    {"id": "x", "type": "state", "name": "Xland"}, {"id": "y", "type": "state", "name": "Yland"}
    """#
  var facts = ""
  var complete = ""
  var disputes = ""
  var cards = ""
  var head = ""

  var text: String {
    #"""
    {"format": "muster-deck", "version": 1, "id": "small", "title": "Small", "language": "en",
    "checked": "2020-06-30", \#(head)
    "topics": [\#(topics)],
    "sources": [\#(sources)],
    "types": [\#(types)],
    "relations": [\#(relations)],
    "entities": [\#(entities)],
    "facts": [\#(facts)],
    "complete": [\#(complete)],
    "disputes": [\#(disputes)],
    "cards": [\#(cards)]}
    """#
  }
}

/// What loading one deck says, as `line:column: sentence`.
func problems(in text: String, include: (String) -> String? = { _ in nil }) -> [String] {
  problems(in: Array(text.utf8), include: include)
}

func problems(in bytes: [UInt8], include: (String) -> String? = { _ in nil }) -> [String] {
  let file = DeckFile(name: "bad.json", bytes: bytes)
  let result = Deck.load([file], includable: ["world.json"]) { name, _ in
    include(name).map { DeckFile(name: name, bytes: Array($0.utf8)) }
  }
  guard case .failure(let problems) = result else { return [] }
  return problems.shown.map {
    ($0.file == "bad.json" ? "" : "\($0.file):") + "\($0.line):\($0.column): \($0.sentence)"
  }
}

/// Expects problems exactly where `▸` stands in the text, in order, and in exactly these words.
func expect(
  _ marked: String,
  says sentences: String...,
  include: (String) -> String? = { _ in nil },
  at location: SourceLocation = #_sourceLocation
) {
  expect(marked, says: sentences, include: include, at: location)
}

/// The same for a fragment that is added to a section of the small deck.
func expect(
  _ section: WritableKeyPath<SmallDeck, String>,
  _ fragment: String,
  says sentences: String...,
  at location: SourceLocation = #_sourceLocation
) {
  var deck = SmallDeck()
  deck[keyPath: section] += (deck[keyPath: section].isEmpty ? "" : ",\n") + fragment
  expect(deck.text, says: sentences, at: location)
}

private func expect(
  _ marked: String,
  says sentences: [String],
  include: (String) -> String? = { _ in nil },
  at location: SourceLocation
) {
  var expected: [String] = []
  var text = ""
  var line = 1
  var column = 1
  for scalar in marked.unicodeScalars {
    if scalar == "▸" {
      let sentence = expected.count < sentences.count ? sentences[expected.count] : "?"
      expected.append("\(line):\(column): \(sentence)")
      continue
    }
    text.unicodeScalars.append(scalar)
    column += 1
    if scalar == "\n" { (line, column) = (line + 1, 1) }
  }
  #expect(expected.count == sentences.count, "a ▸ for each sentence", sourceLocation: location)
  #expect(problems(in: text, include: include) == expected, sourceLocation: location)
}
