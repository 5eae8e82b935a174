internal import ArgumentParser
internal import CDecks
internal import Deck
internal import Glibc
internal import Terminal

/// Finds decks: those built into the program by name, others by path, what they include beside them.
struct DeckFiles {
  /// The names of the built-in decks, as `--deck` takes them.
  static let builtInNames: [String] = builtInFileNames.map { String($0.dropLast(".json".count)) }

  private static let builtInFileNames: [String] = (0..<muster_deck_count()).map { index in
    unsafe String(cString: muster_deck_name(index))
  }

  /// What stands before the name of a built-in deck where its problems are told.
  private static let builtInFolder = "built-in/"

  /// The limit up to which a deck is read; what is longer is refused by the loader.
  private static let limit = 64 << 20

  /// Loads decks by name or path; what is wrong is told on standard error.
  /// - Throws: What to end the program with.
  static func load(_ names: [String]) throws -> Deck {
    let files = try names.map { name in
      do throws(ReadFailure) { return try find(name) } catch { throw refuse(name, error) }
    }
    switch load(files, isTrusting: true) {
    case .success(let deck): return deck
    case .failure(let problems):
      complain(problems.description)
      throw ExitCode(Exit.badData.rawValue)
    }
  }

  /// Loads decks to be studied; where nothing can be asked of them, says why.
  /// - Throws: What to end the program with.
  static func loadForStudy(_ names: [String]) throws -> Deck {
    let deck = try load(names)
    if let why = deck.whyNothingCanBeAsked {
      throw fail(.badData, "nothing can be asked of \(names.joined(separator: ", ")): \(why)")
    }
    return deck
  }

  /// Loads files that are already read, and what they include.
  ///
  /// Trusting, the decks inside the program are not checked again.
  static func load(
    _ files: [DeckFile],
    isTrusting: Bool = false
  ) -> Result<Deck, DeckProblems> {
    Deck.load(files, isTrusting: isTrusting, includable: builtInFileNames) { name, includer in
      include(name, from: includer)
    }
  }

  /// A deck by the name of a built-in one or by its path.
  static func find(_ name: String) throws(ReadFailure) -> DeckFile {
    if let file = builtIn(name + ".json") { return file }
    return DeckFile(name: identity(of: name), bytes: try readFile(name, limit: limit))
  }

  /// Says that a deck was not found, and which one may have been meant.
  static func refuse(_ name: String, _ failure: ReadFailure) -> ExitCode {
    switch failure {
    case .unreadable(let words): return fail(.noInput, "cannot read the deck \(name): \(words)")
    case .missing:
      let stem = name.split(separator: "/").last.map(String.init) ?? name
      let bare = stem.hasSuffix(".json") ? String(stem.dropLast(5)) : stem
      let guess = nearest(to: bare, among: builtInNames).map { "did you mean \($0)? " } ?? ""
      let all = builtInNames.joined(separator: ", ")
      return fail(
        .noInput,
        "there is no file \"\(name)\" and no built-in deck of that name; \(guess)"
          + "Built in: \(all); another deck is given by its path"
      )
    }
  }

  private static func include(_ name: String, from includer: String) -> DeckFile? {
    if !includer.hasPrefix(builtInFolder), !name.hasPrefix("/") {
      let folder = includer.lastIndex(of: "/").map { String(includer[...$0]) } ?? ""
      let path = folder + name
      if let bytes = try? readFile(path, limit: limit) {
        return DeckFile(name: identity(of: path), bytes: bytes)
      }
    }
    return builtIn(name)
  }

  private static func builtIn(_ fileName: String) -> DeckFile? {
    guard let index = builtInFileNames.firstIndex(of: fileName) else { return nil }
    let bytes = unsafe UnsafeBufferPointer(
      start: muster_deck_bytes(index),
      count: muster_deck_size(index)
    )
    return DeckFile(
      name: builtInFolder + fileName,
      bytes: unsafe Array(bytes),
      isSound: true
    )
  }

  /// One name for one file: its path from here, without detours, so that no file is taken for two.
  private static func identity(of path: String) -> String {
    guard let full = realPath(path) else { return path }
    guard let here = realPath("."), full.hasPrefix(here + "/") else { return full }
    return String(full.dropFirst(here.count + 1))
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
