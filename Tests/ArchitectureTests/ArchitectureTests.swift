import Foundation
import Testing

/// The arrows between our modules, as the README's map draws them.
private let allowed: [String: Set<String>] = [
  "JSON": [], "Memory": [], "CReadline": [], "CUnicode": [], "CDecks": [],
  "Deck": ["JSON"],
  "Quiz": ["Deck", "Memory", "CUnicode"],
  "Lint": ["Deck", "Quiz"],
  "Session": ["Quiz", "Memory"],
  "Progress": ["Memory", "JSON"],
  "Terminal": ["CReadline", "CUnicode"],
  "Bench": [
    "JSON", "Deck", "Quiz", "Memory", "Lint", "Session", "Progress", "Terminal", "CDecks",
  ],
  "muster": [
    "JSON", "Deck", "Quiz", "Memory", "Lint", "Session", "Progress", "Terminal", "CUnicode",
    "CDecks",
  ],
]

/// Pure modules may know no clock, file, locale or global randomness, so they import nothing that has them.
private let pure: Set<String> = ["JSON", "Deck", "Quiz", "Memory", "Lint", "Session"]

/// What a pure module may import beyond ours: threads for the optimiser, and plain mathematics.
private let purelyAllowed: [String: Set<String>] = [
  "Memory": ["Glibc", "Synchronization"], "Lint": ["Glibc"],
]

/// Calls by which a module that has the C library for its mathematics would stop being pure.
private let impure = [
  "clock_gettime", "getenv", "fopen", "setlocale", "gettimeofday", "localtime",
  "SystemRandomNumber",
]

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private struct SourceFile {
  let module: String
  let path: String
  let lines: [Substring]

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({
          ["public", "internal", "package", "private"].contains($0) || $0.hasPrefix("@")
        })
      else { return nil }
      return String(words[at + 1].prefix { $0 != "." })
    }
  }
}

private func sources() throws -> [SourceFile] {
  let folder = root.appending(path: "Sources")
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
  return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    return SourceFile(
      module: String(path.prefix { $0 != "/" }),
      path: path,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false)
    )
  }
}

@Suite struct ArchitectureTests {
  @Test func everyModuleIsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources").path()
    )
    #expect(Set(folders) == Set(allowed.keys))
  }

  @Test func importsFollowTheArrows() throws {
    for file in try sources() {
      for module in file.imports where allowed[module] != nil {
        #expect(
          allowed[file.module, default: []].contains(module),
          "Sources/\(file.path) imports \(module)"
        )
      }
    }
  }

  @Test func pureModulesImportNoClockFileOrLocale() throws {
    for file in try sources() where pure.contains(file.module) {
      for module in file.imports where allowed[module] == nil {
        #expect(
          purelyAllowed[file.module, default: []].contains(module),
          "Sources/\(file.path) imports \(module)"
        )
      }
    }
  }

  @Test func pureModulesCallNoClockFileOrLocale() throws {
    for file in try sources() where pure.contains(file.module) {
      for call in impure {
        #expect(!file.lines.contains { $0.contains(call) }, "Sources/\(file.path) calls \(call)")
      }
    }
  }

  @Test func noModuleIsCalledByWhatItIsNot() throws {
    for name in allowed.keys {
      #expect(!["Core", "Common", "Models", "Utils", "Helpers"].contains(name))
    }
  }

  @Test func aFileHoldsOneIdea() throws {
    let all = try sources()
    for file in all {
      #expect(file.lines.count <= 401, "Sources/\(file.path) has \(file.lines.count) lines")
    }
    print("\(all.count) source files, \(all.reduce(0) { $0 + $1.lines.count }) lines")
  }

  @Test func theTopLevelIsWhatItShouldBe() throws {
    let visible = try FileManager.default.contentsOfDirectory(atPath: root.path())
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(Set(visible) == ["Package.swift", "Sources", "Tests", "Decks", "README.md"])
  }
}
