import VocDomain

/// The whole months within a range of days, and the days at both ends that make no month.
struct KeptStretches {
  var days: [ClosedRange<Int>] = []
  /// Months since 1970.
  var months: ClosedRange<Int>?

  init(_ range: ClosedRange<Int>) {
    let firstMonth = CivilDate(daysSince1970: range.lowerBound).monthsSince1970
    let lastMonth = CivilDate(daysSince1970: range.upperBound).monthsSince1970
    func isWhole(_ month: Int) -> Bool {
      let days = CivilDate.days(ofMonth: month)
      return range.lowerBound <= days.lowerBound && days.upperBound <= range.upperBound
    }
    for month in Set([firstMonth, lastMonth]).sorted() where !isWhole(month) {
      days.append(range.clamped(to: CivilDate.days(ofMonth: month)))
    }
    let first = isWhole(firstMonth) ? firstMonth : firstMonth + 1
    let last = isWhole(lastMonth) ? lastMonth : lastMonth - 1
    if first <= last { months = first...last }
  }
}
