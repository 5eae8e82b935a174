import Foundation
import Testing

@testable import Memory

/// The reference vectors, read once.
struct Vectors: Decodable {
  struct Step: Decodable {
    var rating: Int
    var elapsed_days: Double?
    var elapsed_seconds: Double
    var retrievability_before: Double?
    var fast_recall_before: Double?
    var stability: Double
    var stability_fast: Double?
    var difficulty: Double
    var retrievability_after_1d: Double?
    var retrievability_after_10min: Double?
    var interval_raw: [String: Double]?
    var state: String?
    var step: Int?
    var due_in_seconds: Double?
  }
  struct Sequence: Decodable {
    var id: String
    var parameters: [Double]
    var steps: [Step]
    var learning_steps: [Int]?
    var relearning_steps: [Int]?
    var desired_retention: Double?
    var maximum_interval: Int?
  }
  struct FuzzRow: Decodable {
    var interval, min, max: Int
  }
  var fsrs6: [Sequence]
  var fsrs7: [Sequence]
  var scheduler6: [Sequence]
  var fuzz_ranges: [FuzzRow]

  static func load() throws -> Vectors {
    let url = Bundle.module.url(forResource: "fsrs", withExtension: "json", subdirectory: "Vectors")
    let data = try Data(contentsOf: try #require(url))
    return try JSONDecoder().decode(Vectors.self, from: data)
  }
}

/// The relative difference of two numbers.
func relative(_ left: Double, _ right: Double) -> Double {
  left == right ? 0 : abs(left - right) / max(abs(left), abs(right))
}
