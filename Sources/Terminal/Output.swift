internal import Glibc

/// Text on its way to a descriptor, gathered and written whole.
///
/// Nobody to read it any more (a closed pipe, a terminal that has gone) is no error: what follows is
/// dropped and `isClosed` tells. Other failures are kept in `failure`.
public final class Output {
  /// Whether the reader has gone.
  public private(set) var isClosed = false
  /// The number of the system's error that ended writing, for instance that the disk is full.
  public private(set) var failure: Int32?

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Text for a descriptor, by default standard output.
  public init(descriptor: Int32 = 1) {
    self.descriptor = descriptor
    buffer.reserveCapacity(4096)
  }

  /// Adds text, which may stay in the buffer until `flush`.
  public func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 65_536 { flush() }
  }

  /// Adds a line: the text and its end.
  public func line(_ text: String = "") {
    write(text)
    write("\n")
  }

  /// Writes everything gathered so far.
  public func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    var start = 0
    while start < buffer.count, !isClosed, failure == nil {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count >= 0 { start += count } else { note(errno) }
    }
  }

  private func note(_ error: Int32) {
    switch error {
    case EINTR: break
    case EAGAIN: waitUntilWritable()
    case EPIPE, EIO, EBADF, ENXIO: isClosed = true
    default: failure = error
    }
  }

  private func waitUntilWritable() {
    var source = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&source, 1, -1)
  }
}
