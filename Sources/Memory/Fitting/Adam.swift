internal import Glibc

/// Adam (Kingma and Ba 2015) with a step length that falls along half a cosine.
struct Adam {
  private let recipe: Recipe
  private let steps: Double
  private var first: [Double]
  private var second: [Double]
  private var time = 0

  /// For so many weights and steps.
  init(_ recipe: Recipe, weights: Int, steps: Int) {
    self.recipe = recipe
    self.steps = Double(steps)
    first = [Double](repeating: 0, count: weights)
    second = first
  }

  /// Moves the weights one step against the gradient.
  mutating func step(_ weights: inout [Double], gradient: [Double]) {
    let rate = recipe.learningRate * 0.5 * (1 + cos(.pi * Double(time) / steps))
    time += 1
    let (slow, fast) = recipe.betas
    let firstScale = 1 / (1 - pow(slow, Double(time)))
    let secondScale = 1 / (1 - pow(fast, Double(time)))
    for index in weights.indices {
      first[index] = slow * first[index] + (1 - slow) * gradient[index]
      second[index] = fast * second[index] + (1 - fast) * gradient[index] * gradient[index]
      let size = (second[index] * secondScale).squareRoot() + 1e-8
      weights[index] -= rate * first[index] * firstScale / size
    }
  }
}
