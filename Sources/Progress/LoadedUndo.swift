internal import JSON
internal import Memory

/// An event that an undo is about.
public struct UndoTarget: Hashable, Sendable {
  /// What the undo names.
  public var id: EventID
  /// The question it is about, for people.
  public var item: String
}

extension Loaded {
  /// The last answers that hold, the last first.
  public func reviewsLast(_ count: Int) -> [UndoTarget] {
    var targets: [UndoTarget] = []
    for index in reviewIDs.indices.reversed() where targets.count < count {
      if history[index].flags.contains(.removed) { continue }
      targets.append(target(index, undoing: EventID(bits: reviewIDs[index])))
    }
    return targets
  }

  /// The undos by which the answers undone last were taken back: undoing them gives the answers back.
  ///
  /// Where two machines undid the same answer, both undos are among them.
  public func undoneLast(_ count: Int) -> [UndoTarget] {
    let positions = Dictionary(uniqueKeysWithValues: zip(reviewIDs, reviewIDs.indices))
    var targets: [UndoTarget] = []
    var answers: Set<Int> = []
    for undo in undos.reversed() where !undone.contains(undo.id) {
      guard let of = undo["of"]?.string, let index = positions[EventID(of).bits] else { continue }
      if answers.count == count && !answers.contains(index) { continue }
      answers.insert(index)
      targets.append(target(index, undoing: undo.id))
    }
    return targets
  }

  /// The last suspensions that hold, the last first.
  public func suspendedLast(_ count: Int) -> [UndoTarget] {
    events.filter { $0.kind == "suspend" }.suffix(count).reversed()
      .map { UndoTarget(id: $0.id, item: $0["key"]?.string ?? "") }
  }

  private func target(_ index: Int, undoing id: EventID) -> UndoTarget {
    UndoTarget(id: id, item: history.item(history[index].item).text)
  }
}
