/// What one blind solver reached on one seed.
public struct GuessResult: Sendable {
  /// What the solver goes by.
  public let solver: String
  /// The seed of its ties and of its training half.
  public let seed: UInt64
  /// Items it was tested on.
  public let items: Int
  /// Share of right guesses less what chance gives, −1…1.
  public let advantage: Double
  /// Half the width of the 99 % interval around it.
  public let margin: Double
  /// The chance of so much luck, corrected for the number of solvers and seeds (Holm).
  public internal(set) var pValue: Double

  /// Whether it is better than chance beyond doubt.
  public var isAboveChance: Bool { advantage - margin > 0 && pValue < 0.01 }
}
