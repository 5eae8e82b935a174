internal import Glibc

/// A conditional logistic regression over what choices look like, trained by plain gradient ascent: what a
/// clever guesser could learn from half of the bank.
struct SurfaceModel: Sendable {
  private static let rounds = 150
  private static let rate = 0.5
  private static let decay = 1e-3

  private var weights: [Double]

  /// Trains on items whose keys are known.
  init(training items: [BlindItem]) {
    weights = Array(repeating: 0, count: SurfaceFeatures.count)
    let samples = items.map { (SurfaceFeatures.all($0), $0.key) }
    guard !samples.isEmpty else { return }
    for _ in 0..<SurfaceModel.rounds { step(samples) }
  }

  private mutating func step(_ samples: [([[Double]], Int)]) {
    var gradient = Array(repeating: 0.0, count: weights.count)
    for (features, key) in samples {
      let chances = SurfaceModel.softmax(features.map(score))
      for (index, vector) in features.enumerated() {
        let error = (index == key ? 1.0 : 0.0) - chances[index]
        for place in vector.indices { gradient[place] += error * vector[place] }
      }
    }
    for place in weights.indices {
      let slope = gradient[place] / Double(samples.count) - SurfaceModel.decay * weights[place]
      weights[place] += SurfaceModel.rate * slope
    }
  }

  private func score(_ features: [Double]) -> Double {
    var sum = 0.0
    for place in features.indices { sum += weights[place] * features[place] }
    return sum
  }

  private static func softmax(_ scores: [Double]) -> [Double] {
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  /// The choices it would take.
  func picks(_ item: BlindItem) -> [Int] {
    BlindSolver.best(SurfaceFeatures.all(item).map(score))
  }
}

/// What a choice looks like beside its neighbours, in numbers around −1…1.
enum SurfaceFeatures {
  static let count = 14

  static func all(_ item: BlindItem) -> [[Double]] {
    let lengths = centred(item.texts.map { Double($0.count) / 20 })
    let words = centred(item.tokens.map { Double($0.count) / 4 })
    let stem = centred(item.tokens.map { Double($0.intersection(item.stem).count) })
    let others = centred(item.tokens.indices.map { BlindSolver.likeness($0, item.tokens) / 3 })
    let alphabet = ranks(item.texts.map { Folding.fold($0) })
    let values = item.values.isEmpty ? item.texts.map { _ in 0 } : ranks(item.values)
    return item.texts.indices.map { index in
      let text = item.texts[index]
      return [
        lengths[index], abs(lengths[index]), words[index], stem[index], others[index],
        alphabet[index], values[index], values[index] * values[index],
        index == 0 ? 1 : 0, index == item.texts.count - 1 ? 1 : 0,
        flag(text) { $0.isNumber }, flag(text) { $0 == "(" },
        flag(text) { $0.isLetter && !$0.isASCII }, text.hasPrefix("the ") ? 1 : 0,
      ]
    }
  }

  private static func flag(_ text: String, _ test: (Character) -> Bool) -> Double {
    text.contains(where: test) ? 1 : 0
  }

  private static func centred(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.map { $0 - mean }
  }

  /// −1 for the first, 1 for the last.
  private static func ranks<Value: Comparable>(_ values: [Value]) -> [Double] {
    guard values.count > 1 else { return values.map { _ in 0 } }
    return values.map { value in
      let below = values.count { $0 < value }
      return 2 * Double(below) / Double(values.count - 1) - 1
    }
  }
}
