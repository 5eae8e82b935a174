internal import Deck
internal import Memory
internal import Quiz

/// Figures about the judge: how long one verdict takes over a lexicon of 5,000 names, against a plain scan
/// by edit distance in the same run, and how long the lexicon takes to build.
func benchJudge() {
  var draws = SplitMix64(seed: 2024)
  let entries = JudgeNames.entries(surfaces: 5_000, using: &draws)
  var lexicon = Lexicon(entries: entries)
  let builds = (0..<20).map { _ in microseconds { lexicon = Lexicon(entries: entries) } }
  print("names                            \(lexicon.count)")
  print("lexicon built (µs), median       \(Int(median(builds)))")
  let judge = Judge(lexicon: lexicon)
  let trials = JudgeNames.trials(entries, count: 20_000, using: &draws)
  var grades: [Verdict.Grade: Int] = [:]
  var times: [Double] = []
  for trial in trials {
    var verdict = Verdict(.wrong, score: 0)
    times.append(microseconds { verdict = judge.verdict(on: trial.answer, typed: trial.typed) })
    grades[verdict.grade, default: 0] += 1
  }
  let keys = entries.flatMap(\.surfaces).map { Array(Fold.key($0).utf16) }
  let scans = trials.prefix(200).map { trial in
    microseconds { _ = nearestByScan(Array(Fold.key(trial.typed).utf16), keys) }
  }
  times.sort()
  let (verdict, scan) = (median(times), median(scans))
  print("one verdict (µs): median         \(rounded(verdict))")
  print("                  99 of 100      \(rounded(times[times.count * 99 / 100]))")
  print("a plain scan (µs): median        \(rounded(scan))")
  print("the scan takes                   \(rounded(scan / verdict)) times as long")
  for grade in Verdict.Grade.allCases { print("\(grade.rawValue): \(grades[grade] ?? 0)") }
}

private func microseconds(_ work: () -> Void) -> Double {
  ContinuousClock().measure(work) / .microseconds(1)
}

private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

/// The smallest distance to any key, by the table of the textbook.
private func nearestByScan(_ typed: [UInt16], _ keys: [[UInt16]]) -> Int {
  keys.reduce(.max) { min($0, tableDistance(typed, $1)) }
}

private func tableDistance(_ left: [UInt16], _ right: [UInt16]) -> Int {
  var older = [Int](repeating: 0, count: right.count + 1)
  var old = Array(0...right.count)
  var new = old
  for row in 1..<(left.count + 1) {
    new[0] = row
    for column in 1..<(right.count + 1) {
      let same = left[row - 1] == right[column - 1]
      var best = min(old[column] + 1, new[column - 1] + 1, old[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
      {
        best = min(best, older[column - 2] + 1)
      }
      new[column] = best
    }
    (older, old, new) = (old, new, older)
  }
  return old[right.count]
}

/// Made-up names that look like names, and answers as people type them.
private enum JudgeNames {
  struct Trial {
    let answer: Answer
    let typed: String
  }

  private static let syllables = [
    "ba", "ber", "bo", "bur", "ca", "cha", "co", "da", "dor", "el", "fa", "ga", "gre", "gui", "ha",
    "ja", "ka", "ki", "la", "ler", "li", "lo", "ma", "mo", "na", "ni", "nor", "pa", "pe", "ra",
    "ri",
    "ro", "sa", "sen", "so", "su", "ta", "ti", "to", "tu", "va", "ve", "vi", "wa", "ya", "za", "zo",
  ]
  private static let frames = ["Republic of ", "Treaty of ", "Kingdom of ", "Operation ", "North "]

  static func entries(surfaces: Int, using draws: inout SplitMix64) -> [Lexicon.Entry] {
    (0..<(surfaces / 2)).map { number in
      let count = Int.random(in: 2...4, using: &draws)
      let stem = (0..<count).map { _ in syllables.randomElement(using: &draws) ?? "" }.joined()
      let name =
        stem.prefix(1).uppercased() + stem.dropFirst() + ["", "ia", "land", "stan"][number % 4]
      return Lexicon.Entry(
        id: "e\(number)",
        type: "state",
        typeName: "state",
        shown: name,
        gloss: "",
        surfaces: [name, frames[number % frames.count] + name]
      )
    }
  }

  /// Right names, slips, other names, slips of other names, and what is no name at all, in equal parts.
  static func trials(_ entries: [Lexicon.Entry], count: Int, using draws: inout SplitMix64)
    -> [Trial]
  {
    (0..<count).compactMap { number in
      guard let own = entries.randomElement(using: &draws),
        let other = entries.randomElement(using: &draws)
      else { return nil }
      let name = (number % 5 < 2 ? own : other).surfaces[number % 2]
      let typed = number % 5 == 4 ? "no such name as \(number)" : name
      return Trial(
        answer: .name(NameAnswer(entity: own.id, shown: own.shown, surfaces: own.surfaces)),
        typed: number % 5 == 1 || number % 5 == 3 ? slip(typed, using: &draws) : typed
      )
    }
  }

  private static func slip(_ text: String, using draws: inout SplitMix64) -> String {
    var letters = Array(text)
    let place = Int.random(in: 1..<letters.count, using: &draws)
    switch Int.random(in: 0..<4, using: &draws) {
    case 0: letters.remove(at: place)
    case 1: letters.insert("e", at: place)
    case 2: letters[place] = "x"
    default: letters.swapAt(place, place - 1)
    }
    return String(letters)
  }
}
