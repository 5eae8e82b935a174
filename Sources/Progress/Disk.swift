/// The few calls on files that the progress file needs; tests replace them by a disk that fails.
///
/// Calls do exactly one thing and may do it in part, as the system's do; finishing a short write or an
/// interrupted call is the caller's affair (see `DiskFinishing`).
public protocol Disk: AnyObject {
  /// Opens a file. Never truncates, never waits for a device, follows symbolic links.
  func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> Int32
  /// Gives a handle back, and the lock with it. Never fails.
  func close(_ file: Int32)
  /// What the handle now refers to.
  func status(_ file: Int32) throws(DiskError) -> FileStatus
  /// What the path now refers to, links followed; nil where there is nothing.
  func status(of path: String) throws(DiskError) -> FileStatus?
  /// Reads up to `count` bytes at `offset` to `bytes[start...]`; 0 at the end of the file.
  func read(_ file: Int32, at offset: Int, into bytes: inout [UInt8], from start: Int, count: Int)
    throws(DiskError) -> Int
  /// Writes some of `bytes` at `offset` and answers how many.
  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskError) -> Int
  /// Cuts or extends the file.
  func truncate(_ file: Int32, to size: Int) throws(DiskError)
  /// Returns when contents and size are on the medium.
  func sync(_ file: Int32) throws(DiskError)
  /// Returns when the names in the directory are on the medium.
  func syncDirectory(_ path: String) throws(DiskError)
  /// Takes the one lock on the file without waiting.
  func lock(_ file: Int32) throws(DiskError) -> LockAnswer
  /// Gives a file another name; `replacing` false fails with EEXIST where the new name is taken.
  func rename(_ from: String, to: String, replacing: Bool) throws(DiskError)
  /// Takes a name away.
  func remove(_ path: String) throws(DiskError)
  /// Makes one directory, for its owner alone; nothing happens where there is one.
  func makeDirectory(_ path: String) throws(DiskError)
  /// The names in a directory, in no order.
  func names(in directory: String) throws(DiskError) -> [String]
  /// The path without symbolic links; the path itself where there is no such file.
  func resolve(_ path: String) -> String
  /// Random bits for the ids of events: never repeated, whatever `--seed` says.
  func randomBits() -> UInt64
}

/// How a file is opened.
public enum OpenMode: Sendable {
  /// For reading alone.
  case read
  /// For reading and writing a file that is there.
  case write
  /// A new file (mode 0600), which must not be there.
  case create
}

/// What became of the wish for a lock.
public enum LockAnswer: Sendable {
  /// Ours until the handle is closed or the program ends, however it ends.
  case taken
  /// Another program has it.
  case busy
  /// This file system has no locks.
  case unsupported
}

/// Which file it is, and how long.
public struct FileStatus: Hashable, Sendable {
  /// The device it lies on.
  public var device: UInt64
  /// Its number there.
  public var inode: UInt64
  /// Bytes.
  public var size: Int
  /// Whether it is an ordinary file, not a directory, pipe or device.
  public var isRegular: Bool

  /// Names all parts.
  public init(device: UInt64, inode: UInt64, size: Int, isRegular: Bool) {
    self.device = device
    self.inode = inode
    self.size = size
    self.isRegular = isRegular
  }

  /// Whether both are the same file.
  public func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// A call that failed: the system's number for why, and its words.
public struct DiskError: Error, Hashable, Sendable {
  /// `errno`.
  public var code: Int32
  /// The system's words, for instance `No space left on device`.
  public var words: String

  /// Names number and words.
  public init(code: Int32, words: String) {
    self.code = code
    self.words = words
  }
}
