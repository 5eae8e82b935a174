/// What a deck file says of itself.
public struct DeckHeader: Hashable, Sendable {
  /// The first part of every schedule key, for instance `alliances`.
  public let id: String
  /// For people.
  public let title: String
  /// BCP 47, for instance `en`.
  public let language: String
  /// The day up to which the deck's facts were checked; nothing is asked beyond it.
  public let checked: Day
  /// Whether it was asked for (its facts are taught) or only included (its entities are known).
  public let isTaught: Bool

  /// What the file's head says.
  public init(id: String, title: String, language: String, checked: Day, isTaught: Bool) {
    self.id = id
    self.title = title
    self.language = language
    self.checked = checked
    self.isTaught = isTaught
  }
}

/// A chapter of a deck, with its share of a course and of a paper.
public struct Topic: Hashable, Sendable {
  /// For `--topic`, for instance `nato`.
  public let id: String
  /// For people.
  public let title: String
  /// Its share, relative to the other topics; positive.
  public let weight: Double
  /// The deck it belongs to, in `Deck.headers`.
  public let deck: Int

  /// A chapter.
  public init(id: String, title: String, weight: Double, deck: Int) {
    self.id = id
    self.title = title
    self.weight = weight
    self.deck = deck
  }
}

/// Where a fact can be read up.
public struct Source: Hashable, Sendable {
  /// Unique in its deck.
  public let id: String
  /// For people.
  public let title: String
  /// Its address; empty for a printed source.
  public let url: String
  /// `official`, `primary`, `reference`, `news`, `academic`, …: official and primary ones are shown first.
  public let type: String

  /// A source.
  public init(id: String, title: String, url: String, type: String) {
    self.id = id
    self.title = title
    self.url = url
    self.type = type
  }

  /// Whether it is an official page or a primary text.
  public var isOfficial: Bool { type == "official" || type == "primary" }
}

/// How far a learner wants to go.
public enum Tier: Int, Sendable, Comparable, CaseIterable {
  /// What an exam surely asks: 100–150 keys.
  case essentials
  /// Up to 400 keys.
  case standard
  /// Everything.
  case complete

  /// The word in decks and on the command line.
  public var word: String { ["essentials", "standard", "complete"][rawValue] }

  /// Smaller tiers come first.
  public static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
}
