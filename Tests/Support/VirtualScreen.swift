internal import CPty

/// What a terminal shows, as far as programs of ours and GNU readline can tell.
///
/// It knows text, cursor, erasing, insertion, scrolling and wrapping at the margin. Colour is passed
/// over.
public struct VirtualScreen {
  /// A place on the screen: a character with what combines with it; empty behind a wide one.
  private typealias Cell = String

  private var columns: Int
  private var rows: Int
  private var cells: [[Cell]]
  private var row = 0
  private var column = 0
  private var mustWrap = false
  private var saved = (row: 0, column: 0)
  private var state = State.text
  private var pending: [UInt8] = []
  private var lines: [String] = []

  /// Whether bracketed paste is switched on.
  public private(set) var isPasteBracketed = false
  /// How often the bell rang.
  public private(set) var bells = 0

  private enum State {
    case text, escape, csi(String), osc, charset
  }

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The screen's lines without the blanks at their ends, without empty lines below the last text.
  public var text: String {
    var shown = cells.map { row in
      let line = row.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    while shown.last == "" { shown.removeLast() }
    return shown.joined(separator: "\n")
  }

  /// Lines that have left the screen at the top, and the screen.
  public var textWithHistory: String {
    (lines + [text]).joined(separator: "\n")
  }

  /// Where the cursor is, from 0.
  public var cursor: (row: Int, column: Int) { (row, column) }

  /// Changes the size as a simple terminal does: lines are cut, not wrapped anew.
  public mutating func resize(columns newColumns: Int, rows newRows: Int) {
    while row >= newRows { scroll() }
    for index in cells.indices {
      cells[index] = Array(cells[index].prefix(newColumns))
      cells[index] += Array(repeating: " ", count: newColumns - cells[index].count)
    }
    cells = Array(cells.prefix(newRows))
    columns = newColumns
    while cells.count < newRows { cells.append(blankRow) }
    rows = newRows
    column = min(column, columns - 1)
    mustWrap = false
  }

  private var blankRow: [Cell] { Array(repeating: " ", count: columns) }

  /// Takes bytes from the program, and returns the text among them, without escape sequences and
  /// carriage returns.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> String {
    pending.append(contentsOf: bytes)
    let whole = pending.count - unfinishedTail()
    let input = String(decoding: pending[..<whole], as: UTF8.self)
    pending.removeFirst(whole)
    var plain = String.UnicodeScalarView()
    for scalar in input.unicodeScalars where take(scalar) {
      plain.append(scalar)
    }
    return String(plain)
  }

  /// How many bytes at the end begin a character whose rest has yet to come.
  private func unfinishedTail() -> Int {
    for back in 1...3 where back <= pending.count {
      let byte = pending[pending.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }

  /// Takes one scalar; true if it was text.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    switch state {
    case .text: return takeText(scalar)
    case .escape: takeEscape(scalar)
    case .csi(let parameters): takeSequence(scalar, parameters)
    case .osc: if scalar == "\u{07}" || scalar == "\\" { state = .text }
    case .charset: state = .text
    }
    return false
  }

  private mutating func takeText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{1B}": state = .escape
    case "\r": moveTo(row, 0)
    case "\n":
      lineFeed()
      return true
    case "\u{08}": moveTo(row, column - 1)
    case "\t": moveTo(row, (column / 8 + 1) * 8)
    case "\u{07}": bells += 1
    case "\u{00}"..<" ", "\u{7F}": break
    default:
      put(scalar)
      return true
    }
    return false
  }

  private mutating func moveTo(_ newRow: Int, _ newColumn: Int) {
    row = min(max(newRow, 0), rows - 1)
    column = min(max(newColumn, 0), columns - 1)
    mustWrap = false
  }

  private mutating func scroll() {
    lines.append(String(cells[0].joined().reversed().drop { $0 == " " }.reversed()))
    cells.removeFirst()
    cells.append(blankRow)
    row -= 1
  }

  private mutating func lineFeed() {
    row += 1
    if row >= rows { scroll() }
    mustWrap = false
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = displayWidth(scalar)
    guard width > 0 else {
      let place = mustWrap ? column : max(0, column - 1)
      cells[row][place].unicodeScalars.append(scalar)
      return
    }
    if mustWrap || column + width > columns {
      lineFeed()
      column = 0
    }
    cells[row][column] = String(scalar)
    if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
    mustWrap = column + width >= columns
    column = min(column + width, columns - 1)
  }
}

extension VirtualScreen {
  private mutating func takeEscape(_ scalar: Unicode.Scalar) {
    state = .text
    switch scalar {
    case "[": state = .csi("")
    case "]": state = .osc
    case "(", ")": state = .charset
    case "7": saved = (row, column)
    case "8": moveTo(saved.row, saved.column)
    case "M": moveTo(row - 1, column)
    default: break
    }
  }

  private mutating func takeSequence(_ scalar: Unicode.Scalar, _ parameters: String) {
    guard ("@"..."~").contains(scalar) else {
      state = .csi(parameters + String(scalar))
      return
    }
    state = .text
    if parameters.hasPrefix("?") {
      if parameters == "?2004" { isPasteBracketed = scalar == "h" }
      return
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    perform(scalar, numbers.first ?? 0, numbers.count > 1 ? numbers[1] : 0)
  }

  private mutating func perform(_ command: Unicode.Scalar, _ first: Int, _ second: Int) {
    let count = max(first, 1)
    switch command {
    case "A": moveTo(row - count, column)
    case "B": moveTo(row + count, column)
    case "C": moveTo(row, column + count)
    case "D": moveTo(row, column - count)
    case "G": moveTo(row, count - 1)
    case "H", "f": moveTo(count - 1, max(second, 1) - 1)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "P": shiftLeft(count)
    case "@": shiftRight(count)
    default: break
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    let range = mode == 0 ? column..<columns : mode == 1 ? 0..<(column + 1) : 0..<columns
    for place in range { cells[row][place] = " " }
  }

  private mutating func eraseScreen(_ mode: Int) {
    if mode < 2 { eraseLine(mode) }
    let range = mode == 0 ? (row + 1)..<rows : mode == 1 ? 0..<row : 0..<rows
    for index in range { cells[index] = blankRow }
  }

  private mutating func shiftLeft(_ count: Int) {
    cells[row].removeSubrange(column..<min(column + count, columns))
    cells[row] += Array(repeating: " ", count: columns - cells[row].count)
  }

  private mutating func shiftRight(_ count: Int) {
    cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
    cells[row] = Array(cells[row].prefix(columns))
  }
}

/// Columns of a scalar according to the C library: not the way the program computes it.
private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  scalar.value <= 0x7E ? 1 : max(0, Int(muster_scalar_columns(scalar.value)))
}

/// Columns of a scalar as the C library knows them; nil for what it cannot print.
public func columnsByCLibrary(_ scalar: Unicode.Scalar) -> Int? {
  let columns = Int(muster_scalar_columns(scalar.value))
  return columns < 0 ? nil : columns
}
