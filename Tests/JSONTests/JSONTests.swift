import Foundation
import JSON
import Testing

/// JSONTestSuite: what must be read, what must be refused, and what must at least not crash.
@Suite struct JSONTestSuite {
  static let files: [URL] = {
    let folder = Bundle.module.resourceURL?.appending(path: "Suite")
    let all = folder.flatMap {
      try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }
    return (all ?? []).filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }()

  static func names(_ prefix: String) -> [URL] {
    files.filter { $0.lastPathComponent.hasPrefix(prefix) }
  }

  @Test func isAllHere() {
    #expect(Self.names("y_").count == 95)
    #expect(Self.names("n_").count >= 187)
    #expect(Self.names("i_").count == 35)
  }

  @Test(arguments: names("y_")) func accepts(_ file: URL) throws {
    _ = try JSONDocument(parsing: Array(Data(contentsOf: file)))
  }

  @Test(arguments: names("n_")) func refuses(_ file: URL) throws {
    let bytes = try Array(Data(contentsOf: file))
    #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }
  }

  @Test(arguments: names("i_")) func survives(_ file: URL) throws {
    let bytes = try Array(Data(contentsOf: file))
    guard let document = try? JSONDocument(parsing: bytes) else { return }
    var writer = JSONWriter()
    writer.node(document.root)
    #expect(throws: Never.self) { try JSONDocument(parsing: writer.bytes) }
  }
}
