import VocDomain

/// Decides the order of a shape's dates, strongest evidence first.
enum OrderEvidence {
  typealias Decision = (order: DateOrder, evidence: DateOrder.Evidence)

  /// What the headers themselves prove; nil where they leave it open.
  static func decide(_ statistics: ShapeStatistics) -> Decision? {
    if let order = numbers(statistics) { return (order, .numbers) }
    if let order = mediaNames(statistics) { return (order, .mediaNames) }
    if let order = chronology(statistics) { return (order, .chronology) }
    if statistics.sameEitherWay == statistics.count { return (.dmy, .sameEitherWay) }
    if let order = shape(statistics) { return (order, .shape) }
    return nil
  }

  private static func numbers(_ statistics: ShapeStatistics) -> DateOrder? {
    if statistics.shape.isYearFirst { return .ymd }
    if statistics.firstOverTwelve == 0 && statistics.secondOverTwelve == 0 { return nil }
    // Both kinds in one shape: somebody pasted lines of another phone, which are then body text.
    return statistics.firstOverTwelve >= statistics.secondOverTwelve ? .dmy : .mdy
  }

  private static func mediaNames(_ statistics: ShapeStatistics) -> DateOrder? {
    let day = statistics.mediaVotesDayFirst
    let month = statistics.mediaVotesMonthFirst
    if day > month * 2 { return .dmy }
    if month > day * 2 { return .mdy }
    return nil
  }

  private static func chronology(_ statistics: ShapeStatistics) -> DateOrder? {
    let day = statistics.dayFirst.backwardSeconds
    let month = statistics.monthFirst.backwardSeconds
    if isWorse(month, than: day) { return .dmy }
    if isWorse(day, than: month) { return .mdy }
    return nil
  }

  private static func isWorse(_ backward: Int64, than other: Int64) -> Bool {
    // A wrong order jumps by weeks; phones whose clocks disagree jump by seconds.
    backward > Seconds.day && backward / 10 > other
  }

  /// CLDR 47: which regions write which short date.
  private static func shape(_ statistics: ShapeStatistics) -> DateOrder? {
    let shape = statistics.shape
    // "M.d.y" and "M-d-y" are no region's short date.
    if shape.firstSeparator != .slash { return .dmy }
    // es-CO, es-PE, es-GT: d/MM/yy.
    if statistics.firstSingle > 0, statistics.secondSingle == 0, statistics.secondPadded > 0 { return .dmy }
    let hasSingle = statistics.firstSingle + statistics.secondSingle > 0
    let hasPadded = statistics.firstPadded + statistics.secondPadded > 0
    // en-US: M/d/yy, h:mm AM.
    if shape.hasDayHalf, statistics.plainCapitals == statistics.count, !shape.hasLongYear, hasSingle,
      !hasPadded
    {
      return .mdy
    }
    // No region writes MM/dd/yyyy. Old Android let the user choose that, so there it proves nothing.
    if shape.isIOS, shape.hasLongYear, hasPadded, !hasSingle { return .dmy }
    return nil
  }

  /// What the language of the system notices, the senders' phones and the shop's own country make likely.
  ///
  /// Spanish alone decides nothing: es-PA and es-PR write MM/dd/yy (CLDR 47).
  static func region(language: SystemPhrase.Language?, country: String?, phones: [String]) -> DateOrder? {
    switch language {
    case .pt, .it, .fr, .de: return .dmy
    case .es, .en, nil: break
    }
    if let country { return monthFirstCountries.contains(country.uppercased()) ? .mdy : .dmy }
    let international = phones.filter { $0.hasPrefix("+") }
    if language == .es, !international.isEmpty, international.allSatisfy(isDayFirstPhone) { return .dmy }
    return nil
  }

  private static let monthFirstCountries: Set<String> = ["US", "PA", "PR"]

  /// True for the numbers of countries other than Panama, Puerto Rico and the United States.
  private static func isDayFirstPhone(_ phone: String) -> Bool {
    let digits = phone.utf8.filter(\.isDigit)
    if digits.starts(with: Array("507".utf8)) { return false }
    if digits.first != 0x31 { return digits.count > 5 }
    // Of the North American plan the Dominican codes alone are surely day first.
    return dominicanCodes.contains(Array(digits.dropFirst().prefix(3)))
  }

  private static let dominicanCodes: [[UInt8]] = ["809", "829", "849"].map { Array($0.utf8) }
}
