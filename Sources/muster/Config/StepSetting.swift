/// The settings of the short repetitions: "1m,10m".
extension Setting {
  static let steps: [Setting] = [
    Setting(
      key: "learning-steps",
      about: "when a new item is repeated",
      values: stepValues,
      read: { words($0.learningSteps) },
      apply: { text, old in seconds(text).map { steps in with(old) { $0.learningSteps = steps } } }
    ),
    Setting(
      key: "relearning-steps",
      about: "when a forgotten item is repeated",
      values: stepValues,
      read: { words($0.relearningSteps) },
      apply: { text, old in seconds(text).map { steps in with(old) { $0.relearningSteps = steps } }
      }
    ),
  ]

  private static let stepValues =
    "up to ten times such as 30s,10m,2h, each longer than the one before, at most 20h, or none"

  private static let units: [(letter: Character, seconds: Int)] = [
    ("h", 3600), ("m", 60), ("s", 1),
  ]

  private static func words(_ steps: [Int]) -> String {
    let words = steps.map { step in
      let unit = units.first { step % $0.seconds == 0 } ?? ("s", 1)
      return "\(step / unit.seconds)\(unit.letter)"
    }
    return words.isEmpty ? "none" : words.joined(separator: ",")
  }

  private static func seconds(_ text: String) -> [Int]? {
    if text == "none" { return [] }
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let steps = words.compactMap { word -> Int? in
      let plain = word.filter { $0 != " " }
      guard let unit = units.first(where: { plain.last == $0.letter }),
        let count = Int(plain.dropLast()), (1...72_000).contains(count)
      else { return nil }
      return count * unit.seconds
    }
    let isRising = zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 }
    guard steps.count == words.count, steps.count <= 10, isRising,
      steps.allSatisfy({ $0 <= 72_000 })
    else { return nil }
    return steps
  }
}
