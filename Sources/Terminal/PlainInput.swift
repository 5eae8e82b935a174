internal import CReadline
internal import Glibc

/// Lines from standard input where that is a pipe or a file, or the user wants no line editing.
struct PlainInput {
  /// The longest line taken, in bytes; what goes beyond is dropped.
  static let longestLine = 65_536

  private var pending: [UInt8] = []
  private var start = 0
  private var atEnd = false

  /// Reads one line.
  mutating func read(until deadline: Int64) -> Reply {
    var line: [UInt8] = []
    while true {
      if takeLine(into: &line) { return .line(text(line), completed: false) }
      if atEnd { return line.isEmpty ? .end : .line(text(line), completed: false) }
      switch muster_wait(deadline) {
      case .input: fill()
      case .timeout: return .timeout(partial: text(line + unfinished()))
      case .interrupt: return .interrupt(partial: text(line + unfinished()))
      case .terminate: return .terminate(partial: text(line + unfinished()))
      case .hangup: return .hangup(partial: text(line))
      case .resize, .suspend, .resume: break
      }
    }
  }

  /// Forgets what has been read and not been asked for.
  mutating func discard() {
    pending.removeAll(keepingCapacity: true)
    start = 0
  }

  /// Moves bytes into the line; true once its end was found.
  private mutating func takeLine(into line: inout [UInt8]) -> Bool {
    let end = pending[start...].firstIndex(of: UInt8(ascii: "\n"))
    let room = Self.longestLine - line.count
    line.append(contentsOf: pending[start..<(end ?? pending.count)].prefix(room))
    start = end.map { $0 + 1 } ?? pending.count
    return end != nil
  }

  private mutating func fill() {
    pending = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      let result = unsafe Glibc.read(0, buffer.baseAddress, buffer.count)
      count = max(result, 0)
      atEnd = result == 0 || (result < 0 && errno != EINTR && errno != EAGAIN)
    }
    start = 0
  }

  /// What has been typed on a terminal since the last Enter.
  private func unfinished() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let base = characters.baseAddress else { return 0 }
        return unsafe muster_take_unfinished_line(base, characters.count)
      }
    }
  }

  private func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
  }
}
