import Foundation
import Testing
import VocDomain
import VocTesting

@testable import VocDesk

@Suite struct TwoThreadsTests {
  struct Stop: Error {}

  @Test func eachHasItsOwnDeskAndThread() throws {
    let desk = try DeskFixture().desk()
    let here = Thread.current
    let (one, other) = try desk.snapshotForTwo {
      try desk.both {
        (isSameDesk: $0 === desk, isSameThread: Thread.current === here)
      } here: {
        // Busy until both are done.
        try desk.both {
          $0 === desk
        } here: {
          Thread.current === here
        }
      }
    }
    #expect(one == (false, false))
    #expect(other == (true, true))
  }

  @Test func withoutASnapshotForTwoOneThreadDoesBoth() throws {
    let desk = try DeskFixture().desk()
    let here = Thread.current
    let isHere = { (other: Desk) in other === desk && Thread.current === here }
    #expect(try desk.both(isHere) { true } == (true, true))
    // What is not committed yet no other connection sees.
    #expect(
      try desk.store.transaction { try desk.snapshotForTwo { try desk.both(isHere) { true } } } == (
        true, true
      ))
  }

  @Test func everySurveyHasItsPlace() {
    #expect(SurveyKind.allCases.map(\.place) == Array(SurveyKind.allCases.indices))
  }

  @Test func failuresOfEitherAreThrownWhenBothAreDone() throws {
    let desk = try DeskFixture().desk()
    var isDone = false
    #expect(throws: Stop.self) {
      try desk.snapshotForTwo {
        try desk.both { _ in
          Thread.sleep(forTimeInterval: 0.05)
          isDone = true
        } here: {
          throw Stop()
        }
      }
    }
    #expect(isDone)
    #expect(throws: Stop.self) {
      try desk.snapshotForTwo {
        try desk.both { _ in
          throw Stop()
        } here: {
        }
      }
    }
  }

  private static let until = Instant(unixSeconds: 1_795_230_000)

  /// With business hours, so that every clock is asked for.
  private func filledDesk(_ folder: TemporaryFolder) throws -> Desk {
    let desk = try Desk(
      path: folder["voc.db"], for: .writing, actor: "prueba", systemZone: "America/Santiago",
      now: { TwoThreadsTests.until })
    _ = try desk.applyPolicy(Array(BusinessHoursTests.policies[0].utf8))
    _ = try desk.fillDemo(
      DemoPlan(tickets: 150, messagesPerTicket: 3, answers: 400, seed: 11, until: TwoThreadsTests.until))
    return desk
  }

  /// What one thread tells in a transaction, which is no snapshot for two, two tell the same.
  @Test(arguments: ["", "priority:high,urgent", "channel:whatsapp"]) func reportsTellTheSame(filter: String)
    throws
  {
    let folder = try TemporaryFolder()
    let desk = try filledDesk(folder)
    let days: [(since: CivilDate?, until: CivilDate?)] = [
      (nil, nil), (CivilDate(year: 2026, month: 10, day: 1), CivilDate(year: 2026, month: 10, day: 31)),
    ]
    for (since, until) in days {
      var reports: [() throws -> Any] = [
        { try desk.customerReport(since: since, until: until, matching: filter) },
        { try desk.agentReport(since: since, until: until, matching: filter) },
        { try desk.channelReport(since: since, until: until, matching: filter) },
        { try desk.board(since: since, until: until, matching: filter) },
        { try desk.supervisorPage(ReportPeriod(since: since, until: until), matching: filter) },
      ]
      for grouping in SatisfactionReport.Grouping.allCases {
        reports.append { try desk.satisfaction(since: since, until: until, by: grouping, matching: filter) }
      }
      for report in reports {
        let byTwo = Dump.text(try report())
        let byOne = Dump.text(try desk.store.transaction { try report() })
        #expect(byTwo == byOne)
      }
    }
  }
}

extension Dump {
  /// With the members of dictionaries in order.
  fileprivate static func text(_ value: Any) -> [String] {
    var text = ""
    dump(value, to: &text)
    return text.split(separator: "\n").map(String.init).sorted()
  }
}
