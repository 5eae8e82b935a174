internal import Glibc

/// A grid over stability (log-spaced) and difficulty, with bilinear interpolation, for value functions.
struct StateGrid: Sendable {
  static let stabilities = 36
  static let difficulties = 10
  static let lowest = 0.02
  static let highest = 3000.0
  static var count: Int { stabilities * difficulties }

  /// Where a state lies between four cells: the lower cell and the shares of the upper ones.
  struct Place: Sendable {
    let cell: Int32
    let stabilityShare: Float
    let difficultyShare: Float
  }

  private static let low = log(lowest)
  private static let step = (log(highest) - log(lowest)) / Double(stabilities - 1)

  /// The state at the middle of a cell.
  static func state(_ cell: Int) -> MemoryState {
    let stability = exp(low + step * Double(cell / difficulties))
    return MemoryState(
      stability: stability,
      stabilityFast: 0.8 * stability,
      difficulty: Double(cell % difficulties + 1)
    )
  }

  /// Where a state lies; states outside lie on the edge.
  static func place(_ state: MemoryState) -> Place {
    let across = min(max((log(state.stability) - low) / step, 0), Double(stabilities - 1))
    let along = min(max(state.difficulty - 1, 0), Double(difficulties - 1))
    let row = min(Int(across), stabilities - 2)
    let column = min(Int(along), difficulties - 2)
    return Place(
      cell: Int32(row * difficulties + column),
      stabilityShare: Float(across - Double(row)),
      difficultyShare: Float(along - Double(column))
    )
  }

  /// The value at a place of a table of cells that begins at `base`.
  @inline(__always)
  static func value(_ table: [Float], _ base: Int, _ place: Place) -> Float {
    let at = base + Int(place.cell)
    let left = table[at] + place.difficultyShare * (table[at + 1] - table[at])
    let next = at + difficulties
    let right = table[next] + place.difficultyShare * (table[next + 1] - table[next])
    return left + place.stabilityShare * (right - left)
  }
}
