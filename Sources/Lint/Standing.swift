/// What the rows say of a statement: false, open, or true.
///
/// Ordered, so that "and" is the minimum and "or" the maximum.
enum Standing: Int, Comparable, Sendable {
  case no
  case open
  case yes

  static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }

  var negated: Standing { self == .yes ? .no : self == .no ? .yes : .open }
}
