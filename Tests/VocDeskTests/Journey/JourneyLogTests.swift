import Testing
import VocDesk
import VocDomain
import VocTesting

/// An imported event log gives exactly the graph that PM4Py finds in the log.
@Suite struct JourneyLogTests {
  @Test(arguments: JourneyFigures.logs)
  func theReportOfALogEqualsPM4Py(log: String) throws {
    let figures = try JourneyFigures(ofLog: log)
    let fixture = try DeskFixture()
    let lines = try JourneyFigures.text(ofLog: log)
    // Twice is once; and in two files as in one.
    let rows = lines.split(separator: "\n").map(String.init)
    let half = rows.prefix(rows.count / 2).joined(separator: "\n") + "\n"
    for (file, content) in [("a.csv", half), ("b.csv", lines)] {
      try fixture.importText(content, as: file) {
        $0.dateOrder = .ymd
        $0.channel = "Mesa"
        $0.events = [("Resolve ticket", .solved), ("Take in charge ticket", .open), ("Closed", .closed)]
      }
    }
    let report = try fixture.desk().journey(variants: .max)
    #expect(report.edges.count == figures.edges.count)
    for edge in figures.edges {
      let note: Comment = "\(edge.from) → \(edge.to)"
      let waits = try #require(report.edges.first { $0.from == edge.from && $0.to == edge.to }, note).waits
      #expect(waits.count == edge.count && Double(waits.total) == edge.total, note)
      #expect(abs(waits.mean - edge.mean) <= 1e-9 * max(1, edge.mean), note)
      #expect(abs(waits.median - edge.median) <= 1e-9 * max(1, edge.median), note)
      #expect(abs(waits.p90 - edge.p90) <= 1e-9 * max(1, edge.p90), note)
    }
    let starts = report.activities.map { ($0.name, $0.starts) }.filter { $0.1 > 0 }
    #expect(Dictionary(uniqueKeysWithValues: starts) == figures.starts)
    #expect(report.variants.count == figures.variants.count)
    for variant in figures.variants {
      #expect(report.variants.first { $0.activities == variant.activities }?.count == variant.count)
    }
    if log == "help_desk" { expectNoTimers(report) }
  }

  /// The month between solving and closing is nobody's, though it is most of the time.
  private func expectNoTimers(_ report: JourneyReport) {
    #expect(report.edges.max { $0.waits.total < $1.waits.total }?.to == "Closed")
    #expect(!report.bottlenecks.isEmpty && !report.bottlenecks.contains { $0.to == "Closed" })
    #expect(!report.bottlenecks.contains { $0.from == "Resolve ticket" })
    #expect(report.rework.first { $0.kind == .reopened }?.share.count ?? 0 > 0)
  }

  @Test func whatAnEntryChangedIsNoPartOfItsName() throws {
    let fixture = try DeskFixture()
    try fixture.importText(
      """
      case,event,time,from,to
      1,Estado: revisión,2026-03-01 10:00:00,Nuevo,Abierto
      1,Estado: revisión,2026-03-01 10:00:30,,Cerrado

      """, as: "log.csv"
    ) { ($0.dateOrder, $0.channel) = (.ymd, "Mesa") }
    let desk = try fixture.desk()
    let report = try desk.journey()
    #expect(report.activities.map(\.name) == ["Estado: revisión"] && report.activities[0].count == 2)
    let told = try desk.view(ticket: 1).events.filter { $0.kind == .activity }.map { $0.to ?? "" }
    #expect(told == ["Estado: revisión: Nuevo → Abierto", "Estado: revisión: Cerrado"])
  }
}
