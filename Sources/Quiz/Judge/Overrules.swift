/// How often learners overrule the judge, and what they say was right: the honest measure of a judge, and
/// candidates for the aliases of a deck.
public struct Overrules: Sendable {
  /// An answer that was judged wrong and that the learner says was right.
  public struct Candidate: Hashable, Sendable {
    /// The question's id.
    public let item: String
    /// As it was typed.
    public let typed: String
    /// How often.
    public let count: Int

    /// A candidate.
    public init(item: String, typed: String, count: Int) {
      self.item = item
      self.typed = typed
      self.count = count
    }
  }

  /// How many typed answers were judged.
  public private(set) var judged = 0
  /// How many of these verdicts were overruled, either way.
  public private(set) var overruled = 0
  private var counts: [String: [String: Int]] = [:]

  /// Nothing judged yet.
  public init() {}

  /// The share of verdicts overruled, 0…1; 0 where nothing was judged.
  public var rate: Double { judged == 0 ? 0 : Double(overruled) / Double(judged) }

  /// Counts one typed answer that stands.
  ///
  /// - Parameters:
  ///   - item: the question's id.
  ///   - typed: what was typed; an empty answer is nobody's alias.
  ///   - verdict: the verdict that stands: the learner's where it was overruled.
  ///   - before: the judge's verdict where it was overruled, else nil.
  public mutating func add(item: String, typed: String, verdict: String, before: String?) {
    judged += 1
    guard before != nil else { return }
    overruled += 1
    guard verdict == Verdict.Grade.right.rawValue, !Fold.key(typed).isEmpty else { return }
    counts[item, default: [:]][typed, default: 0] += 1
  }

  /// What may be missing from a deck, the most frequent first, otherwise by id and text.
  public var candidates: [Candidate] {
    counts.flatMap { item, texts in
      texts.map { Candidate(item: item, typed: $0.key, count: $0.value) }
    }.sorted { left, right in
      (right.count, left.item, left.typed) < (left.count, right.item, right.typed)
    }
  }
}
