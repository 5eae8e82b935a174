internal import Terminal

extension Output {
  /// Writes a paragraph, broken where the screen ends; the blanks it begins with are those of all its lines.
  func paragraph(_ text: String, _ screen: Screen) {
    let indent = String(text.prefix { $0 == " " })
    for part in screen.wrapped(String(text.dropFirst(indent.count)), indent: indent) { line(part) }
  }
}
