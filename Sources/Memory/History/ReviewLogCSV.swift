/// What is wrong with a review log, and where.
public struct ReviewLogError: Error, Equatable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int
  /// The column in bytes, from 1.
  public var column: Int
  /// What is wrong, and what to write instead.
  public var message: String

  /// `line:column: message`, to be put after the file's name.
  public var description: String { "\(line):\(column): \(message)" }
}

extension ReviewLog {
  /// Reads a log in CSV: a header that names the columns `card`, `secs` and `rating` in any order among any
  /// others, then one review a line; an export of Anki's reviews is taken by its own names (see
  /// `ReviewLogColumns`).
  ///
  /// `card` is any text without commas, or in double quotes; `secs` whole or decimal seconds since any moment;
  /// `rating` 1 to 4. Empty lines are skipped, CR LF is taken, and so is a byte order mark.
  public init(csv bytes: Span<UInt8>) throws(ReviewLogError) {
    self.init()
    var reader = ReviewLogReader(bytes)
    let columns = try reader.header(bytes)
    reserve(bytes.count / 12)
    while try reader.review(bytes, columns, into: &self) {}
    if count == 0 {
      throw ReviewLogError(
        line: reader.line,
        column: 1,
        message: "no reviews: write a line such as 7,1700000000,3 under the header"
      )
    }
  }
}

/// Walks over the bytes of a log, knowing its line for errors.
struct ReviewLogReader {
  private(set) var line = 0
  private var lineStart = 0
  private var position = 0

  init(_ bytes: Span<UInt8>) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    if bytes.count >= 3 && mark.indices.allSatisfy({ bytes[$0] == mark[$0] }) { position = 3 }
  }

  mutating func header(_ bytes: Span<UInt8>) throws(ReviewLogError) -> ReviewLogColumns {
    if bytes.count >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b {
      line = 1
      throw problem(0, "this is a compressed file: unpack it with gunzip first")
    }
    guard let end = nextLine(bytes) else {
      line = 1
      throw problem(lineStart, "the file is empty: write the header card,secs,rating first")
    }
    var columns = ReviewLogColumns()
    var (start, number) = (lineStart, 0)
    while start <= end {
      let field = self.field(bytes, start, end)
      columns.take(Self.text(bytes, field), number)
      start = field.next
      number += 1
    }
    columns.finish()
    if let name = columns.missing {
      throw problem(lineStart, "no column \(name): write the header card,secs,rating first")
    }
    return columns
  }

  /// Reads the next review; false at the end.
  mutating func review(
    _ bytes: Span<UInt8>,
    _ columns: ReviewLogColumns,
    into log: inout ReviewLog
  ) throws(ReviewLogError) -> Bool {
    guard let end = nextLine(bytes) else { return false }
    var (card, seconds, rating) = (Field(), Field(), Field())
    var (start, number) = (lineStart, 0)
    while start <= end {
      let field = self.field(bytes, start, end)
      if number == columns.card { card = field }
      if number == columns.seconds { seconds = field }
      if number == columns.rating { rating = field }
      start = field.next
      number += 1
    }
    let missing = [(card, "card"), (seconds, "secs"), (rating, "rating")]
    for (field, name) in missing where field.isEmpty {
      throw problem(field.next == 0 ? end : field.start, "no \(name): write card,secs,rating")
    }
    if columns.isAnki && rating.end - rating.start == 1 && bytes[rating.start] == 0x30 {
      return true
    }
    let time = try self.number(bytes, seconds) / columns.perSecond
    let grade = try self.grade(bytes, rating)
    log.append(card: Self.card(bytes, card, &log), seconds: time, rating: grade)
    return true
  }

  private static func card(_ bytes: Span<UInt8>, _ field: Field, _ log: inout ReviewLog) -> Int {
    log.cards.index(of: bytes.extracting(field.start..<field.end))
  }
}

extension ReviewLogReader {
  /// A field without its quotes, and where the next one begins (one past the line's end after the last).
  struct Field {
    var start = 0
    var end = 0
    var next = 0
    var isEmpty: Bool { start == end }
  }

  /// Moves to the next line that is not empty and returns its end, line end not included.
  private mutating func nextLine(_ bytes: Span<UInt8>) -> Int? {
    while position < bytes.count {
      lineStart = position
      line += 1
      while position < bytes.count && bytes[position] != 0x0a { position += 1 }
      var end = position
      position += 1
      if end > lineStart && bytes[end - 1] == 0x0d { end -= 1 }
      if end > lineStart { return end }
    }
    return nil
  }

  private func field(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Field {
    var start = start
    while start < end && bytes[start] == 0x20 { start += 1 }
    let isQuoted = start < end && bytes[start] == 0x22
    if isQuoted { start += 1 }
    var stop = start
    while stop < end && bytes[stop] != (isQuoted ? 0x22 : 0x2c) { stop += 1 }
    var next = stop
    while next < end && bytes[next] != 0x2c { next += 1 }
    if !isQuoted { while stop > start && bytes[stop - 1] == 0x20 { stop -= 1 } }
    return Field(start: start, end: stop, next: next + 1)
  }

  private func number(_ bytes: Span<UInt8>, _ field: Field) throws(ReviewLogError) -> Double {
    var value = 0.0
    let isNegative = bytes[field.start] == 0x2d
    let start = isNegative ? field.start + 1 : field.start
    for index in start..<field.end {
      let digit = bytes[index] &- 0x30
      guard digit <= 9, field.end - start <= 15 else { return try decimal(bytes, field) }
      value = value * 10 + Double(digit)
    }
    return start == field.end ? try decimal(bytes, field) : isNegative ? -value : value
  }

  private func decimal(_ bytes: Span<UInt8>, _ field: Field) throws(ReviewLogError) -> Double {
    let text = Self.text(bytes, field)
    guard let value = Double(text), value.magnitude < 1e15 else {
      throw problem(
        field.start,
        "secs is \"\(text)\": write seconds as a number, for instance 1700000000"
      )
    }
    return value
  }

  private func grade(_ bytes: Span<UInt8>, _ field: Field) throws(ReviewLogError) -> Rating {
    if field.end - field.start == 1, let rating = Rating(rawValue: bytes[field.start] &- 0x30) {
      return rating
    }
    let text = Self.text(bytes, field)
    throw problem(
      field.start,
      "rating is \"\(text)\": write 1 (again), 2 (hard), 3 (good) or 4 (easy)"
    )
  }

  private func problem(_ position: Int, _ message: String) -> ReviewLogError {
    ReviewLogError(line: line, column: position - lineStart + 1, message: message)
  }

  private static func text(_ bytes: Span<UInt8>, _ field: Field) -> String {
    var text: [UInt8] = []
    for index in field.start..<field.end { text.append(bytes[index]) }
    return String(decoding: text, as: UTF8.self)
  }
}
