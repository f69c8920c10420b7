import VocDomain

/// A line's stamp as it is written, before anybody knows which number is the day.
struct Header: Sendable {
  /// A number of the date and how it was padded.
  struct Number: Equatable, Sendable {
    var value = 0
    var digits = 0
    /// One digit: the shape does not pad.
    var isSingle: Bool { digits == 1 }
    /// "05": the shape pads.
    var isPadded: Bool { digits == 2 && value < 10 }
  }

  var shape = HeaderShape()
  var first = Number()
  var second = Number()
  var third = Number()
  /// Of the day, 0...23 where the time is real; more where it is not.
  var hour = 0
  var minute = 0
  var seconds = 0
  /// "AM" or "PM", in capitals and without dots.
  var hasPlainCapitals = false
  /// Where the rest of the line starts.
  var restStart = 0

  /// Nil where day, month or time do not exist in that order.
  func time(in order: DateOrder) -> LocalTime? {
    let (year, month, day) =
      switch order {
      case .ymd: (first, second, third)
      case .dmy: (third, second, first)
      case .mdy: (third, first, second)
      }
    if shape.isYearFirst != (order == .ymd) { return nil }
    return LocalTime(
      year: year.digits == 2 ? 2000 + year.value : year.value, month: month.value, day: day.value,
      hour: hour, minute: minute, second: seconds)
  }

  /// A real date and time in at least one order.
  var isPossible: Bool {
    shape.isYearFirst ? time(in: .ymd) != nil : time(in: .dmy) != nil || time(in: .mdy) != nil
  }
}
