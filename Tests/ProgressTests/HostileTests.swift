import Foundation
import JSON
import Memory
import Progress
import Support
import Testing

/// Every file of JSONTestSuite in the place of a progress file: refused, and byte for byte as before.
@Suite struct HostileTests {
  @Test func noOtherFileIsTakenForOurs() throws {
    let folder = URL(filePath: #filePath).appending(path: "../../JSONTests/Suite").standardized
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    var tried = 0
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      if bytes.isEmpty { continue }
      let disk = FaultyDisk(image: [path: bytes], seed: 1)
      let error = try #require(throws: ProgressError.self, "\(file.lastPathComponent)") {
        try ProgressFile.open(path, disk: disk, now: start)
      }
      #expect(error.exitCode == 65, "\(file.lastPathComponent)")
      #expect(disk[path] == bytes && disk.names.count == 1, "\(file.lastPathComponent)")
      tried += 1
    }
    #expect(tried > 300)
  }

  /// A file of version 1 as it was first written, with a line of every kind; it must be read for ever.
  @Test(arguments: ["version-1.json", "version-1-plain-header.json"])
  func everyVersionIsReadForEver(_ name: String) throws {
    let file = try #require(Bundle.module.resourceURL?.appending(path: "Fixtures/\(name)"))
    let disk = FaultyDisk(image: [path: Array(try Data(contentsOf: file))], seed: 1)
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(loaded.findings == [])
    #expect(loaded.history.count == 3)
    #expect((0..<3).map { loaded.history[$0].rating } == [.good, .again, .easy])
    #expect((0..<3).map { loaded.history[$0].flags.contains(.removed) } == [false, true, false])
    #expect(loaded.history.item(loaded.history[1].item).text == "alliances/nato.members/reverse/B2")
    #expect(loaded.history[0].milliseconds == 4200 && loaded.history[0].zone == 60)
    #expect(loaded.events.map(\.kind) == ["config", "from-a-later-version"])
    #expect(loaded.events.first?["value"]?.int == 20)
  }
}
