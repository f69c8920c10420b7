/// The way an export writes its headers: what one phone keeps the same from line to line.
///
/// Zero padding is not part of it: 17.9.2019 and 17.09.2019 stand in one file.
struct HeaderShape: Hashable, Sendable {
  /// What stands between two numbers of a date.
  enum Separator: UInt8, Sendable { case slash, dot, dash }
  enum Comma: UInt8, Sendable { case none, latin, arabic }
  /// What stands between the stamp and the rest of the line.
  enum Close: UInt8, Sendable { case bracket, hyphen, enDash, colon }

  var firstSeparator: Separator = .slash
  var secondSeparator: Separator = .slash
  /// A space after each dot, as Croatian and Slovene have it.
  var hasSpacedDate = false
  /// "2018." before the time.
  var hasDotAfterDate = false
  var isYearFirst = false
  var hasLongYear = false
  var comma: Comma = .none
  /// Finnish "klo" before the time.
  var hasKlo = false
  /// "21.25" instead of "21:25".
  var hasDottedTime = false
  var hasSeconds = false
  var hasDayHalf = false
  var close: Close = .hyphen

  /// iPhones write brackets; before about 2016 a colon after the time.
  var isIOS: Bool { close == .bracket || close == .colon }

  /// Writes its dates in the same way, if not its times: the phone's clock went from 24 hours to 12.
  func hasDates(of other: HeaderShape) -> Bool {
    firstSeparator == other.firstSeparator && secondSeparator == other.secondSeparator
      && isYearFirst == other.isYearFirst && hasLongYear == other.hasLongYear
      && hasSpacedDate == other.hasSpacedDate && hasDotAfterDate == other.hasDotAfterDate
  }
}
