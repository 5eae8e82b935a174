internal import Memory
public import Progress

/// A file system in memory that fails when told to, writes short, and knows what a power cut may leave.
///
/// Contents reach the medium by `sync`, names by `syncDirectory`. `crashImages` gives states of the medium
/// that a cut at this moment may leave.
public final class FaultyDisk: Disk {
  /// One file: what programs see, and what has happened to it since it was last on the medium.
  public final class Node {
    /// What programs see.
    public var bytes: [UInt8] = []
    /// What a sync has put on the medium.
    public var durable: [UInt8] = []
    /// Changes since then, in order.
    public var pending: [Change] = []
    var locker: Int32?
    let inode: UInt64
    init(inode: UInt64) { self.inode = inode }

    /// Where and how long the last change was.
    var lastPending: [Int] {
      switch pending.last {
      case .write(let bytes, let offset): [offset, bytes.count]
      case .truncate(let size): [size]
      case nil: []
      }
    }
  }

  /// A change to a file that is not on the medium yet.
  public enum Change {
    /// Bytes written at an offset.
    case write([UInt8], at: Int)
    /// A new size.
    case truncate(Int)
  }

  /// What to do at a call.
  public enum Fault: Equatable, Sendable {
    /// Fail with this number, changing nothing.
    case error(Int32)
    /// Write no more than so many bytes, then fail with the number.
    case short(Int, then: Int32)
    /// Write no more than so many bytes, and report that.
    case partial(Int)
    /// Stop the program here.
    case kill
  }

  /// Names as programs see them.
  public private(set) var names: [String: Node] = [:]
  /// Names as they are on the medium.
  public private(set) var durableNames: [String: Node] = [:]
  /// Names changed since, in order, for images in which some of them have arrived.
  public private(set) var pendingNames: [(name: String, node: Node?)] = []
  /// Links from one path to another.
  public var links: [String: String] = [:]
  /// Called before each call with its name and a running number.
  public var fault: (String, Int) -> Fault? = { _, _ in nil }
  /// Calls so far.
  public private(set) var calls = 0
  /// Names of the calls so far.
  public private(set) var journal: [String] = []
  /// Bytes read and written so far.
  public private(set) var traffic = 0
  /// Whether locks are to be had.
  public var hasLocks = true
  /// Called after every change, for crash images.
  public var afterChange: (FaultyDisk) -> Void = { _ in }

  private var handles: [Int32: (node: Node, mode: OpenMode)] = [:]
  private var nextHandle: Int32 = 3
  private var nextInode: UInt64 = 1
  private var random: SplitMix64
  private var pendingShort: (Int, Int32)?

  /// An empty disk; `seed` makes the ids of events.
  public init(seed: UInt64 = 1) { random = SplitMix64(seed: seed) }

  /// A disk that holds what a power cut left.
  public convenience init(image: [String: [UInt8]], seed: UInt64) {
    self.init(seed: seed)
    for (name, bytes) in image { put(name, bytes) }
  }

  /// Puts a file there, on the medium.
  public func put(_ name: String, _ bytes: [UInt8]) {
    let node = newNode()
    node.bytes = bytes
    node.durable = bytes
    names[name] = node
    durableNames[name] = node
  }

  /// Takes a name away, as another program would.
  public func takeAway(_ name: String) { names[name] = nil }

  /// The bytes of a file.
  public subscript(name: String) -> [UInt8]? { names[name]?.bytes }

  private func newNode() -> Node {
    defer { nextInode += 1 }
    return Node(inode: nextInode)
  }

  private func enter(_ call: String) throws(DiskError) {
    calls += 1
    journal.append(call)
    switch fault(call, calls) {
    case nil: return
    case .error(let code)?: throw DiskError(code: code, words: "fault \(code)")
    case .short(let count, let code)?:
      if call == "read" || call == "write" { pendingShort = (count, code) }
    case .partial(let count)?:
      if call == "read" || call == "write" { pendingShort = (count, 0) }
    case .kill?: throw DiskError(code: Self.killed, words: "killed")
    }
  }

  /// The number of the error that stands for a kill.
  public static let killed: Int32 = 9999

  private func node(_ file: Int32) throws(DiskError) -> Node {
    guard let handle = handles[file] else { throw DiskError(code: 9, words: "bad handle") }
    return handle.node
  }

  /// Opens a file.
  public func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> Int32 {
    try enter("open")
    let path = resolve(path)
    if mode == .create {
      guard names[path] == nil else { throw DiskError(code: 17, words: "File exists") }
      let node = newNode()
      names[path] = node
      pendingNames.append((path, node))
      afterChange(self)
    }
    guard let node = names[path] else { throw DiskError(code: 2, words: "No such file") }
    defer { nextHandle += 1 }
    handles[nextHandle] = (node, mode)
    return nextHandle
  }

  /// Gives a handle back, and its lock.
  public func close(_ file: Int32) {
    if let node = handles[file]?.node, node.locker == file { node.locker = nil }
    handles[file] = nil
  }

  /// What it now is.
  public func status(_ file: Int32) throws(DiskError) -> FileStatus {
    try enter("fstat")
    return status(try node(file))
  }

  /// What it now is.
  public func status(of path: String) throws(DiskError) -> FileStatus? {
    try enter("stat")
    if let node = names[resolve(path)] { return status(node) }
    let isDirectory = path == "/" || path == "." || names.keys.contains { $0.hasPrefix(path + "/") }
    return isDirectory ? FileStatus(device: 1, inode: 0, size: 0, isRegular: false) : nil
  }

  private func status(_ node: Node) -> FileStatus {
    FileStatus(device: 1, inode: node.inode, size: node.bytes.count, isRegular: true)
  }

  /// Reads some bytes.
  public func read(
    _ file: Int32,
    at offset: Int,
    into bytes: inout [UInt8],
    from start: Int,
    count: Int
  ) throws(DiskError) -> Int {
    try enter("read")
    let node = try node(file)
    var available = max(0, min(count, node.bytes.count - offset))
    if let (count, code) = pendingShort {
      pendingShort = nil
      if code != 0 { throw DiskError(code: code, words: "fault \(code)") }
      available = min(available, max(1, count))
    }
    for index in 0..<available { bytes[start + index] = node.bytes[offset + index] }
    traffic += available
    return available
  }

  /// Writes some bytes.
  public func write(_ file: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskError)
    -> Int
  {
    try enter("write")
    let node = try node(file)
    var part = bytes
    var code: Int32 = 0
    if let short = pendingShort {
      pendingShort = nil
      part = bytes.prefix(short.0)
      code = short.1
    }
    if !part.isEmpty {
      Self.apply(.write(Array(part), at: offset), to: &node.bytes)
      node.pending.append(.write(Array(part), at: offset))
      traffic += part.count
      afterChange(self)
    }
    if code != 0 && part.isEmpty { throw DiskError(code: code, words: "fault \(code)") }
    return part.count
  }

  /// Changes the size.
  public func truncate(_ file: Int32, to size: Int) throws(DiskError) {
    try enter("truncate")
    let node = try node(file)
    Self.apply(.truncate(size), to: &node.bytes)
    node.pending.append(.truncate(size))
    afterChange(self)
  }

  /// Waits for the medium.
  public func sync(_ file: Int32) throws(DiskError) {
    try enter("sync")
    let node = try node(file)
    node.durable = node.bytes
    node.pending = []
    afterChange(self)
  }

  /// Waits for the names on the medium.
  public func syncDirectory(_ path: String) throws(DiskError) {
    try enter("syncDirectory")
    durableNames = names
    pendingNames = []
    afterChange(self)
  }

  /// Takes the lock, or not.
  public func lock(_ file: Int32) throws(DiskError) -> LockAnswer {
    try enter("lock")
    guard hasLocks else { return .unsupported }
    let node = try node(file)
    if let locker = node.locker, locker != file { return .busy }
    node.locker = file
    return .taken
  }

  /// Gives another name.
  public func rename(_ from: String, to: String, replacing: Bool) throws(DiskError) {
    try enter("rename")
    guard let node = names[from] else { throw DiskError(code: 2, words: "No such file") }
    if !replacing && names[to] != nil { throw DiskError(code: 17, words: "File exists") }
    names[from] = nil
    names[to] = node
    pendingNames.append((to, node))
    pendingNames.append((from, nil))
    afterChange(self)
  }

  /// Takes a name away.
  public func remove(_ path: String) throws(DiskError) {
    try enter("remove")
    guard names[path] != nil else { throw DiskError(code: 2, words: "No such file") }
    names[path] = nil
    pendingNames.append((path, nil))
    afterChange(self)
  }

  /// Makes a directory for its owner alone.
  public func makeDirectory(_ path: String) throws(DiskError) { try enter("mkdir") }

  /// The names in a directory.
  public func names(in directory: String) throws(DiskError) -> [String] {
    try enter("list")
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    return names.keys.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/") }
      .map { String($0.dropFirst(prefix.count)) }
  }

  /// The path without links.
  public func resolve(_ path: String) -> String { links[path] ?? path }

  /// Random bits for an id.
  public func randomBits() -> UInt64 { random.next() }

  /// A number for everything that decides what a power cut may leave now.
  public var fingerprint: Int {
    var hasher = Hasher()
    for (name, node) in names.sorted(by: { $0.key < $1.key }) {
      hasher.combine(name)
      hasher.combine(node.inode)
    }
    hasher.combine(durableNames.mapValues(\.inode))
    for change in pendingNames {
      hasher.combine(change.name)
      hasher.combine(change.node?.inode)
    }
    let nodes = Array(names.values) + Array(durableNames.values) + pendingNames.compactMap(\.node)
    for node in nodes.sorted(by: { $0.inode < $1.inode }) {
      hasher.combine(node.bytes)
      hasher.combine(node.durable)
      hasher.combine(node.pending.count)
      hasher.combine(node.lastPending)
    }
    return hasher.finalize()
  }

  /// Makes a change to bytes.
  public static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .write(let new, let offset):
      if bytes.count < offset + new.count {
        bytes += [UInt8](repeating: 0, count: offset + new.count - bytes.count)
      }
      bytes.replaceSubrange(offset..<offset + new.count, with: new)
    case .truncate(let size):
      if size < bytes.count {
        bytes.removeLast(bytes.count - size)
      } else {
        bytes += [UInt8](repeating: 0, count: size - bytes.count)
      }
    }
  }
}
