import Deck
import Testing

@testable import Lint

/// What the lint reads in texts.
@Suite struct WordTests {
  @Test(arguments: [
    ("Türkiye", "turkiye"), ("The U.S.–Japan Treaty", "the us japan treaty"),
    ("Côte d’Ivoire", "cote divoire"), ("Kraków & Łódź", "krakow and lodz"), ("  ", ""),
    ("İstanbul", "istanbul"), ("Straße", "strasse"),
  ])
  func foldingLeavesPlainWords(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test func onlyPlainTextCanBeTyped() {
    #expect(Folding.isTypeable("Türkiye"))
    #expect(!Folding.isTypeable("Россия"))
    #expect(!Folding.isTypeable("?"))
  }

  @Test func datesAreFoundAtTheirPrecision() {
    let found = DateText.dates(
      in: "On 4 April 1949, in May 1950, and in 1951; 31 April 1952; march 1953"
    )
    #expect(found.map(\.description) == ["1949-04-04", "1950-05", "1951", "1953"])
  }

  @Test func namesAreTheLongestThatFit() {
    let names = NameIndex(SmallPact.deck())
    let words = Folding.words("Did Belmar join the Northern Pact or Esk, and np?")
    let mentions = names.mentions(in: words)
    #expect(mentions.map(\.name) == ["belmar", "northern pact", "esk"])
    #expect(mentions.map(\.isStub) == [false, false, true])
  }

  @Test func telling() {
    let names = NameIndex(SmallPact.deck())
    #expect(names.isTelling("northern"))
    #expect(!names.isTelling("pact"))
    #expect(!names.isTelling("midland"))
  }

  @Test func numbersAreSaidInDigitsWordsOrRoman() {
    #expect(Numerals.isSaid(5, in: ["article", "v"]))
    #expect(Numerals.isSaid(12, in: ["twelve"]))
    #expect(!Numerals.isSaid(5, in: ["fifty"]))
  }
}
