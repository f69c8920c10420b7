/// A length of time as tables write it, in whole seconds.
///
/// "75", "75,5" and "75.5" are seconds; "1:15" minutes and seconds; "0:01:15" hours too; "1h 5m", "5 min 30 seg"
/// and ISO 8601's "PT1H5M" name their units.
enum TimeLength {
  /// Nil for a text that is none, and for more than 100 years.
  static func seconds(_ text: String) -> Int64? {
    let bytes = Array(text.lowercased().utf8.filter { $0 != 32 && $0 != 0xC2 && $0 != 0xA0 })
    guard !bytes.isEmpty, bytes.count <= 32 else { return nil }
    let value: Double? =
      if bytes.contains(UInt8(ascii: ":")) {
        clock(bytes)
      } else if bytes.contains(where: { (97...122).contains($0) }) {
        units(bytes)
      } else {
        number(bytes[...])
      }
    guard let value, value >= 0, value < 3_155_760_000 else { return nil }
    return Int64(value.rounded())
  }

  private static func clock(_ bytes: [UInt8]) -> Double? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var total = 0.0
    for (index, part) in parts.enumerated() {
      guard let value = number(part), index == 0 || value < 60 else { return nil }
      total = total * 60 + value
    }
    return total
  }

  private static func units(_ bytes: [UInt8]) -> Double? {
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "p") { rest.removeFirst() }
    var total = 0.0
    var hasUnit = false
    while !rest.isEmpty {
      if rest.first == UInt8(ascii: "t") { rest.removeFirst() }
      let digits = rest.prefix { !(97...122).contains($0) }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { (97...122).contains($0) && $0 != UInt8(ascii: "t") }
      rest = rest.dropFirst(name.count)
      guard let value = number(digits), let unit = unit(String(decoding: name, as: UTF8.self)) else {
        return nil
      }
      total += value * unit
      hasUnit = true
    }
    return hasUnit ? total : nil
  }

  private static func unit(_ name: String) -> Double? {
    switch name {
    case "s", "seg", "segs", "sec", "secs", "segundo", "segundos", "second", "seconds": 1
    case "m", "min", "mins", "minuto", "minutos", "minute", "minutes": 60
    case "h", "hr", "hrs", "hora", "horas", "hour", "hours": 3600
    case "d", "dia", "dias", "day", "days": 86_400
    default: nil
    }
  }

  /// Digits with a decimal comma or point.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    var point = bytes
    if let comma = point.firstIndex(of: UInt8(ascii: ",")) { point[comma] = UInt8(ascii: ".") }
    guard point.first.map({ (48...57).contains($0) }) ?? false,
      point.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return Double(String(decoding: point, as: UTF8.self))
  }
}
