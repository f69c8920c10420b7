import Testing
import VocDomain

@testable import VocDesk

/// Which stretch a period is compared with.
@Suite struct ReportPeriodTests {
  private func day(_ text: String?) -> CivilDate? {
    guard let text else { return nil }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2])
  }

  @Test(arguments: [
    ("2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30"),
    ("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"),
    ("2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30"),
    ("2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31"),
    ("2026-11-02", "2026-11-08", "2026-10-26", "2026-11-01"),
    // It ends today where it has no end, or one to come.
    ("2026-11-12", nil, "2026-11-02", "2026-11-11"),
    ("2026-11-01", "2026-11-30", "2026-10-11", "2026-10-31"),
    ("2026-11-21", "2026-11-21", "2026-11-20", "2026-11-20"),
  ])
  func asLongAStretchBefore(since: String, until: String?, first: String, last: String) throws {
    let period = ReportPeriod(since: day(since), until: day(until))
    let today = try #require(day("2026-11-21"))
    #expect(period.before(today: today) == ReportPeriod(since: day(first), until: day(last)))
  }

  @Test func nothingIsBeforeABeginninglessOrAFuturePeriod() throws {
    let today = try #require(day("2026-11-21"))
    #expect(ReportPeriod(since: nil, until: today).before(today: today) == nil)
    #expect(ReportPeriod(since: today + 1, until: nil).before(today: today) == nil)
  }
}
