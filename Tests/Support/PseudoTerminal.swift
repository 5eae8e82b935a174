internal import CPty
public import Foundation
internal import Glibc

/// A program at a terminal of our own making: keys go in, a screen comes out.
public final class PseudoTerminal {
  /// What the terminal shows.
  public private(set) var screen: VirtualScreen
  /// All bytes the program has sent.
  public private(set) var received: [UInt8] = []
  /// The settings of the terminal before the program was started, to compare with `settings`.
  public let settingsBefore: String

  private let process: pid_t
  private var master: Int32
  private let folder: TemporaryFolder
  private var unread = ""
  private var ended: Int32?

  /// Starts the program at a new terminal.
  ///
  /// - Parameters:
  ///   - program: the program.
  ///   - arguments: the words after its name.
  ///   - columns: of the terminal.
  ///   - rows: of the terminal.
  ///   - home: the folder it takes for the user's home; by default a new one.
  ///   - changes: to the environment; nil takes a variable away.
  ///   - shape: `stdin-closed` or `stdout-file:PATH`.
  /// - Throws: `ProgramFailure`, or what the system says.
  public init(
    _ program: BuiltProgram = BuiltProgram(),
    _ arguments: [String],
    columns: Int = 80,
    rows: Int = 24,
    home: URL? = nil,
    environment changes: [String: String?] = [:],
    shape: String = ""
  ) throws {
    folder = try TemporaryFolder()
    let variables = BuiltProgram.environment(home: home ?? folder.url, changes)
      .map { "\($0.key)=\($0.value)" }
    var settings = [CChar](repeating: 0, count: 1024)
    let pty = startLock.withLock {
      unsafe withCStrings([program.path] + arguments) { arguments in
        unsafe withCStrings(variables) { variables in
          unsafe muster_pty_start(
            program.path,
            arguments,
            variables,
            Int32(columns),
            Int32(rows),
            shape,
            &settings,
            settings.count
          )
        }
      }
    }
    guard pty.process > 0 else { throw ProgramFailure("no pseudo-terminal to be had") }
    process = pty.process
    master = pty.master
    screen = VirtualScreen(columns: columns, rows: rows)
    settingsBefore = string(settings)
  }

  deinit {
    hangUp()
    guard ended == nil else { return }
    kill(process, SIGKILL)
    var status: Int32 = 0
    _ = unsafe waitpid(process, &status, 0)
  }
}

extension PseudoTerminal {
  /// Starts a shell with job control at a new terminal and waits for its prompt, "$ ".
  ///
  /// - Parameters:
  ///   - rows: of the terminal.
  ///   - home: the folder it takes for the user's home; by default a new one.
  /// - Returns: the terminal, with the shell at its prompt.
  /// - Throws: `ProgramFailure`, or what the system says.
  public static func shell(rows: Int = 24, home: URL? = nil) throws -> PseudoTerminal {
    let shell = try PseudoTerminal(
      BuiltProgram(path: "/bin/bash"),
      ["--norc", "--noprofile", "--noediting", "-i"],
      rows: rows,
      home: home,
      environment: ["PS1": "$ "]
    )
    try shell.wait(for: "$ ")
    return shell
  }

  /// All that the program has sent, without the sequences that set colours.
  public var uncoloured: String {
    String(decoding: received, as: UTF8.self).replacing(#/\x{1B}\[[0-9;]*m/#, with: "")
  }

  /// Sends keys, as bytes of UTF-8.
  public func send(_ keys: String) {
    var bytes = Array(keys.utf8)
    while !bytes.isEmpty {
      let count = unsafe write(master, &bytes, bytes.count)
      guard count > 0 else { return }
      bytes.removeFirst(count)
    }
  }

  /// Reads until the program has sent a text, and takes note of all up to its end.
  ///
  /// Escape sequences are passed over in the comparison, and so are carriage returns. Fails after
  /// `timeout` seconds or where the program ends before.
  public func wait(for text: String, timeout: Double = 20) throws {
    let end = Date(timeIntervalSinceNow: timeout)
    while true {
      if let found = unread.range(of: text) {
        unread.removeSubrange(..<found.upperBound)
        return
      }
      let open = read(milliseconds: 50)
      if !open || Date() > end {
        if unread.contains(text) { continue }
        throw ProgramFailure("\(text.debugDescription) was not seen; the screen:\n\(screen.text)")
      }
    }
  }

  /// Reads until the screen fulfils a condition; false if it does not in time.
  public func waitUntil(timeout: Double = 20, _ condition: (VirtualScreen) -> Bool) -> Bool {
    let end = Date(timeIntervalSinceNow: timeout)
    while !condition(screen) {
      if !read(milliseconds: 20) || Date() > end { return condition(screen) }
    }
    return true
  }

  /// Reads whatever comes until it has been quiet for some time, in seconds.
  public func settle(_ seconds: Double = 0.15) {
    var last = Date()
    while Date().timeIntervalSince(last) < seconds {
      let before = received.count
      if !read(milliseconds: 20) { return }
      if received.count != before { last = Date() }
    }
  }

  /// Reads whatever comes for some seconds.
  public func read(for seconds: Double) {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end, read(milliseconds: 20) {}
  }

  /// Sends a key and returns the seconds until something comes back.
  ///
  /// - Throws: `ProgramFailure` where nothing comes.
  public func echoTime(of key: String) throws -> Double {
    let before = received.count
    let clock = ContinuousClock()
    let start = clock.now
    send(key)
    while received.count == before {
      guard read(milliseconds: 1000), clock.now - start < .seconds(5) else {
        throw ProgramFailure("no echo of \(key.debugDescription)")
      }
    }
    return (clock.now - start) / .seconds(1)
  }

  /// How often the program has gone to sleep of its own accord, and so been woken.
  public var voluntarySwitches: Int { status("voluntary_ctxt_switches") }

  /// The most memory it has had so far, in KiB.
  public var peakMemory: Int { status("VmHWM") }

  private func status(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  /// Changes the size of the terminal.
  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    muster_pty_resize(master, Int32(columns), Int32(rows))
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Takes the terminal away from the program.
  public func hangUp() {
    guard master >= 0 else { return }
    close(master)
    master = -1
  }

  /// The terminal's settings, as text; the same text means the same settings.
  public var settings: String {
    var text = [CChar](repeating: 0, count: 1024)
    unsafe muster_pty_settings(master, &text, text.count)
    return string(text)
  }

  /// Whether the program stops (Ctrl-Z) within some seconds.
  public func waitUntilStopped(timeout: Double = 10) -> Bool {
    let end = Date(timeIntervalSinceNow: timeout)
    var status: Int32 = 0
    while Date() < end {
      read(milliseconds: 10)
      let found = unsafe waitpid(process, &status, WNOHANG | WUNTRACED)
      if found == process {
        if status & 0xFF == 0x7F { return true }
        ended = exitCode(ofStatus: status)
        return false
      }
    }
    return false
  }

  /// Waits for the program's end, reading what it still sends, and returns its exit code (128 and the
  /// number of the signal that ended it).
  public func waitForExit(timeout: Double = 20) throws -> Int32 {
    if let ended { return ended }
    let end = Date(timeIntervalSinceNow: timeout)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      if Date() > end { throw ProgramFailure("still running; the screen:\n\(screen.text)") }
      if master >= 0 { read(milliseconds: 10) } else { usleep(5000) }
    }
    let code = exitCode(ofStatus: status)
    ended = code
    while master >= 0, read(milliseconds: 0, untilEmpty: true) {}
    return code
  }

  /// Reads what is there, waiting for it if need be; false once there can be no more.
  @discardableResult
  private func read(milliseconds: Int32, untilEmpty: Bool = false) -> Bool {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&source, 1, milliseconds) > 0 else { return !untilEmpty }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Glibc.read(master, &chunk, chunk.count)
    // When the last descriptor of the other side is closed, a terminal reports an error, not an end.
    guard count > 0 else { return false }
    received.append(contentsOf: chunk[..<count])
    unread += screen.feed(chunk[..<count])
    return true
  }
}

/// The text in a C array, up to its NUL.
private func string(_ characters: [CChar]) -> String {
  String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
