import Testing
import VocDesk
import VocDomain

@Suite struct ChannelDirectoryTests {
  private let fixture: DeskFixture
  private let desk: Desk

  init() throws {
    fixture = try DeskFixture()
    desk = try fixture.desk()
    for (name, kind) in [("WhatsApp", "whatsapp"), ("Correo", "email"), ("Encuesta", "survey")] {
      _ = try desk.addChannel(name: name, kind: kind, zone: "UTC", country: nil, identities: ["Café & Co"])
    }
  }

  private func apply(_ sla: String) throws {
    let policy = """
      {"calendars": [{"name": "oficina", "zone": "America/Bogota", "hours": {"mon-fri": ["09:00-18:00"]},
        "holidays": "CO", "exceptions": {"2026-04-02": ["09:00-12:00"], "2026-04-04": ["10:00-12:00"]}}],
       "usual_calendar": "oficina", "channels": {"whatsapp": {"calendar": "24/7"}}, "sla": [\(sla)]}
      """
    _ = try desk.applyPolicy(Array(policy.utf8))
  }

  private func promised(_ channel: String) throws -> [String] {
    let entry = try #require(try desk.channelDirectory().entries.first { $0.channel.name == channel })
    return entry.promises.map { $0.name + ($0.isConditional ? "?" : "") }
  }

  @Test func hoursAreThoseOfTheChannelsCalendar() throws {
    try apply("")
    let directory = try desk.channelDirectory()
    #expect(directory.entries.map(\.channel.name) == ["Correo", "WhatsApp"])
    #expect(directory.entries.map(\.calendar?.name) == ["oficina", "24/7"])
    #expect(directory.entries.map(\.calendar?.isAlwaysOpen) == [false, true])
  }

  @Test func promisesEndWithTheFirstThatHoldsForAll() throws {
    try apply(
      """
      {"name": "vip", "condition": "segment:A", "targets": {"first_reply": "5m"}},
      {"name": "urgente", "condition": "priority:urgent", "targets": {"first_reply": "15m"}},
      {"name": "mensajes", "condition": "channel:whatsapp", "targets": {"first_reply": "30m"}},
      {"name": "no correo", "condition": "-channel:email priority:high", "targets": {"first_reply": "2h"}},
      {"name": "usual", "targets": {"first_reply": "4h"}}
      """)
    #expect(try promised("WhatsApp") == ["urgente?", "mensajes"])
    #expect(try promised("Correo") == ["urgente?", "usual"])
    #expect(try desk.channelDirectory().privatePromises == 1)
  }

  /// What customers read must not tell them how we see them.
  @Test(arguments: [
    "cue:churn", "mood:negative", "tag:moroso", "is:follow-up",
    "channel:whatsapp (priority:high OR cue:legal)",
  ])
  func promisesByOurJudgementStayPrivate(condition: String) throws {
    try apply(
      """
      {"name": "se nos van", "condition": "\(condition)", "targets": {"first_reply": "5m"}},
      {"name": "usual", "targets": {"first_reply": "4h"}}
      """)
    #expect(try promised("WhatsApp") == ["usual"])
    #expect(try desk.channelDirectory().privatePromises == 1)
  }

  @Test func holidaysAndDaysOfOnesOwnAreTold() throws {
    try apply("")
    let days = try #require(try desk.channelDirectory().specialDays["oficina"])
    // In Colombia the 2nd and 3rd of April 2026 are Holy Thursday and Good Friday.
    #expect(days.prefix(3).map { CivilDate.yearMonthDay($0.date) } == ["2026-4-2", "2026-4-3", "2026-4-4"])
    #expect(days.prefix(3).map(\.hours.count) == [1, 0, 1])
    #expect(days[1].name != nil && days[1].language == "es" && days[2].name == nil && days.count == 6)
  }

  @Test func withoutAPolicyNoHoursAreTold() throws {
    let directory = try desk.channelDirectory()
    #expect(directory.entries.count == 2)
    #expect(directory.entries.allSatisfy { $0.calendar == nil && $0.promises.isEmpty })
    #expect(directory.specialDays.values.allSatisfy { $0.isEmpty })
  }

  /// Around the clock is told where somebody said so: for a kind, or by a usual calendar of their own.
  @Test(arguments: [
    (#"{"sla": [{"name": "usual", "targets": {"first_reply": "4h"}}]}"#, [nil, nil]),
    (#"{"channels": {"whatsapp": {"calendar": "24/7"}}}"#, [nil, "24/7"]),
    (#"{"channels": {"whatsapp": {"inactive": "2h"}}}"#, [nil, nil]),
    (
      #"""
      {"calendars": [{"name": "siempre", "zone": "UTC", "hours": {"mon-sun": ["00:00-24:00"]}}],
       "usual_calendar": "siempre"}
      """#, ["siempre", "siempre"]
    ),
  ])
  func hoursAreToldWhereSomebodyLaidThemDown(policy: String, calendars: [String?]) throws {
    _ = try desk.applyPolicy(Array(policy.utf8))
    let entries = try desk.channelDirectory().entries
    #expect(entries.map(\.calendar?.name) == calendars)
    #expect(entries.compactMap(\.calendar).allSatisfy { $0.isAlwaysOpen })
  }
}

extension CivilDate {
  fileprivate static func yearMonthDay(_ date: CivilDate) -> String {
    let (year, month, day) = date.components
    return "\(year)-\(month)-\(day)"
  }
}
