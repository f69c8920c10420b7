/// Where a law moves a holiday, by the weekday that it falls on.
struct WeekdayShift: Sendable {
  /// Monday first: how many days later it is kept, negative earlier. None: it is no holiday then; two: both.
  let days: [[Int]]

  private init(_ days: [Int]...) { self.days = days }

  /// To the next Monday.
  static let nextMonday = WeekdayShift([0], [6], [5], [4], [3], [2], [1])
  /// Tuesday and Wednesday to the Monday before, Thursday and Friday to the one after.
  static let nearMonday = WeekdayShift([0], [-1], [-2], [4], [3], [0], [0])
  /// The same, and Saturday and Sunday to the Monday after.
  static let nearMondayAllWeek = WeekdayShift([0], [-1], [-2], [4], [3], [2], [1])
  /// As `nearMonday`, and Sunday to the Monday after.
  static let nearMondayAndSunday = WeekdayShift([0], [-1], [-2], [4], [3], [0], [1])
  /// As `nearMonday`, but not a Friday.
  static let nearMondayButFriday = WeekdayShift([0], [-1], [-2], [4], [0], [0], [0])
  /// From Tuesday to Friday, to the next Monday.
  static let workdayToNextMonday = WeekdayShift([0], [6], [5], [4], [3], [0], [0])
  /// From Tuesday to Thursday to the Monday before, Friday to the one after.
  static let mondayOfTheWeek = WeekdayShift([0], [-1], [-2], [-3], [3], [0], [0])
  /// Tuesday to the Friday before, Wednesday to the one after.
  static let nearFriday = WeekdayShift([0], [-4], [2], [0], [0], [0], [0])
  /// Tuesday to Monday, Wednesday and Thursday to Friday, the weekend to the workday next to it.
  static let longWeekend = WeekdayShift([0], [-1], [2], [1], [0], [-1], [1])
  /// Saturday to Friday, Sunday to Monday.
  static let offTheWeekend = WeekdayShift([0], [0], [0], [0], [0], [-1], [1])
  /// The first of two holidays in a row.
  static let firstOfTwo = WeekdayShift([0], [0], [2], [0], [0], [-1], [2])
  /// The second of two holidays in a row.
  static let secondOfTwo = WeekdayShift([0], [0], [-2], [0], [0], [-2], [1])
  /// A Sunday's holiday is kept on the Monday as well.
  static let mondayToo = WeekdayShift([0], [0], [0], [0], [0], [0], [0, 1])
  static let notOnSunday = WeekdayShift([0], [0], [0], [0], [0], [0], [])
  static let onlyOnMonday = WeekdayShift([0], [], [], [], [], [], [])
  static let onlyOnFriday = WeekdayShift([], [], [], [], [0], [], [])
  static let onlyOnMondayOrFriday = WeekdayShift([0], [], [], [], [0], [], [])
}
