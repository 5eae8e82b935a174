/// What part of the grid to play.
struct ExamBenchOptions: Sendable {
  var cells = ExamCell.all
  var learners = ExamLearner.allCases
  var policies = ExamPolicy.all
  var seeds = 20
  var threads = 2

  static let usage = """
    usage: Bench exam table
      --cells 400/30/20,150/7/10   cards/days/minutes; the whole grid unless told
      --learners fsrs-6,act-r      fsrs-6, fsrs-6-wrong, fsrs-7, fsrs-7-wrong, act-r
      --policies greedy,priced+g   usual, unlimited, cyclic, lowest, greedy, priced; +g with guard
      --seeds 20 --threads 2
    """

  init(_ words: ArraySlice<String>) {
    var words = words
    while let name = words.popFirst(), let value = words.popFirst() {
      let parts = value.split(separator: ",").map(String.init)
      switch name {
      case "--cells": cells = parts.compactMap { ExamCell($0) }
      case "--learners": learners = parts.compactMap { ExamLearner(rawValue: $0) }
      case "--policies":
        policies = ExamPolicy.all.filter { parts.contains("\($0)") }
      case "--seeds": seeds = max(1, Int(value) ?? seeds)
      case "--threads": threads = max(1, Int(value) ?? threads)
      default: print(Self.usage)
      }
    }
  }

  /// The most days of any cell.
  var longest: Int { cells.map(\.days).max() ?? 1 }
}
