import VocDomain

/// The time that a cell tells: a date as `TableDate` reads it, RFC 5322's "Fri, 18 Oct 2019 17:02:00 +0000", or
/// seconds, milliseconds or microseconds since 1970.
enum CellTime: Equatable {
  case blank
  case date(TableDate)
  case instant(Instant)
  case unreadable

  init(_ text: String) {
    if text.isEmpty {
      self = .blank
    } else if let epoch = CellTime.epoch(text) {
      self = .instant(epoch)
    } else if let date = TableDate(text.utf8.span) {
      self = .date(date)
    } else if let instant = MailDate.instant(text) {
      self = .instant(instant)
    } else {
      self = .unreadable
    }
  }

  /// Nil for a blank cell, and for a date that does not exist in that order.
  func time(_ order: DateOrder?, isUTC: Bool) -> RecordTime? {
    switch self {
    case .date(let date): date.time(order, isUTC: isUTC)
    case .instant(let instant): .instant(instant)
    case .blank, .unreadable: nil
    }
  }

  /// Ten digits are seconds, 13 milliseconds, 16 microseconds; a fraction of seconds may follow.
  private static func epoch(_ text: String) -> Instant? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let digits = parts.first, let number = Int64(digits),
      parts.last?.utf8.contains(UInt8(ascii: ".")) == false
    else { return nil }
    return switch digits.utf8.count {
    case 10: Instant(unixSeconds: number)
    case 13: Instant(unixSeconds: number / 1000)
    case 16: Instant(unixSeconds: number / 1_000_000)
    default: nil
    }
  }
}
