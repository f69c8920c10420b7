import Testing
import VocDomain
import VocRouting

@Suite struct PolicyReadingTests {
  private func policy(_ text: String) throws -> ServicePolicy {
    try ServicePolicy(PolicyValue(json: Array(text.utf8)), kinds: Channel.usualKinds)
  }

  private func problems(_ text: String) throws -> [PolicyProblem] {
    do {
      _ = try policy(text)
      return []
    } catch let error as PolicyProblems {
      return error.problems
    }
  }

  @Test(
    arguments: [
      ("0s", 0), ("90s", 90), ("15m", 900), ("4h", 14_400), ("2d", 172_800), ("1w", 604_800), ("1h30m", 5400),
      ("3653d", 315_619_200), ("", nil), ("5", nil), ("h", nil), ("5x", nil), ("-5m", nil), ("5 m", nil),
      ("1.5h", nil),
      ("5M", nil), ("٥m", nil), ("3654d", nil), ("9999999999s", nil), ("none", nil),
    ] as [(String, Int64?)])
  func durationsAreRead(text: String, seconds: Int64?) {
    #expect(PolicyDuration.seconds(text) == seconds)
    if let seconds { #expect(PolicyDuration.seconds(PolicyDuration.text(seconds)) == seconds) }
  }

  @Test(
    arguments: [
      (0, "0s"), (59, "59s"), (5400, "1h30m"), (86_400, "1d"), (90_061, "1d1h1m1s"), (604_800, "7d"),
    ] as [(Int64, String)])
  func durationsAreWritten(seconds: Int64, text: String) { #expect(PolicyDuration.text(seconds) == text) }

  private func week(_ hours: String) throws -> [String] {
    let policy = try policy(#"{"calendars":[{"name":"a","zone":"America/Bogota","hours":\#(hours)}]}"#)
    return policy.calendars[0].week.map { day in
      day.map { "\($0.start / 60)-\($0.end / 60)" }.joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      (#"{"mon":["09:00-14:00","16:00-19:00"]}"#, ["540-840 960-1140", "", "", "", "", "", ""]),
      (#"{"mon-wed":["9:00-10:00"]}"#, ["540-600", "540-600", "540-600", "", "", "", ""]),
      (#"{"sat-mon":["00:00-24:00"]}"#, ["0-1440", "", "", "", "", "0-1440", "0-1440"]),
      (#"{"tue,thu":["10:00-11:00"]}"#, ["", "600-660", "", "600-660", "", "", ""]),
      (#"{"mon,wed-thu":["10:00-11:00"]}"#, ["600-660", "", "600-660", "600-660", "", "", ""]),
      (#"{"sun":["22:00-06:00"]}"#, ["0-360", "", "", "", "", "", "1320-1440"]),
      (#"{"mon":["22:00-00:00"]}"#, ["1320-1440", "", "", "", "", "", ""]),
      (#"{"mon":["16:00-19:00","09:00-14:00"],"tue":[]}"#, ["540-840 960-1140", "", "", "", "", "", ""]),
    ] as [(String, [String])])
  func hoursAreRead(hours: String, days: [String]) throws { #expect(try week(hours) == days) }

  @Test(arguments: [
    "9-18", "09:00", "25:00-26:00", "09:60-10:00", "09:00-09:00", "24:00-25:00", "24:30-25:00", "09:00–18:00",
    "",
    "09:00-10:00-11:00", "-09:00-10:00", "٠9:00-10:00",
  ])
  func badHoursAreReported(text: String) throws {
    let found = try problems(#"{"calendars":[{"name":"a","zone":"UTC","hours":{"mon":["\#(text)"]}}]}"#)
    #expect(found == [PolicyProblem(path: "calendars.a.hours.mon[0]", .badHours(text))])
  }

  @Test(
    arguments: [
      ("lun", ["mon"]), ("lun-vie", ["mon-fri"]), ("sábado,domingo", ["sat,sun"]), ("Monday", ["mon"]),
      ("xyz", []),
      ("mon-", []), ("", []),
    ] as [(String, [String])])
  func daysAreNamedInEnglish(key: String, nearest: [String]) throws {
    let found = try problems(
      #"{"calendars":[{"name":"a","zone":"UTC","hours":{"\#(key)":["09:00-10:00"]}}]}"#)
    let isNear = key == "mon-" ? ["mon"] : nearest
    #expect(found == [PolicyProblem(path: "calendars.a.hours.\(key)", .unknownKey(key, nearest: isNear))])
  }

  @Test func hoursMustNotMeet() throws {
    let night = #"{"mon":["22:00-06:00"],"tue":["05:00-12:00"]}"#
    #expect(
      try problems(#"{"calendars":[{"name":"a","zone":"UTC","hours":\#(night)}]}"#)
        == [PolicyProblem(path: "calendars.a.hours", .badHours("tue 05:00-12:00"))])
    let exception = #"{"mon":["09:00-10:00"]},"exceptions":{"2026-12-24":["22:00-02:00"]}"#
    #expect(
      try problems(#"{"calendars":[{"name":"a","zone":"UTC","hours":\#(exception)}]}"#)
        == [PolicyProblem(path: "calendars.a.exceptions.2026-12-24", .badHours("22:00-02:00"))])
    #expect(
      try problems(#"{"calendars":[{"name":"a","zone":"UTC"}]}"#)
        == [PolicyProblem(path: "calendars.a", .neverOpen)])
  }

  @Test func lengthsThatAreNeededAreNotNone() throws {
    let text = #"""
      {"routing":{"exclusion":"none"},"channels":{"chat":{"offer":"none","no_answer":"none"}},
       "queues":[{"name":"a","skill_timeout":"none","maximum_wait":"none","groups":[{"name":"g","after":"none"}]}]}
      """#
    #expect(
      try Set(problems(text).map(\.path))
        == ["routing.exclusion", "channels.chat.offer", "queues.a.skill_timeout", "queues.a.groups[0].after"])
  }

  @Test func whatAPolicyLeavesOutIsAsUsual() throws {
    let policy = try policy("{}")
    #expect(policy.routing.queues.map(\.name) == [ServicePolicy.generalQueue])
    #expect(policy.calendars.map(\.name) == [ServicePolicy.alwaysOpen])
    #expect(policy.routing.queues[0].maximumWait == 4 * Seconds.hour)
    #expect(try ServicePolicy(PolicyDocument.initial, kinds: []).routing == policy.routing)
  }

  @Test func entriesWithoutConditionComeLast() throws {
    let policy = try policy(#"{"queues":[{"name":"all"},{"name":"vip","condition":"tag:vip"}]}"#)
    #expect(policy.routing.queues.map(\.name) == ["vip", "all", "general"])
  }
}
