import Foundation
import Testing
import VocDomain
import VocRouting
import VocTesting

/// Time in the hours in which channels are attended, as the versions of a policy lay them down.
@Suite struct AttendedHoursTests {
  private static var nothing: ServicePolicy {
    get throws { try ServicePolicy(PolicyDocument.initial, kinds: []) }
  }

  private static func policy(_ calendars: BusinessCalendar..., usual: String? = nil) throws
    -> ServicePolicy
  {
    var policy = try nothing
    policy.calendars = calendars + [.always(zone: "UTC")]
    policy.usualCalendar = usual ?? calendars.first?.name ?? ServicePolicy.alwaysOpen
    return policy
  }

  private static func moment(_ zone: String, _ text: String) throws -> Instant {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    let date = try #require(CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]))
    let seconds = date.midnight.wallSeconds + Int64(numbers[3] * 3600 + numbers[4] * 60)
    return try ZoneClock(named: zone).instant(of: LocalTime(wallSeconds: seconds))
  }

  /// Open all of Saturday and Sunday, when clocks change.
  private static func weekend(_ zone: String) -> BusinessCalendar {
    BusinessCalendar(
      name: "finde", zone: zone, week: Array(repeating: [], count: 5) + [[.wholeDay], [.wholeDay]])
  }

  static let waits: [(String, String, String, Int64)] = [
    ("within the hours", "2026-11-12 10:00", "2026-11-12 10:30", 30),
    ("over the break", "2026-11-12 13:50", "2026-11-12 16:10", 20),
    ("over a night", "2026-11-12 18:50", "2026-11-13 09:20", 30),
    ("within the night", "2026-11-12 20:00", "2026-11-13 08:00", 0),
    ("over a weekend", "2026-11-06 18:30", "2026-11-09 09:15", 285),
    ("over a weekend and a holiday", "2026-11-14 13:30", "2026-11-17 09:15", 45),
    ("on the holiday", "2026-11-16 10:00", "2026-11-16 18:00", 0),
    ("ends before it begins", "2026-11-12 12:00", "2026-11-12 10:00", 0),
  ]

  @Test(arguments: waits)
  func aShop(_ what: String, from: String, to: String, minutes: Int64) throws {
    let hours = try #require(
      try AttendedHours([(try Self.policy(BusinessClockTests.shop), .init(unixSeconds: 0))]))
    let zone = BusinessClockTests.zone
    let seconds = hours.seconds(
      from: try Self.moment(zone, from), to: try Self.moment(zone, to), inGroup: hours.group(ofKind: "chat"))
    #expect(seconds == 60 * minutes, "\(what)")
  }

  /// Chile's clocks are set back and forth; Mexico's were until October 2022.
  static let weekends: [(String, String, String, Int64)] = [
    ("America/Santiago", "2026-04-03 12:00", "2026-04-06 12:00", 49),
    ("America/Santiago", "2026-09-04 12:00", "2026-09-07 12:00", 47),
    ("America/Mexico_City", "2022-10-28 12:00", "2022-10-31 12:00", 49),
    ("America/Mexico_City", "2023-10-27 12:00", "2023-10-30 12:00", 48),
  ]

  @Test(arguments: weekends)
  func aWeekendOfChangingClocks(zone: String, from: String, to: String, hours expected: Int64) throws {
    let hours = try #require(
      try AttendedHours([(try Self.policy(Self.weekend(zone)), .init(unixSeconds: 0))]))
    let seconds = hours.seconds(
      from: try Self.moment(zone, from), to: try Self.moment(zone, to), inGroup: hours.group(ofKind: ""))
    #expect(seconds == 3600 * expected)
  }

  @Test func withoutHoursThereIsNoBusinessTime() throws {
    let start = Instant(unixSeconds: 0)
    #expect(try AttendedHours([]) == nil)
    #expect(try AttendedHours([(try Self.nothing, start), (try Self.policy(), start + 9)]) == nil)
    // A calendar that nothing is attended by, as that of a shift.
    #expect(
      try AttendedHours([(try Self.policy(BusinessClockTests.shop, usual: ServicePolicy.alwaysOpen), start)])
        == nil)
    // One under another name that never closes either.
    var open = BusinessCalendar.always(zone: "America/Lima")
    open.name = "siempre"
    #expect(try AttendedHours([(try Self.policy(open), start)]) == nil)
  }

  /// Nothing, then the morning, then the afternoon, then again nothing: each counts its own time, the first hours also
  /// what came before them.
  @Test func versionsCountTheirOwnTime() throws {
    func open(_ from: Int, _ to: Int) throws -> ServicePolicy {
      try Self.policy(
        BusinessCalendar(name: "tienda", zone: "UTC", week: Array(repeating: [.at(from, to)], count: 7)))
    }
    func day(_ number: Int64, _ hour: Int64 = 0) -> Instant {
      Instant(unixSeconds: number * 86_400 + hour * 3600)
    }
    let hours = try #require(
      try AttendedHours([
        (try Self.nothing, day(5)), (try open(8, 10), day(10)), (try open(12, 18), day(20, 9)),
        (try Self.nothing, day(30)),
      ]))
    func worked(_ start: Instant, _ end: Instant) -> Int64 {
      hours.seconds(from: start, to: end, inGroup: hours.group(ofKind: "email")) / 3600
    }
    #expect(worked(day(1), day(2)) == 2)
    #expect(worked(day(7), day(8)) == 2)
    #expect(worked(day(10), day(11)) == 2)
    #expect(worked(day(20), day(21)) == 1 + 6)
    #expect(worked(day(21), day(22)) == 6)
    #expect(worked(day(29), day(31)) == 6 + 24)
    #expect(worked(day(1), day(31)) == 19 * 2 + 7 + 9 * 6 + 24)
  }

  /// A channel's own calendar, also one that never closes, goes before the usual one.
  @Test func channelsHaveTheirOwnHours() throws {
    var policy = try Self.policy(BusinessClockTests.shop, Self.weekend("UTC"))
    policy.routing.channels["phone"] = ChannelPolicy(capacity: 1, calendar: "finde")
    policy.routing.channels["whatsapp"] = ChannelPolicy(capacity: 1, calendar: ServicePolicy.alwaysOpen)
    policy.routing.channels["chat"] = ChannelPolicy(capacity: 1)
    let hours = try #require(try AttendedHours([(policy, Instant(unixSeconds: 0))]))
    let groups = ["", "chat", "email", "phone", "whatsapp"].map(hours.group(ofKind:))
    #expect(groups == [0, 0, 0, 1, 2])
    // 2026-11-02, a Monday.
    let monday = Instant(unixSeconds: 1_793_577_600)
    #expect(
      (0...3).map { hours.seconds(from: monday, to: monday + 7 * 86_400, inGroup: $0) / 3600 } == [
        44, 48, 168, 0,
      ])
  }

  static let zones: [(zone: String, year: Int, month: Int, day: Int)] = [
    ("America/Santiago", 2026, 4, 5), ("America/Santiago", 2026, 9, 6), ("America/Mexico_City", 2022, 10, 30),
    ("America/Bogota", 2026, 1, 12), ("UTC", 2026, 2, 28),
  ]

  /// Against a walk over every minute of sixteen days in which the policy changes twice.
  @Test(arguments: zones, 1...4)
  func agreesWithEveryMinute(_ change: (zone: String, year: Int, month: Int, day: Int), seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let day = try #require(CivilDate(year: change.year, month: change.month, day: change.day))
    let start = day.midnight.wallSeconds - 8 * 86_400
    let total = 16 * 24 * 60
    let turns = [chance.number(0...total), chance.number(0...total)].sorted()
    let calendars = (0..<3).map { _ in
      var calendar = BusinessCalendar(
        name: "azar", zone: change.zone,
        week: (0..<7).map { _ in
          // The nights, in which clocks change, are another test's.
          let bounds = Set((0..<4).map { _ in chance.number(24...88) }).sorted()
          return (0..<bounds.count / 2).map {
            OpenHours(start: bounds[2 * $0] * 900, end: bounds[2 * $0 + 1] * 900)
          }
        })
      calendar.week[0] = [.at(9, 17)]
      if change.zone == "America/Bogota" { calendar.holidays = "CO" }
      return calendar
    }
    let moments = [0, turns[0], turns[1]].map { Instant(unixSeconds: start + Int64($0) * 60) }
    let versions = try zip(calendars, moments).map { (policy: try Self.policy($0), since: $1) }
    let hours = try #require(try AttendedHours(versions))
    let zone = try #require(TimeZone(identifier: change.zone))
    let open = (0..<total).map { minute -> Bool in
      let calendar = calendars[minute >= turns[1] ? 2 : minute >= turns[0] ? 1 : 0]
      let seconds = start + Int64(minute) * 60
      let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
      let local = LocalTime(wallSeconds: seconds + Int64(offset))
      return calendar.hours(on: local.date).contains {
        $0.start <= local.secondOfDay && local.secondOfDay < $0.end
      }
    }
    for _ in 0..<60 {
      let ends = [chance.number(0...total), chance.number(0...total)].sorted()
      let seconds = hours.seconds(
        from: Instant(unixSeconds: start + Int64(ends[0]) * 60),
        to: Instant(unixSeconds: start + Int64(ends[1]) * 60), inGroup: 0)
      #expect(
        seconds == 60 * Int64(open[ends[0]..<ends[1]].count { $0 }), "seed \(seed), minutes \(ends), \(turns)"
      )
    }
  }
}
