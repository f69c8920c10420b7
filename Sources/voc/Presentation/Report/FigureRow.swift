/// A row of `FigureTable`; what is not given has nothing to say.
struct FigureRow {
  var measure: ReportValue
  var unit: String
  var n = ReportValue.none
  var part = ReportValue.none
  /// For people, and then the same for programs.
  var shown = ReportValue.none
  var value = ReportValue.none
  var low = ReportValue.none
  var high = ReportValue.none
  var interval = ReportValue.none
  var previousShown = ReportValue.none
  var previous = ReportValue.none
  var previousN = ReportValue.none
  var changeText = ReportValue.none
  var change = ReportValue.none
  var changeLow = ReportValue.none
  var changeHigh = ReportValue.none
  var remark = ""
  var warning = ""

  /// In the order of the columns.
  var values: [ReportValue] {
    [
      measure, .text(unit), n, part, shown, value, low, high, interval, n, previousShown, previous, previousN,
      changeText, change, changeLow, changeHigh, .text(remark), .text(warning),
    ]
  }
}
