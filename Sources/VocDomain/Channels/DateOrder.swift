/// In which order an export writes day, month and year.
public enum DateOrder: String, CaseIterable, Sendable {
  case dmy, mdy, ymd

  /// What decided the order of an export's dates, strongest first.
  public enum Evidence: String, Sendable {
    /// Somebody said so.
    case given
    /// The year stands first, or a number over 12 can only be a day.
    case numbers
    /// Media names carry the same day as YYYYMMDD.
    case mediaNames
    /// Only this order lets time run forwards.
    case chronology
    /// The other order gives the same dates.
    case sameEitherWay
    /// No region writes the other order in this shape.
    case shape
    /// The language of the system notices, or the country of the phones or of `--country`.
    case region
  }
}
