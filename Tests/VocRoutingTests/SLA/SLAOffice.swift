import VocDomain
import VocRouting

/// The office of the tests: Mexico City in November 2026, Monday to Friday 9-14 and 16-19, Saturday 10-14,
/// closed on Monday the 16th.
enum Office {
  static let morning = OpenHours(start: 9 * 3600, end: 14 * 3600)
  static let afternoon = OpenHours(start: 16 * 3600, end: 19 * 3600)

  static let calendar = BusinessCalendar(
    name: "oficina", zone: "America/Mexico_City",
    week: Array(repeating: [morning, afternoon], count: 5)
      + [[OpenHours(start: 10 * 3600, end: 14 * 3600)], []],
    exceptions: [CivilDate(daysSince1970: 20_773): []])

  static let always = BusinessCalendar(
    name: "siempre", zone: "UTC", week: Array(repeating: [OpenHours(start: 0, end: 86_400)], count: 7))

  static func calendars() throws -> Calendars { try Calendars([calendar, always], usual: "oficina") }
}

/// A wall-clock time of the office's November: the 13th is a Friday. Mexico City is at UTC-6 all year.
func nov(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
  Instant(unixSeconds: (20_758 + Int64(day) - 1) * Seconds.day + Int64(hour + 6) * 3600 + Int64(minute) * 60)
}

let minute = Seconds.minute
let hour = Seconds.hour

/// A policy with the same targets for every priority, in seconds.
func promise(
  named name: String = "oro", _ targets: [SLAPolicy.Measure: Int64], calendar: String? = nil,
  solveCountsAsReply: Bool = true, holdCounts: Bool = false, reopenWithin: Int64 = 7 * Seconds.day
) -> SLAPolicy {
  SLAPolicy(
    name: name, calendar: calendar,
    targets: targets.mapValues { target in
      Dictionary(uniqueKeysWithValues: Ticket.Priority.allCases.map { ($0, target) })
    },
    solveCountsAsReply: solveCountsAsReply, holdCounts: holdCounts, reopenWithin: reopenWithin)
}

extension SLAEvent {
  static func policy(_ policy: SLAPolicy?, at: Instant) -> SLAEvent {
    SLAEvent(at: at, .policy(policy, .normal))
  }

  /// A ticket that a customer's message begins.
  static func opened(_ at: Instant, _ policy: SLAPolicy?) -> [SLAEvent] {
    [SLAEvent(at: at, .created), .policy(policy, at: at), SLAEvent(at: at, .customerMessage)]
  }
}

/// The clocks of one measure, folded in the office's calendars.
func clocks(_ measure: SLAPolicy.Measure, _ events: [SLAEvent]) throws -> [SLAClock] {
  try SLAClocks.fold(events, calendars: Office.calendars()).filter { $0.measure == measure }
}
