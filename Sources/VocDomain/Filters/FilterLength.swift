/// Lengths of time as the filter language writes them: 30s, 30m, 2h, 3d, 1w.
enum FilterLength {
  private static let units: [(letter: Unicode.Scalar, seconds: Int64)] = [
    ("w", 7 * Seconds.day), ("d", Seconds.day), ("h", Seconds.hour), ("m", Seconds.minute), ("s", 1),
  ]
  /// A thousand years: no clock overflows by it.
  private static let longest = 366_000 * Seconds.day

  /// The seconds; nil for what is no length or a longer one than a thousand years.
  static func seconds(_ text: String) -> Int64? {
    if text.hasPrefix("-") { return magnitude(String(text.dropFirst())).map { -$0 } }
    return magnitude(text)
  }

  /// The same without a sign.
  static func magnitude(_ text: String) -> Int64? {
    if text == "0" { return 0 }
    let digits = String(text.unicodeScalars.dropLast())
    guard let unit = units.first(where: { $0.letter == text.unicodeScalars.last }),
      let number = FilterNumber.read(digits), number <= longest / unit.seconds
    else { return nil }
    return number * unit.seconds
  }

  /// In the largest unit that tells it exactly.
  static func text(_ seconds: Int64) -> String {
    let unit = units.first { seconds % $0.seconds == 0 && seconds != 0 } ?? ("s", 1)
    return "\(seconds / unit.seconds)\(unit.letter)"
  }
}

/// Plain decimal numbers.
enum FilterNumber {
  /// Nil unless all are ASCII digits and an `Int64` holds them.
  static func read(_ text: String) -> Int64? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
  }
}
