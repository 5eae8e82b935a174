internal import Glibc

/// Numbers as the report writes them; no locale.
enum Figures {
  /// A number with so many decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = pow(10, Double(decimals))
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(scaled)" }
    let unit = Int(scale)
    let fraction = String(scaled % unit)
    return "\(sign)\(scaled / unit)."
      + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}
