/// One figure or word of a report, before anybody decides how it is shown.
enum ReportValue: Equatable, Sendable {
  /// Nothing to say: "—" for people, null or an empty cell for programs.
  case none
  /// What somebody wrote: escaped wherever it goes.
  case text(String)
  /// One of a report's own words: the code that programs get, and what people read.
  case word(code: String, shown: String)
  /// For programs; people read it from something else.
  case flag(Bool)
  case count(Int)
  /// A number without a unit: a score, a ratio, points.
  case number(Double, places: Int)
  /// 0...100.
  case percent(Double, places: Int)
  /// Seconds.
  case duration(Double)
  /// Both ends of an interval in one cell, for people; programs get each end as a column of its own.
  indirect case range(ReportValue, ReportValue)

  /// Nil becomes `none`.
  init(_ value: Double?, as make: (Double) -> ReportValue) { self = value.map(make) ?? .none }
}

extension ReportValue {
  /// What people read, unescaped.
  func shown(_ numbers: NumberStyle) -> String {
    switch self {
    case .none: "—"
    case .text(let text): text
    case .word(_, let shown): shown
    case .flag: ""
    case .count(let n): numbers.integer(n)
    case .number(let value, let places): numbers.decimal(value, places: places)
    case .percent(let value, let places): numbers.percent(value / 100, places: places)
    case .duration(let seconds): DurationText.text(seconds, numbers)
    case .range(let low, let high): range(low, high, numbers)
    }
  }

  /// "33 a 60"; a unit that both ends have stands once.
  private func range(_ low: ReportValue, _ high: ReportValue, _ numbers: NumberStyle) -> String {
    if low == .none || high == .none { return "—" }
    let first: String
    switch low {
    case .percent(let value, let places): first = numbers.decimal(value, places: places)
    default: first = low.shown(numbers)
    }
    return Phrase(es: "{low} a {high}", en: "{low} to {high}")(
      numbers.language, ["low": first, "high": high.shown(numbers)])
  }

  var json: JSON {
    switch self {
    case .none: .null
    case .text(let text): .string(text)
    case .word(let code, _): .string(code)
    case .flag(let isTrue): .bool(isTrue)
    case .count(let n): .int(Int64(n))
    case .number(let value, _), .percent(let value, _), .duration(let value): .double(value)
    case .range(let low, let high): .array([low.json, high.json])
    }
  }

  /// A cell for a spreadsheet: full precision that a person can still read, with the country's decimal mark.
  func csv(_ numbers: NumberStyle) -> String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .word(let code, _): code
    case .flag(let isTrue): isTrue ? "true" : "false"
    case .count(let n): String(n)
    case .number(let value, let places), .percent(let value, let places):
      plain(value, places: max(places, 2), numbers)
    case .duration(let seconds): plain(seconds, places: 0, numbers)
    case .range(let low, let high): "\(low.csv(numbers)) \(high.csv(numbers))"
    }
  }

  /// Without marks between thousands, which a spreadsheet would take for something else.
  private func plain(_ value: Double, places: Int, _ numbers: NumberStyle) -> String {
    String(numbers.decimal(value, places: places).filter { $0 != numbers.groupMark })
  }

  var isNumeric: Bool {
    switch self {
    case .count, .number, .percent, .duration: true
    case .none, .text, .word, .flag, .range: false
    }
  }
}

/// A length of time in its two largest units, for people: "42 s", "7 min 30 s", "2 h 5 min", "3 d 4 h", "41 d".
enum DurationText {
  static func text(_ seconds: Double, _ numbers: NumberStyle) -> String {
    guard seconds.isFinite, seconds < 1e12 else { return "—" }
    let whole = Int64(seconds.magnitude.rounded())
    let sign = seconds < 0 && whole > 0 ? "-" : ""
    return sign + text(whole, numbers)
  }

  private static func text(_ seconds: Int64, _ numbers: NumberStyle) -> String {
    func both(_ large: Int64, _ largeUnit: String, _ small: Int64, _ smallUnit: String) -> String {
      let head = "\(numbers.integer(large)) \(largeUnit)"
      return small == 0 ? head : "\(head) \(small) \(smallUnit)"
    }
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return both(seconds / 60, "min", seconds < 600 ? seconds % 60 : 0, "s")
    case ..<86400: return both(seconds / 3600, "h", seconds % 3600 / 60, "min")
    default: return both(seconds / 86400, "d", seconds < 864_000 ? seconds % 86400 / 3600 : 0, "h")
    }
  }
}
