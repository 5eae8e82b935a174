internal import CPty
public import Foundation
internal import Glibc

extension BuiltProgram {
  /// Runs the program to its end, with its input and output in files.
  ///
  /// - Parameters:
  ///   - arguments: the words after its name.
  ///   - input: all of standard input.
  ///   - home: the folder it takes for the user's home; by default a new one.
  ///   - changes: to the environment; nil takes a variable away.
  ///   - timeout: in seconds, after which it is killed (exit code 137).
  /// - Returns: what it wrote and its exit code.
  /// - Throws: `ProgramFailure`, or what the system says.
  public func run(
    _ arguments: [String],
    input: String = "",
    home: URL? = nil,
    environment changes: [String: String?] = [:],
    timeout: Double = 60
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let files = ["in", "out", "err"].map { folder.url.appending(path: $0) }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let homeFolder = home ?? folder.url.appending(path: "home")
    try FileManager.default.createDirectory(at: homeFolder, withIntermediateDirectories: true)
    let handles = [
      try FileHandle(forReadingFrom: files[0]), try FileHandle(forWritingTo: files[1]),
      try FileHandle(forWritingTo: files[2]),
    ]
    // A handle closes its file when it goes, which may be right after its last use.
    let process = withExtendedLifetime(handles) {
      start(
        arguments,
        environment: Self.environment(home: homeFolder, changes),
        descriptors: handles.map(\.fileDescriptor)
      )
    }
    let code = try waitForExit(process, timeout: timeout)
    return Outcome(
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      exitCode: code
    )
  }

  /// Runs the program to its end inside a folder, so that arguments may name files by their names alone.
  ///
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - arguments: the words after its name.
  ///   - input: all of standard input.
  ///   - home: the folder it takes for the user's home; by default a new one.
  ///   - changes: to the environment; nil takes a variable away.
  /// - Returns: what it wrote and its exit code.
  /// - Throws: `ProgramFailure`, or what the system says.
  public func run(
    in folder: URL,
    _ arguments: [String],
    input: String = "",
    home: URL? = nil,
    environment changes: [String: String?] = [:]
  ) throws -> Outcome {
    let enter = ["-c", #"cd "$0" && exec "$@""#, folder.path(), path]
    return try BuiltProgram(path: "/bin/sh").run(
      enter + arguments,
      input: input,
      home: home,
      environment: changes
    )
  }

  /// Starts the program on three descriptors; -1 if that fails.
  func start(_ arguments: [String], environment: [String: String], descriptors: [Int32]) -> pid_t {
    let variables = environment.map { "\($0.key)=\($0.value)" }
    return startLock.withLock {
      unsafe withCStrings([path] + arguments) { arguments in
        unsafe withCStrings(variables) { variables in
          unsafe muster_spawn(
            path,
            arguments,
            variables,
            descriptors[0],
            descriptors[1],
            descriptors[2]
          )
        }
      }
    }
  }
}

/// Waits for the end of a process and returns its exit code; kills it when the time is over.
func waitForExit(_ process: pid_t, timeout: Double) throws -> Int32 {
  guard process > 0 else { throw ProgramFailure("the program could not be started") }
  let end = Date(timeIntervalSinceNow: timeout)
  var status: Int32 = 0
  while unsafe waitpid(process, &status, WNOHANG) == 0 {
    if Date() > end {
      kill(process, SIGKILL)
      _ = unsafe waitpid(process, &status, 0)
      break
    }
    usleep(2000)
  }
  return exitCode(ofStatus: status)
}
