import JSON
import Memory
import Progress
import Support
import Testing

/// Every state that a power cut may leave: any part of what was written since the last sync, in any order,
/// torn at any sector; names in any order too.
///
/// Sectors are 32 bytes here, so that one event spans many.
struct CrashImages {
  static let sector = 32

  /// States of all files, at this moment.
  static func of(_ disk: FaultyDisk) -> [[String: [UInt8]]] {
    var images: [[String: [UInt8]]] = []
    for names in nameStates(disk) {
      for image in contents(names) { images.append(image) }
    }
    return images
  }

  /// Names as on the medium, and with any one or a beginning of the changes since.
  private static func nameStates(_ disk: FaultyDisk) -> [[String: FaultyDisk.Node]] {
    var states = [disk.durableNames]
    var state = disk.durableNames
    for change in disk.pendingNames {
      var single = disk.durableNames
      single[change.name] = change.node
      state[change.name] = change.node
      states += [single, state]
    }
    return states
  }

  /// One file at a time in each of its states, the others as programs see them or as on the medium.
  private static func contents(_ names: [String: FaultyDisk.Node]) -> [[String: [UInt8]]] {
    var images = [names.mapValues(\.durable), names.mapValues(\.bytes)]
    for (name, node) in names where !node.pending.isEmpty {
      for state in states(node) {
        var image = names.mapValues(\.durable)
        image[name] = state
        images.append(image)
      }
    }
    return images
  }

  /// The newest version, and its mixtures with the one before and with the one on the medium; those of
  /// earlier versions were tried when they were the newest.
  private static func states(_ node: FaultyDisk.Node) -> [[UInt8]] {
    var before = node.durable
    for change in node.pending.dropLast() { FaultyDisk.apply(change, to: &before) }
    var states = torn(before, node.bytes)
    if node.pending.count > 1 { states += torn(node.durable, node.bytes) }
    return states
  }

  /// Sectors of which some are old and some new, the file as long as before, as after, or as the last new one.
  private static func torn(_ old: [UInt8], _ new: [UInt8]) -> [[UInt8]] {
    let length = max(old.count, new.count)
    let oldPadded = padded(old, length)
    let newPadded = padded(new, length)
    let changed = stride(from: 0, to: length, by: sector).map { $0..<min(length, $0 + sector) }
      .filter { oldPadded[$0] != newPadded[$0] }
    return masks(changed.count).flatMap { mask -> [[UInt8]] in
      var mixed = oldPadded
      var last = min(old.count, new.count)
      for (index, range) in changed.enumerated() where mask & (1 << index) != 0 {
        mixed.replaceSubrange(range, with: newPadded[range])
        last = max(last, min(new.count, range.upperBound))
      }
      return Set([old.count, new.count, last]).map { Array(mixed.prefix($0)) }
    }
  }

  /// What lies beyond the end of a file is zero.
  private static func padded(_ bytes: [UInt8], _ length: Int) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: length - bytes.count)
  }

  /// All subsets of few sectors; of many: each beginning, each end, each one alone and each one missing.
  private static func masks(_ count: Int) -> [Int] {
    let all: Int = (1 << count) - 1
    if count <= 6 { return Array(0...all) }
    return (0..<count).flatMap { part -> [Int] in
      let alone: Int = 1 << part
      let beginning: Int = alone - 1
      return [alone, all & ~alone, beginning, all & ~beginning]
    }
  }
}

/// What the programs of a crash test were told, and what they tried.
final class Witness {
  /// An image, and what must be in it.
  struct Seen: Hashable {
    var image: [String: [UInt8]]
    var acknowledged: Set<UInt64>
  }

  /// Ids that were acknowledged.
  var acknowledged: Set<UInt64> = []
  /// What was tried, by the typed text, which is different for each.
  var attempted: Set<String> = []
  /// Images seen, so that none is tried twice.
  var seen: Set<Seen> = []
  var images = 0
  /// States of the disk whose images have been tried.
  var states: Set<[Int]> = []

  /// Whether the images of this state have still to be tried.
  func isNew(_ disk: FaultyDisk) -> Bool {
    states.insert([disk.fingerprint, acknowledged.hashValue]).inserted
  }

  /// Checks an image as the next start, and the one after it, would find it.
  func check(_ image: [String: [UInt8]], _ label: String) throws {
    images += 1
    guard seen.insert(Seen(image: image, acknowledged: acknowledged)).inserted else { return }
    let disk = FaultyDisk(image: image, seed: 99)
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    let ids = Array(opened.loaded.reviewIDs)
    #expect(Set(ids).count == ids.count, "\(label): an answer twice")
    let shown = String(decoding: image[path] ?? [], as: UTF8.self)
    #expect(acknowledged.isSubset(of: ids), "\(label): an acknowledged answer is lost: \(shown)")
    #expect(isStrictJSON(disk[path]), "\(label): not JSON after the next start")
    for finding in opened.loaded.findings where finding.isDamage {
      let original = try #require(image[path])
      let isKept = disk.names.contains {
        $0.key.contains(".damaged-") && $0.value.bytes == original
      }
      #expect(isKept, "\(label): \(finding) has no copy")
    }
    try opened.file.append(NewEvent(review(999)))
    opened.file.close()
    try checkContents(disk, ids.count + 1, label)
  }

  private func checkContents(_ disk: FaultyDisk, _ count: Int, _ label: String) throws {
    let log = try EventLog(path, disk: disk, now: start)
    #expect(log.loaded.findings.filter(\.isDamage) == [], "\(label): damage after the next start")
    #expect(log.loaded.history.count == count, "\(label): the next answer is missing")
    try log.forEach { node, _ in
      guard let event = Event(node), let review = event.review else { return }
      let isKnown = attempted.contains(review.typed) || review.typed == Self.last
      #expect(isKnown, "\(label): an answer nobody gave")
    }
    log.close()
  }

  private static let last = review(999).typed
}

/// Runs one operation under every fault.
struct Crash {
  let operation: CrashTests.Operation

  init(_ operation: CrashTests.Operation) { self.operation = operation }

  func run() throws -> (tried: Int, different: Int) {
    let calls = try once(nil).disk.calls
    var tried = 0
    var seen: Set<Witness.Seen> = []
    var states: Set<[Int]> = []
    func run(_ fault: FaultyDisk.Fault?, at call: Int, isForGood: Bool) throws {
      let witness = try once(fault.map { ($0, call, isForGood) }, seen: seen, states: states)
        .witness
      tried += witness.images
      seen = witness.seen
      states = witness.states
    }
    try run(nil, at: 0, isForGood: false)
    for call in 1...calls {
      for fault in [.error(5), .error(28), .short(7, then: 28), .error(4)] as [FaultyDisk.Fault] {
        try run(fault, at: call, isForGood: false)
      }
      for fault in [.error(5), .error(28), .partial(50), .kill] as [FaultyDisk.Fault] {
        try run(fault, at: call, isForGood: true)
      }
    }
    return (tried, seen.count)
  }

  /// Prepares a disk, runs the operation on it with a fault from some call on, and tries the images.
  private func once(
    _ fault: (kind: FaultyDisk.Fault, call: Int, isForGood: Bool)?,
    seen: Set<Witness.Seen> = [],
    states: Set<[Int]> = []
  ) throws -> (disk: FaultyDisk, witness: Witness) {
    let prepared = FaultyDisk()
    try operation.prepare(prepared)
    let disk = FaultyDisk(image: prepared.names.mapValues(\.bytes), seed: 5)
    let witness = try Witness(prepared)
    witness.seen = seen
    witness.states = states
    var failures: [any Error] = []
    disk.fault = { _, number in
      guard let fault, number >= fault.call else { return nil }
      return fault.isForGood || number == fault.call ? fault.kind : nil
    }
    let label = "\(operation.name), \(fault.map { "\($0)" } ?? "no fault")"
    disk.afterChange = { disk in
      // Up to the fault, all is as it was without it, and has been tried.
      if disk.calls < fault?.call ?? 0 || !witness.isNew(disk) { return }
      for image in CrashImages.of(disk) {
        do { try witness.check(image, label) } catch { failures.append(error) }
      }
    }
    do { try operation.run(disk, witness) } catch is ProgressError {}
    disk.afterChange = { _ in }
    // A program that was not killed goes on, and ends: what it leaves is looked at too.
    if witness.isNew(disk) {
      for image in CrashImages.of(disk) { try witness.check(image, label) }
    }
    for error in failures { Issue.record(error, "\(label)") }
    return (disk, witness)
  }
}

extension Witness {
  /// Knows what a disk says that was prepared without faults.
  convenience init(_ disk: FaultyDisk) throws {
    self.init()
    guard disk[path] != nil else { return }
    let log = try EventLog(path, disk: disk, now: start)
    acknowledged = Set(log.loaded.reviewIDs)
    attempted = Set((0..<20).map { review($0).typed })
  }
}
