/// Which part of the screen is whose, for a size.
///
/// A row of title, the two panes (one of them where the screen is narrow), what is being typed, a row of notices, a
/// row of keys.
struct TriageLayout: Equatable, Sendable {
  let size: ScreenSize
  /// Rows of a text being typed; its label is one more.
  let promptRows: Int

  static let least = ScreenSize(rows: 10, columns: 40)
  /// Rows that a ticket takes in the list.
  static let entryRows = 2
  /// Above the messages: subject, facts, customer, a rule.
  static let headRows = 4

  init(size: ScreenSize, promptRows: Int = 0) {
    self.size = size
    self.promptRows = promptRows
  }

  var isTooSmall: Bool { size.rows < TriageLayout.least.rows || size.columns < TriageLayout.least.columns }

  /// Side by side, or one at a time.
  var hasBothPanes: Bool { size.columns >= 70 }

  var panes: Range<Int> { 1..<max(2, size.rows - 2 - (promptRows > 0 ? promptRows + 1 : 0)) }
  var promptTop: Int { panes.upperBound }
  var noticeRow: Int { size.rows - 2 }
  var keysRow: Int { size.rows - 1 }

  var listColumns: Range<Int> {
    hasBothPanes ? 0..<min(52, max(30, size.columns * 2 / 5)) : 0..<size.columns
  }

  /// After the line between the panes and a blank.
  var conversationColumns: Range<Int> {
    hasBothPanes ? listColumns.upperBound + 2..<size.columns : 0..<size.columns
  }

  var listEntries: Int { panes.count / TriageLayout.entryRows }
  var conversationLines: Int { max(1, panes.count - TriageLayout.headRows) }
}
