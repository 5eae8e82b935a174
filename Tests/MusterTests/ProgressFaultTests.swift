import Foundation
import Glibc
import JSON
import Memory
import Support
import Testing

/// The built program, killed, starved and disturbed: whatever it acknowledged is there afterwards.
@Suite(.serialized) struct ProgressFaultTests {
  private let home: TemporaryFolder
  private var file: URL { home.url.appending(path: "p/progress.json") }

  init() throws {
    home = try TemporaryFolder()
  }

  private func muster(_ arguments: [String], input: String = "") throws -> Outcome {
    try BuiltProgram().run(arguments + ["--progress", file.path()], input: input, home: home.url)
  }

  private func sit(_ answers: Int) throws -> Outcome {
    let input = String(repeating: ":dunno\n", count: answers)
    return try muster(["study", "--plain", "--limit", "50"], input: input)
  }

  private func verdicts(_ output: String) -> Int {
    // The last line may be cut short by a kill; its verdict was not shown then.
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count { line in
      ["right:", "close:", "partly:", "wrong:"].contains { line.hasPrefix($0) }
    }
  }

  private func reviews() throws -> Int {
    let log = try muster(["log", "--json"])
    let events = try JSONDocument(parsing: Array(log.output.utf8)).root["events"]
    return events?.elements.count { $0["k"]?.string == "review" } ?? 0
  }

  private func isStrictJSON() throws -> Bool {
    (try? JSONDocument(parsing: Array(Data(contentsOf: file)))) != nil
  }

  /// A child with pipes at both ends.
  private func start(_ arguments: [String], input: Pipe, output: Any) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: BuiltProgram().path)
    process.arguments = arguments + ["--progress", file.path()]
    process.environment = BuiltProgram.environment(home: home.url)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Two hundred where the environment says `MUSTER_FULL`; else as many as forty seconds allow.
  @Test func twoHundredKillsLoseNothing() throws {
    let isFull = ProcessInfo.processInfo.environment["MUSTER_FULL"] != nil
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    var acknowledged = 0
    var kills = 0
    var running = 0
    let end = isFull ? Date.distantFuture : Date(timeIntervalSinceNow: 40)
    while kills < 200 && Date() < end {
      let screen = home.url.appending(path: "screen")
      try Data().write(to: screen)
      let input = Pipe()
      let handle = try FileHandle(forWritingTo: screen)
      // Each sitting is a day after the one before, so that there is always something to answer.
      let moment = Date(timeIntervalSinceNow: 86_400 * Double(kills)).ISO8601Format()
      let child = try start(
        ["study", "--plain", "--limit", "200", "--now", moment],
        input: input,
        output: handle
      )
      let answers = Data(String(repeating: ":dunno\n", count: 400).utf8)
      try? input.fileHandleForWriting.write(contentsOf: answers)
      usleep(UInt32.random(in: 0...400_000, using: &random))
      kill(child.processIdentifier, SIGKILL)
      child.waitUntilExit()
      try input.fileHandleForWriting.close()
      running += child.terminationReason == .uncaughtSignal ? 1 : 0
      acknowledged += verdicts(try String(contentsOf: screen, encoding: .utf8))
      kills += 1
    }
    print("kills: \(kills), in a sitting: \(running), answers acknowledged: \(acknowledged)")
    #expect(kills >= (isFull ? 200 : 1) && acknowledged > 0, "seed \(seed)")
    _ = try sit(1)
    #expect(try reviews() >= acknowledged, "seed \(seed)")
    #expect(try isStrictJSON(), "seed \(seed)")
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)] as [(Int32, Int32)])
  func aSignalAtThePromptEndsWithAllAnswersSaved(_ signal: Int32, _ code: Int32) throws {
    let input = Pipe()
    let output = Pipe()
    let child = try start(["study", "--plain"], input: input, output: output)
    try input.fileHandleForWriting.write(contentsOf: Data(":dunno\n:dunno\n".utf8))
    var text = ""
    while text.components(separatedBy: "\nwrong:").count < 3 || !text.hasSuffix("> ") {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      text += String(decoding: more, as: UTF8.self)
    }
    kill(child.processIdentifier, signal)
    child.waitUntilExit()
    let how = child.terminationReason == .uncaughtSignal ? 128 : 0
    #expect(child.terminationStatus + Int32(how) == code)
    #expect(try reviews() == 2)
  }

  @Test func twoSittingsAtOnce() throws {
    _ = try sit(1)
    let input = Pipe()
    let output = Pipe()
    let first = try start(["study", "--plain"], input: input, output: output)
    _ = output.fileHandleForReading.availableData
    let before = try Data(contentsOf: file)
    let second = try sit(1)
    #expect(second.exitCode == 75)
    #expect(second.output == "")
    #expect(second.errors.contains("\(file.path()): another muster is using this file."))
    #expect(try Data(contentsOf: file) == before)
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    #expect(try sit(1).exitCode == 0, "a kill leaves no lock")
  }

  /// A limit on the size of files stands for a full disk: writes fail in the middle of an answer.
  @Test func aFullDiskIsToldAndNothingIsPretended() throws {
    _ = try sit(2)
    let size = try Data(contentsOf: file).count
    let command =
      "(ulimit -f \(size / 1024 + 2); exec '\(BuiltProgram().path)' study --plain --limit 50 "
      + "--progress '\(file.path())') | cat"
    let pipe = "set -o pipefail; \(command)"
    let input = String(repeating: ":dunno\n", count: 60)
    let outcome = try BuiltProgram(path: "/bin/bash").run(
      ["-c", pipe],
      input: input,
      home: home.url
    )
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("NOT saved (File too large)"))
    #expect(try reviews() == 2 + verdicts(outcome.output))
    #expect(try isStrictJSON())
  }

  @Test func aForeignFileIsRefusedAndStays() throws {
    let folder = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let foreign = Data("{\"my\":\"letters\"}\n".utf8)
    try foreign.write(to: file)
    for command in [["study", "--plain"], ["log"], ["doctor"], ["doctor", "--repair"], ["undo"]] {
      let outcome = try muster(command)
      #expect(outcome.exitCode == 65, "\(command)")
      #expect(outcome.errors.contains("this is no progress file of muster"), "\(command)")
      #expect(try Data(contentsOf: file) == foreign, "\(command)")
    }
  }

  @Test func damageIsToldByEveryCommandAndRepaired() throws {
    _ = try sit(3)
    var bytes = try Data(contentsOf: file)
    let typed = try #require(bytes.range(of: Data("\"rating\":1".utf8)))
    bytes[typed.upperBound - 1] ^= 2
    try bytes.write(to: file)
    let words = "\(file.path()):2: damaged: its checksum does not fit"
    for command in [["log"], ["log", "--json"]] {
      let log = try muster(command)
      #expect(log.exitCode == 1)
      #expect(log.errors.contains(words))
    }
    #expect(try sit(0).errors.contains(words))
    let doctor = try muster(["doctor"])
    #expect(doctor.exitCode == 1)
    #expect(doctor.output.contains("line 2: damaged: its checksum does not fit"))
    #expect(doctor.output.hasSuffix("1 problem found\n"))
    let repair = try muster(["doctor", "--repair"])
    #expect(repair.exitCode == 0)
    #expect(repair.output.contains("repaired: 2 events are in the file now"))
    #expect(repair.output.hasSuffix("sound\n"))
    #expect(try reviews() == 2)
  }

  @Test func theCommandsOfCareWorkTogether() throws {
    #expect(try muster(["log"]).exitCode == 66)
    #expect(try muster(["path"]).output == "\(file.path())\n")
    _ = try sit(2)
    let other = home.url.appending(path: "other.json").path()
    try FileManager.default.copyItem(at: file, to: URL(filePath: other))
    _ = try sit(1)
    let out = home.url.appending(path: "out.json").path()
    let merge = try muster(["merge", other, file.path(), "-o", out])
    #expect(merge.exitCode == 0)
    #expect(merge.output.hasSuffix("\(out): 3 events\n"))
    #expect(try Data(contentsOf: URL(filePath: out)) == Data(contentsOf: file))
    #expect(try muster(["undo", "2"]).output.components(separatedBy: "taken back: ").count == 3)
    #expect(try muster(["undo", "--redo"]).output.hasPrefix("given back: "))
    #expect(try muster(["log"]).output.components(separatedBy: "(undone)").count == 3)
    let list = try muster(["backup", "list"]).output
    let name = try #require(list.split(separator: " ").first.map(String.init))
    #expect(try muster(["backup", "restore", name]).output.hasPrefix("restored: \(name)\n"))
    #expect(try reviews() == 2)
    #expect(try muster(["undo", "0"]).exitCode == 64)
  }
}
