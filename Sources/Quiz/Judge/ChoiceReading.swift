/// What a typed line says of the choices shown.
public enum ChoiceReading: Hashable, Sendable {
  /// One of them, by its place.
  case option(Int)
  /// None, or more than one: asked again.
  case unclear
}

extension Judge {
  /// Reads a choice: its letter (`b`, `b)`), its text, or its number where no option contains a digit.
  public func choice(_ typed: String, of item: Item) -> ChoiceReading {
    choice(typed, among: item.options.map(\.text))
  }

  /// Reads a choice among these texts, in the order shown.
  func choice(_ typed: String, among options: [String]) -> ChoiceReading {
    let plain = PlainText.units(of: typed)
    let keys = options.map { Fold.key(of: Fold.units(PlainText.units(of: $0))) }
    let bare = plain.filter(\.isWord)
    let key = Fold.key(of: Fold.units(plain))
    let same = keys.indices.filter { !key.isEmpty && keys[$0] == key }
    if let only = same.first { return same.count == 1 ? .option(only) : .unclear }
    guard bare.count == 1, let mark = bare.first else { return .unclear }
    let hasDigits = options.contains {
      $0.unicodeScalars.contains { $0.properties.numericType != nil }
    }
    let place: Int? =
      mark.isDigit ? (hasDigits ? nil : Int(mark) - 0x31) : Int(mark) - 0x61
    return place.flatMap { options.indices.contains($0) ? .option($0) : nil } ?? .unclear
  }
}
