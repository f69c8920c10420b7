import VocDomain

/// What the headers of one shape tell about the order of their dates.
struct ShapeStatistics: Sendable {
  /// How far time runs backwards when the dates are read in one order.
  struct Chronology: Sendable {
    private(set) var backwardSeconds: Int64 = 0
    private var previous: LocalTime?

    mutating func add(_ time: LocalTime) {
      if let previous, time < previous { backwardSeconds += previous.wallSeconds - time.wallSeconds }
      previous = time
    }
  }

  let shape: HeaderShape
  /// Headers whose date exists in some order.
  private(set) var count = 0
  /// Headers whose first number can only be a day.
  private(set) var firstOverTwelve = 0
  /// Headers whose second number can only be a day.
  private(set) var secondOverTwelve = 0
  /// Headers that say the same in both orders.
  private(set) var sameEitherWay = 0
  private(set) var firstSingle = 0
  private(set) var firstPadded = 0
  private(set) var secondSingle = 0
  private(set) var secondPadded = 0
  /// Headers with "AM" or "PM" in capitals and without dots.
  private(set) var plainCapitals = 0
  private(set) var dayFirst = Chronology()
  private(set) var monthFirst = Chronology()
  private(set) var mediaVotesDayFirst = 0
  private(set) var mediaVotesMonthFirst = 0

  init(shape: HeaderShape) { self.shape = shape }

  /// Takes a header with a date that exists; `rest` is what follows it on the line.
  mutating func add(_ header: Header, rest: ByteView) {
    count += 1
    if header.hasPlainCapitals { plainCapitals += 1 }
    if shape.isYearFirst { return }
    if header.first.value > 12 { firstOverTwelve += 1 }
    if header.second.value > 12 { secondOverTwelve += 1 }
    if header.first.value == header.second.value { sameEitherWay += 1 }
    if header.first.isSingle { firstSingle += 1 }
    if header.first.isPadded { firstPadded += 1 }
    if header.second.isSingle { secondSingle += 1 }
    if header.second.isPadded { secondPadded += 1 }
    // The numbers decide before anything else; what follows is asked only while they have not.
    if firstOverTwelve + secondOverTwelve > 0 { return }
    if let time = header.time(in: .dmy) { dayFirst.add(time) }
    if let time = header.time(in: .mdy) { monthFirst.add(time) }
    if header.first.value != header.second.value, let date = MediaNameDate.find(in: rest) {
      vote(date, header)
    }
  }

  private mutating func vote(_ date: CivilDate, _ header: Header) {
    if header.time(in: .dmy)?.date == date { mediaVotesDayFirst += 1 }
    if header.time(in: .mdy)?.date == date { mediaVotesMonthFirst += 1 }
  }
}

/// The date that WhatsApp writes into the names of media files.
enum MediaNameDate {
  private static let afterName = Array("-WA".utf8)

  /// `IMG-20240313-WA0001` (Android) or `-PHOTO-2024-03-12-15-46-01` (iOS); nil where there is none.
  static func find(in text: ByteView) -> CivilDate? {
    var start = 0
    while let dash = text.firstIndex(of: 0x2D, from: start) {
      start = dash + 1
      guard text[start].isDigit, text[dash - 1].isASCIILetter else { continue }
      if let date = compact(text, at: start) ?? spelled(text, at: start) { return date }
    }
    return nil
  }

  private static func compact(_ text: ByteView, at start: Int) -> CivilDate? {
    guard text.hasPrefix(afterName, at: start + 8), let year = number(text, start, digits: 4),
      let month = number(text, start + 4, digits: 2), let day = number(text, start + 6, digits: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func spelled(_ text: ByteView, at start: Int) -> CivilDate? {
    guard text[start + 4] == 0x2D, text[start + 7] == 0x2D, text[start + 10] == 0x2D,
      let year = number(text, start, digits: 4), let month = number(text, start + 5, digits: 2),
      let day = number(text, start + 8, digits: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func number(_ text: ByteView, _ start: Int, digits: Int) -> Int? {
    var value = 0
    for index in start..<start + digits {
      guard text[index].isDigit else { return nil }
      value = value * 10 + Int(text[index]) - 0x30
    }
    return value
  }
}
