internal import JSON

/// The interval in which a row holds.
extension DeckLoader {
  /// Reads `from`, `to` and `attested`; nil where one of them is wrong.
  mutating func readValidTime<Key>(
    _ fields: Fields<Key>,
    from fromKey: Key,
    to toKey: Key,
    attested attestedKey: Key
  ) -> ValidTime? {
    let from = readFrom(fields, fromKey)
    let to = readTo(fields, toKey)
    let attested = log.optionalDate(fields, attestedKey)
    guard let from, let to else { return nil }
    let valid = ValidTime(from: from.date, to: to, attested: attested)
    guard isOrdered(valid, fields, toKey, attestedKey) else { return nil }
    checkKnown(valid, fields, fromKey)
    return valid
  }

  private struct From { let date: PartialDate? }

  private mutating func readFrom<Key>(_ fields: Fields<Key>, _ key: Key) -> From? {
    guard let node = fields[key], !node.equals("unknown") else { return From(date: nil) }
    return log.date(node, file: fields.spot.file).map { From(date: $0) }
  }

  private mutating func readTo<Key>(_ fields: Fields<Key>, _ key: Key) -> ValidTime.End? {
    guard let node = fields[key] else {
      log.add(
        fields.spot,
        "\(fields.what) that holds for a time needs \"to\": "
          + "the date it ended, \"ongoing\" or \"unknown\""
      )
      return nil
    }
    if node.equals("ongoing") { return .ongoing }
    if node.equals("unknown") { return .unknown }
    return log.date(node, file: fields.spot.file).map { .date($0) }
  }

  /// Whether the ends can be in order, however imprecise dates resolve.
  private mutating func isOrdered<Key>(
    _ valid: ValidTime,
    _ fields: Fields<Key>,
    _ toKey: Key,
    _ attestedKey: Key
  ) -> Bool {
    if let attested = valid.attested {
      if valid.to != .unknown {
        log.add(
          fields.spot(of: attestedKey),
          "\"attested\" is for an end that is \"unknown\"; take it away, or mend \"to\""
        )
        return false
      }
      if let from = valid.from, attested.end <= from.earliest {
        log.add(
          fields.spot(of: attestedKey),
          "attested in \(attested), before it begins (\(from)); correct one of the two"
        )
        return false
      }
    }
    guard case .date(let end) = valid.to, let from = valid.from, from.earliest >= end.end - 1
    else { return true }
    log.add(
      fields.spot(of: toKey),
      end == from
        ? "ends on the day it begins (\(end)); \"to\" is the first day on which it no longer holds"
        : "ends (\(end)) before it begins (\(from)); correct one of the two"
    )
    return false
  }

  /// Nothing is known beyond the day up to which the deck was checked.
  private mutating func checkKnown<Key>(_ valid: ValidTime, _ fields: Fields<Key>, _ key: Key) {
    if let from = valid.from { checkKnown(from, at: fields.spot(of: key)) }
  }

  /// A date that lies after the deck's `checked` day is a problem.
  mutating func checkKnown(_ date: PartialDate, at spot: Spot) {
    let checked = headers[spot.file].checked
    guard date.earliest > checked else { return }
    log.add(spot, "\(date) lies after the day the deck was checked (\(checked)); correct one")
  }
}
