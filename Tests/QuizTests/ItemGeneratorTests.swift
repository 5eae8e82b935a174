import Deck
import Memory
import Testing

@testable import Quiz

@Suite("What the generator asks")
struct ItemGeneratorTests {
  let generator = ItemGenerator(LeagueDeck.deck)
  let bank = ItemGenerator(LeagueDeck.deck).everything()

  func item(_ id: String) throws -> Item { try #require(generator.item(ItemID(id)), "\(id)") }

  @Test("an item is made again from its id, word for word")
  func idsMakeItems() {
    for item in bank.items {
      let again = generator.item(item.id)
      #expect(again?.stem == item.stem && again?.options == item.options, "\(item.id)")
    }
  }

  @Test("ids and stems are unique")
  func unique() {
    #expect(Set(bank.items.map(\.id)).count == bank.items.count)
    #expect(Set(bank.items.map { $0.id.token }).count == bank.items.count)
  }

  @Test("the plain question alone is the first of all questions of a key")
  func plain() {
    for key in generator.course(through: .complete).map(\.key) {
      let first = generator.items(for: key).first
      #expect(generator.plainItem(for: key)?.id == first?.id, "\(key)")
    }
  }

  @Test("a word is held by the texts whose words, split, contain it, and by no other")
  func holding() {
    let texts = [
      "", "a", "NATO", "the Warsaw Pact", "F-16, 2001", "Côte d'Ivoire", "Ivoire", "war saw",
      "-war-",
    ]
    let words = Set(texts.flatMap(Tokens.split)).union([
      "", "wars", "warsaw", "pac", "d", "16", "cote",
    ])
    for text in texts {
      for word in words {
        #expect(Tokens.holds(text, word) == Tokens.split(text).contains(word), "\(text): \(word)")
      }
    }
  }

  @Test("a choice has three different options, one of them the key")
  func options() {
    for item in bank.items where item.isChoosable {
      #expect(Set(item.options.map(\.text)).count == item.options.count, "\(item.id)")
      #expect(item.options.count(where: \.isKey) == 1, "\(item.id)")
      #expect(item.options.allSatisfy { $0.isKey == $0.because.isEmpty || item.kind == "card" })
    }
  }

  @Test("every item is complete: a question, an explanation, sources, three hints, no empty slot")
  func complete() {
    for item in bank.items {
      #expect(!item.stem.contains("{") && !item.stem.contains("  "), "\(item.stem)")
      #expect(item.stem.hasSuffix("?") || item.stem.contains("____"), "\(item.stem)")
      #expect(!item.explanation.isEmpty && !item.sources.isEmpty && !item.proof.isEmpty)
      #expect(item.isTypeable ? item.hints.count == 3 : item.isChoosable, "\(item.id)")
    }
  }

  @Test("no stem or hint holds the key")
  func noLeaks() {
    for item in bank.items where item.kind != "card" {
      guard case .name(let answer) = item.answer else { continue }
      for text in [item.stem] + item.hints {
        for surface in answer.surfaces {
          let words = Tokens.split(surface)
          #expect(!Tokens.contains(Tokens.split(text), words), "\(item.id): \(text)")
        }
      }
    }
  }

  @Test("numbers and dates stand in ascending order")
  func ascending() {
    for item in bank.items {
      for (left, right) in zip(item.options, item.options.dropFirst()) {
        #expect(!right.isBelow(left), "\(item.id)")
      }
    }
  }

  @Test("the same deck and seed give the same bank, another seed other words and the same ids")
  func deterministic() {
    let again = ItemGenerator(LeagueDeck.deck).everything()
    #expect(again.items.map(\.stem) == bank.items.map(\.stem))
    #expect(again.items.map(\.options) == bank.items.map(\.options))
    let other = ItemGenerator(LeagueDeck.deck, seed: 7).everything()
    #expect(other.items.map(\.id) == bank.items.map(\.id))
    #expect(other.items.map(\.options) != bank.items.map(\.options))
  }

  @Test("a course has no key twice, and the plain direction first")
  func course() throws {
    let keys = generator.course(through: .complete)
    #expect(Set(keys.map(\.key)).count == keys.count)
    let forward = try #require(keys.firstIndex { $0.key.text == "league/nl.f/forward" })
    let reverse = try #require(keys.firstIndex { $0.key.text == "league/nl.f/reverse" })
    #expect(forward < reverse)
    let essentials = generator.course(through: .essentials).map(\.key.text)
    #expect(
      essentials == [
        "league/nl.f/forward", "league/nl.f/reverse", "league/sl.f/forward",
        "league/sl.f/reverse", "league/sl.e/forward", "league/sl.e/reverse", "league/c1/card",
      ]
    )
    #expect(generator.course(through: .essentials, topics: ["north"]).count == 2)
  }

  @Test("what cannot be proved is refused, and says why")
  func refusals() {
    func reason(_ key: String, _ kind: String) -> String? {
      bank.rejections.first { $0.key.text == key && $0.kind == kind }?.reason
    }
    #expect(reason("league/m.nl.a/reverse", "B4") == "not unique: also Borland")
    #expect(reason("league/m.sl.g/forward", "B3") == "not unique: 2 rows of the pair")
    #expect(
      reason("league/mid.member/count", "A6")
        == "no completeness assertion covers it: member of mid"
    )
    #expect(
      reason("league/ab1/reverse", "A5") == nil,
      "the abbreviation in the stem is no leak where its words are asked for"
    )
  }

  @Test("a name is that of the time asked about, with today's beside it")
  func formerNames() throws {
    let item = try item("league/m.nl.e/forward/B3")
    #expect(item.stem == "On what date did Old Erland (today Erland) join Northern League?")
  }

  @Test("what no list makes sure is asked of this course only")
  func courseScope() throws {
    #expect(
      try item("league/nl.f/reverse/A2").stem
        == "Which league in this course was founded on 2 March 1950?"
    )
    #expect(
      try item("league/m.nl.d/reverse/B4").stem
        == "Which state joined Northern League on 9 April 1961?"
    )
  }

  @Test("the explanation is the fact with its date, and the author's remark")
  func explanation() throws {
    #expect(
      try item("league/nl.f/forward/A1").explanation
        == "Northern League was founded on 2 March 1950. The chronicle calls it the spring treaty."
    )
    #expect(try item("league/nl.f/forward/A1").sources == ["s2", "s1"])
  }
}
