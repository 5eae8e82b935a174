internal import Deck

/// What the judge finds, before it is put into words.
enum Finding: Equatable {
  case right
  /// Right but for a slip; what it should have been.
  case close(Correction)
  case again(Doubt)
  case wrong(Error)
  /// A part of a list or an order, 0…1.
  case partly(Double, Error?)

  /// What an answer with a slip should have been.
  enum Correction: Equatable {
    /// How the name is written.
    case spelling(String)
    /// The date or number in full.
    case inFull(String)
  }

  /// Why there is no verdict yet.
  enum Doubt: Equatable {
    /// A name that several things have, or a part of a name.
    case unspecific
    /// Right in another form than the one wanted.
    case otherForm
    /// As near to another name, or too short to be mended.
    case unclear
    /// A name that nothing in use has, where others than those may be right.
    case unknown
    /// More than one answer.
    case hedged
    /// Day and month may be the other way round.
    case dayOrMonth
    /// A more exact date is wanted.
    case coarse(String)
    /// The other end of the range is wanted.
    case oneEnd
    /// One of several in a list is in doubt: as it was typed.
    case inList(String)
  }

  /// In what way it is wrong.
  enum Error: Equatable {
    case skipped
    /// Names another entity, in `Lexicon.entries`; whether it was spelt right.
    case entity(Int)
    /// The name of the same entity at another time, in `Lexicon.entries`.
    case formerName(Int)
    case hedged
    /// Another date: every way to read it that has a year.
    case date([PartialDate])
    /// Another number.
    case number(Int)
    case other
  }

  /// Whether it counts as right.
  var isRecall: Bool {
    switch self {
    case .right, .close: true
    default: false
    }
  }
}
