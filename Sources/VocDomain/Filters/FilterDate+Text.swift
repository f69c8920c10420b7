extension FilterDate {
  /// Reads 2026, 2026-11, 2026-11-01, 2026-11-01T10:30, with seconds, Z or ±hh:mm, -7d and the words for days.
  public init?(_ text: String) {
    if let date = FilterDate.word(text) ?? FilterDate.ago(text) ?? FilterDate.civil(text) {
      self = date
    } else {
      return nil
    }
  }

  /// As `init?(_:)` reads it.
  var text: String {
    switch self {
    case .year(let year): padded(year, 4)
    case .month(let months): String(CivilDate(firstOfMonthsSince1970: months).isoText.dropLast(3))
    case .day(let date): date.isoText
    case .minute(let time): String(time.isoText.dropLast(3))
    case .second(let time): time.isoText
    case .instant(let instant): LocalTime(wallSeconds: instant.unixSeconds).isoText + "Z"
    case .today: "today"
    case .yesterday: "yesterday"
    case .tomorrow: "tomorrow"
    case .thisMonth: "this-month"
    case .weekday(let weekday): "\(weekday)"
    case .ago(let seconds): "-" + FilterLength.text(seconds)
    }
  }

  private static func ago(_ text: String) -> FilterDate? {
    text.hasPrefix("-") ? FilterLength.magnitude(String(text.dropFirst())).map { .ago($0) } : nil
  }

  private static func word(_ text: String) -> FilterDate? {
    let folded = Folding.folded(text)
    return words.first { $0.words.split(separator: " ").contains { $0 == folded } }?.date
  }

  private static let words: [(date: FilterDate, words: String)] = [
    (.today, "today hoy"), (.yesterday, "yesterday ayer"), (.tomorrow, "tomorrow manana"),
    (.thisMonth, "this-month este-mes"),
    (.weekday(.monday), "monday lunes mon lun"), (.weekday(.tuesday), "tuesday martes tue mar"),
    (.weekday(.wednesday), "wednesday miercoles wed mie"), (.weekday(.thursday), "thursday jueves thu jue"),
    (.weekday(.friday), "friday viernes fri vie"), (.weekday(.saturday), "saturday sabado sat sab"),
    (.weekday(.sunday), "sunday domingo sun dom"),
  ]
}

extension FilterDate {
  private static func civil(_ text: String) -> FilterDate? {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let date = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard let year = digits(date[0], 4) else { return nil }
    if date.count == 1 { return parts.count == 1 && year > 0 ? .year(year) : nil }
    guard let month = digits(date[1], 2),
      let first = CivilDate(year: year, month: month, day: 1)
    else { return nil }
    if date.count == 2 { return parts.count == 1 ? .month(monthsSince1970: first.monthsSince1970) : nil }
    guard date.count == 3, let number = digits(date[2], 2),
      let day = CivilDate(year: year, month: month, day: number)
    else { return nil }
    return parts.count == 1 ? .day(day) : time(parts[1], of: day)
  }

  private static func time(_ text: Substring, of day: CivilDate) -> FilterDate? {
    let clock = text.prefix { $0 != "Z" && $0 != "+" && $0 != "-" }
    let numbers = clock.split(separator: ":", omittingEmptySubsequences: false).map { digits($0, 2) }
    let zone = text[clock.endIndex...]
    guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
      let second = numbers.count == 3 ? numbers[2] : 0, hour < 24, minute < 60, second < 60
    else { return nil }
    let inDay = Int64(hour * 3600 + minute * 60 + second)
    let local = LocalTime(wallSeconds: day.midnight.wallSeconds + inDay)
    if zone.isEmpty { return numbers.count == 2 ? .minute(local) : .second(local) }
    guard let offset = offset(zone) else { return nil }
    let utc = LocalTime(wallSeconds: local.wallSeconds - offset)
    return years.contains(utc) ? .instant(Instant(unixSeconds: utc.wallSeconds)) : nil
  }

  /// The years 1 to 9999, which four digits can tell.
  private static let years =
    LocalTime(wallSeconds: -62_135_596_800)...LocalTime(wallSeconds: 253_402_300_799)

  /// Seconds east of UTC.
  private static func offset(_ text: Substring) -> Int64? {
    if text == "Z" { return 0 }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = digits(parts[0], 2), let minutes = digits(parts[1], 2), hours < 24,
      minutes < 60
    else { return nil }
    return Int64(hours * 3600 + minutes * 60) * (text.first == "-" ? -1 : 1)
  }

  private static func digits(_ text: Substring, _ count: Int) -> Int? {
    text.utf8.count == count ? FilterNumber.read(String(text)).map(Int.init) : nil
  }
}

extension CivilDate {
  fileprivate var isoText: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension LocalTime {
  fileprivate var isoText: String {
    "\(date.isoText)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
