import Deck
import Foundation
import Memory

@testable import Quiz

/// One edit at a letter: left out, doubled by another, replaced, or swapped with its neighbour.
enum Slip {
  static func of(_ text: String, using draws: inout SplitMix64) -> String {
    var letters = Array(text)
    let places = letters.indices.filter { letters[$0].isLetter }
    guard let place = places.randomElement(using: &draws),
      let letter = "abcdefghijklmnopqrstuvwxyz".randomElement(using: &draws)
    else { return text }
    switch Int.random(in: 0..<4, using: &draws) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letter, at: place)
    case 2: letters[place] = letter
    default:
      guard place + 1 < letters.count, letters[place + 1].isLetter else {
        letters.remove(at: place); break
      }
      letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}

/// The lexicons that every law is held over.
enum Names: String, CaseIterable, Sendable {
  /// The reference table.
  case reference
  /// Another world: other cities, leagues, kings and wars.
  case second
  /// The decks that are shipped.
  case decks

  func lexicon() throws -> Lexicon {
    switch self {
    case .reference: try Reference.lexicon()
    case .second: try Lexicon(table: Reference.text("second-lexicon"))
    case .decks: try Lexicon(Reference.decks())
    }
  }

  /// Every entity as the answer to a question.
  func answers(in lexicon: Lexicon) -> [NameKey] {
    lexicon.entries.filter { !$0.isText }.map {
      NameKey(
        NameAnswer(entity: $0.id, shown: $0.surfaces[0], surfaces: $0.surfaces),
        in: lexicon
      )
    }
  }
}

extension Reference {
  /// The decks in the repository, as one.
  static func decks() throws -> Deck {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Decks").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.sorted()
    let files = try names.map {
      DeckFile(name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
    let loaded = Deck.load(files, includable: names) { name, _ in
      files.first { $0.name == name }
    }
    return try loaded.get()
  }
}
