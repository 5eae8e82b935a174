public import Foundation
internal import Glibc

/// A program at the other end of two pipes: it is asked, it answers, it is asked again.
public final class Conversation {
  /// Everything it has written to standard output so far.
  public private(set) var transcript = ""

  private let process: pid_t
  private let toProgram = Pipe()
  private let fromProgram = Pipe()
  private let folder: TemporaryFolder
  private var bytes = Data()
  private var read = 0
  private var wasPrompt = false

  /// Starts the program; its standard error is thrown away.
  ///
  /// - Parameters:
  ///   - program: the program.
  ///   - arguments: the words after its name.
  ///   - home: the folder it takes for the user's home; by default a new one.
  ///   - changes: to the environment; nil takes a variable away.
  /// - Throws: `ProgramFailure`, or what the system says.
  public init(
    _ program: BuiltProgram = BuiltProgram(),
    _ arguments: [String],
    home: URL? = nil,
    environment changes: [String: String?] = [:]
  ) throws {
    folder = try TemporaryFolder()
    guard let nowhere = FileHandle(forWritingAtPath: "/dev/null") else {
      throw ProgramFailure("no /dev/null")
    }
    let (input, output) = (toProgram.fileHandleForReading, fromProgram.fileHandleForWriting)
    let environment = BuiltProgram.environment(home: home ?? folder.url, changes)
    // A handle closes its file when it goes, which may be right after its last use.
    process = withExtendedLifetime((input, output, nowhere)) {
      program.start(
        arguments,
        environment: environment,
        descriptors: [input.fileDescriptor, output.fileDescriptor, nowhere.fileDescriptor]
      )
    }
    try toProgram.fileHandleForReading.close()
    try fromProgram.fileHandleForWriting.close()
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    _ = unsafe waitpid(process, &status, 0)
  }

  /// Sends a line.
  public func send(_ line: String) throws {
    try toProgram.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Ends its input.
  public func endInput() throws {
    try toProgram.fileHandleForWriting.close()
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// The next of its lines, without the end; nil at the end of its output.
  ///
  /// A text without an end that equals `prompt` counts as a line; its end, which comes after the answer,
  /// does not.
  public func nextLine(prompt: String = "> ", timeout: Double = 20) throws -> String? {
    let end = Date(timeIntervalSinceNow: timeout)
    while true {
      if wasPrompt, read < bytes.count {
        if bytes[read] == 10 { read += 1 }
        wasPrompt = false
      }
      if let stop = bytes[read...].firstIndex(of: 10) {
        defer { read = stop + 1 }
        return String(decoding: bytes[read..<stop], as: UTF8.self)
      }
      let rest = String(decoding: bytes[read...], as: UTF8.self)
      if rest == prompt {
        read = bytes.count
        wasPrompt = true
        return rest
      }
      guard Date() < end else { throw ProgramFailure("no line in time; so far:\n\(transcript)") }
      if try !fill() { return rest.isEmpty ? nil : rest }
    }
  }

  /// Waits for the end of the program and returns its exit code.
  public func waitForExit(timeout: Double = 20) throws -> Int32 {
    try Support.waitForExit(process, timeout: timeout)
  }

  private func fill() throws -> Bool {
    let descriptor = fromProgram.fileHandleForReading.fileDescriptor
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&source, 1, 100) > 0 else { return true }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes.append(contentsOf: chunk[..<count])
    transcript += String(decoding: chunk[..<count], as: UTF8.self)
    return true
  }
}
