internal import Glibc

/// The few statistics that the lint needs, in plain arithmetic.
enum Statistics {
  /// The one-sided upper bound of a proportion (Clopper and Pearson, Biometrika 26, 1934): the largest rate
  /// at which so few hits still have probability `alpha`.
  static func upperBound(_ hits: Int, of trials: Int, alpha: Double) -> Double {
    guard trials > 0, hits < trials else { return trials > 0 ? 1 : 0 }
    var low = Double(hits) / Double(trials)
    var high = 1.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if cumulative(hits, trials, middle) > alpha { low = middle } else { high = middle }
    }
    return high
  }

  /// P(X ≤ hits) for a binomial, summed in logarithms.
  private static func cumulative(_ hits: Int, _ trials: Int, _ rate: Double) -> Double {
    guard rate > 0 else { return 1 }
    guard rate < 1 else { return 0 }
    var term = Double(trials) * log1p(-rate)
    var sum = exp(term)
    for hit in 0..<hits {
      term += log(Double(trials - hit) / Double(hit + 1)) + log(rate / (1 - rate))
      sum += exp(term)
    }
    return min(1, sum)
  }

  /// The upper tail of χ² (regularised incomplete gamma function, Abramowitz and Stegun 26.4 and 6.5).
  static func chiSquareTail(_ value: Double, freedom: Int) -> Double {
    guard value > 0, freedom > 0 else { return 1 }
    let half = Double(freedom) / 2
    return min(1, max(0, 1 - lowerGamma(half, value / 2)))
  }

  /// The series for P(a, x); good enough up to the values at which the tail vanishes.
  private static func lowerGamma(_ shape: Double, _ value: Double) -> Double {
    guard value < shape + 200 else { return 1 }
    var term = 1 / shape
    var sum = term
    var step = shape
    while term > sum * 1e-15 {
      step += 1
      term *= value / step
      sum += term
    }
    return sum * exp(-value + shape * log(value) - logGamma(shape))
  }

  /// log Γ for multiples of ½, from Γ(½) = √π.
  private static func logGamma(_ shape: Double) -> Double {
    var argument = shape
    var sum = 0.0
    while argument > 1 {
      argument -= 1
      sum += log(argument)
    }
    return argument < 0.75 ? sum + 0.572_364_942_924_700_1 : sum
  }

  /// The two-sided 99 % point of the normal distribution.
  static let normal99 = 2.575_829_303_548_901

  /// The upper tail of the standard normal distribution (Abramowitz and Stegun 7.1.26, error below 1.5e-7).
  static func normalTail(_ value: Double) -> Double {
    let argument = abs(value) / 2.0.squareRoot()
    let step = 1 / (1 + 0.327_591_1 * argument)
    let coefficients = [
      0.254_829_592, -0.284_496_736, 1.421_413_741, -1.453_152_027, 1.061_405_429,
    ]
    let polynomial = coefficients.reversed().reduce(0) { ($0 + $1) * step }
    let tail = polynomial * exp(-argument * argument) / 2
    return value >= 0 ? tail : 1 - tail
  }

  /// Holm's step-down adjustment of p-values (Scandinavian Journal of Statistics 6, 1979).
  static func holm(_ values: [Double]) -> [Double] {
    var adjusted = values
    var running = 0.0
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      running = max(running, min(1, values[index] * Double(values.count - rank)))
      adjusted[index] = running
    }
    return adjusted
  }
}
