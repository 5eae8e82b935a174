internal import CPty
public import Foundation
internal import Glibc

/// A program of this package as the tests were built with it, and how it is started.
public struct BuiltProgram: Sendable {
  /// Where it is.
  public let path: String

  /// The program of a name, for instance `muster`, beside the running tests.
  public init(_ name: String = "muster") {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appending(path: name).path()
    path = FileManager.default.isExecutableFile(atPath: beside) ? beside : Self.debugBuild(name)
  }

  /// Another program.
  public init(path: String) {
    self.path = path
  }

  private static func debugBuild(_ name: String) -> String {
    URL(filePath: #filePath).appending(path: "../../../.build/debug/\(name)").standardized.path()
  }

  /// An environment that is the same on every machine, with an empty home of its own.
  public static func environment(home: URL, _ changes: [String: String?] = [:]) -> [String: String]
  {
    var variables: [String: String?] = [
      "PATH": "/usr/bin:/bin", "HOME": home.path(),
      "XDG_DATA_HOME": home.appending(path: "data").path(),
      "XDG_CONFIG_HOME": home.appending(path: "config").path(), "INPUTRC": "/dev/null",
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(changes) { $1 }
    return variables.compactMapValues { $0 }
  }
}

/// A folder of its own that goes when the value goes.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes the folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}

/// What a program left behind when it ended.
public struct Outcome: Equatable, Sendable {
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String
  /// Its exit code, or 128 and the number of the signal that ended it.
  public let exitCode: Int32

  /// An outcome to compare with.
  public init(output: String, errors: String, exitCode: Int32) {
    self.output = output
    self.errors = errors
    self.exitCode = exitCode
  }
}

/// What is wrong with a program under test that does not do its part.
public struct ProgramFailure: Error, CustomStringConvertible {
  /// In words.
  public let description: String

  /// A failure in words.
  public init(_ description: String) {
    self.description = description
  }
}

/// Programs are started one at a time: a child started meanwhile would inherit the other's descriptors.
let startLock = NSLock()

/// The exit code in what `waitpid` says of a process that has ended.
func exitCode(ofStatus status: Int32) -> Int32 {
  let signal = status & 0x7F
  return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}

/// Calls the body with a C array of C strings that ends in NULL.
func withCStrings<Result>(
  _ strings: [String],
  _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
    capacity: strings.count + 1
  )
  defer { unsafe list.deallocate() }
  for (index, string) in strings.enumerated() { unsafe list[index] = strdup(string) }
  unsafe list[strings.count] = nil
  defer { for index in strings.indices { unsafe free(list[index]) } }
  return unsafe body(list)
}
