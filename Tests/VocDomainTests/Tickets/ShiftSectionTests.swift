import Testing
import VocDomain

/// Each unsolved ticket stands in one section, by what is most urgent about it.
@Suite struct ShiftSectionTests {
  /// Hours from now; nil where there is nothing of the kind. Soon is within 8 hours.
  struct Row: Sendable, CustomTestStringConvertible {
    var status = Ticket.Status.open
    var waits: Int64?
    var due: Int64?
    var closes: Int64?
    var promised: Int64?
    var section: ShiftSection

    var testDescription: String {
      func text(_ hours: Int64?) -> String { hours.map { "\($0)" } ?? "-" }
      return
        "\(status) waits \(text(waits)) due \(text(due)) closes \(text(closes)) promised \(text(promised)): \(section)"
    }
  }

  static let rows = [
    Row(section: .rest),
    Row(status: .pending, section: .rest),
    Row(waits: -1, section: .waiting),
    Row(status: .pending, waits: -1, section: .waiting),
    // What is late, due by the end of the time, or just after it.
    Row(due: -1, section: .due),
    Row(due: 8, section: .due),
    Row(due: 9, section: .promised),
    Row(status: .hold, due: 9, section: .promised),
    Row(waits: -1, due: 9, section: .waiting),
    // Promises go before windows, windows before who waits.
    Row(waits: -1, due: 8, closes: 1, section: .due),
    Row(waits: -1, due: 9, closes: 8, section: .window),
    Row(waits: -1, closes: 1, section: .window),
    Row(closes: 1, section: .window),
    Row(status: .new, closes: 1, section: .window),
    Row(status: .pending, waits: -1, closes: 1, section: .window),
    // Nobody wants to write there now, or nobody can any more, or there is time.
    Row(status: .pending, closes: 1, section: .rest),
    Row(status: .hold, due: 20, closes: 1, section: .promised),
    Row(waits: -30, closes: 0, section: .waiting),
    Row(waits: -30, closes: -6, section: .waiting),
    Row(waits: -1, closes: 9, section: .waiting),
    Row(closes: 9, section: .rest),
    // What somebody promised to come back to, even when that is over.
    Row(status: .pending, promised: 30, section: .promised),
    Row(status: .pending, promised: -1, section: .promised),
    Row(status: .pending, waits: -1, promised: 1, section: .promised),
    Row(status: .pending, due: 9, promised: 30, section: .promised),
    Row(status: .pending, due: 8, promised: 1, section: .due),
    Row(status: .pending, waits: -1, closes: 1, promised: 30, section: .window),
    Row(status: .pending, waits: -1, closes: 2, promised: 1, section: .promised),
    Row(status: .pending, waits: -1, closes: 1, promised: -1, section: .promised),
  ]

  @Test(arguments: rows) func standsWhereItMustBeSeen(row: Row) {
    let now = Instant(unixSeconds: 1_775_001_600)
    func moment(_ hours: Int64?) -> Instant? { hours.map { now + $0 * Seconds.hour } }
    let ticket = Ticket(
      id: 1, status: row.status, subject: "", customerID: 1, channelID: 1, createdAt: now, updatedAt: now,
      waitingSince: moment(row.waits), pendingUntil: moment(row.promised))
    let section = ShiftSection(
      of: ticket, dueAt: moment(row.due), closesAt: moment(row.closes), from: now,
      until: now + 8 * Seconds.hour)
    #expect(section == row.section)
  }
}
