/// Lengths of time as the filter language writes them: 30s, 30m, 2h, 3d, 1w.
enum FilterLength {
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
    guard let unit = Seconds.units.first(where: { $0.letter == text.last }),
      let number = FilterNumber.read(String(text.dropLast())), number <= longest / unit.seconds
    else { return nil }
    return number * unit.seconds
  }

  /// In the largest unit that tells it exactly.
  static func text(_ seconds: Int64) -> String {
    let unit = Seconds.units.first { seconds % $0.seconds == 0 && seconds != 0 } ?? ("s", 1)
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
