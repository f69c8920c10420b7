import Foundation
import Testing
import VocDomain
import VocRouting
import VocTesting

/// A business clock against a walk over every minute of the days around a change of the clocks.
@Suite struct BusinessClockMinutesTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let zone: String
    /// The day in whose night the clocks change.
    let year: Int
    let month: Int
    let day: Int

    var testDescription: String { "\(zone) \(year)-\(month)-\(day)" }
  }

  static let changes = [
    Change(zone: "America/New_York", year: 2026, month: 3, day: 8),
    Change(zone: "America/New_York", year: 2026, month: 11, day: 1),
    Change(zone: "America/Tijuana", year: 2026, month: 3, day: 8),
    Change(zone: "America/Tijuana", year: 2026, month: 11, day: 1),
    Change(zone: "America/Santiago", year: 2026, month: 4, day: 5),
    Change(zone: "America/Santiago", year: 2026, month: 9, day: 6),
    Change(zone: "America/Asuncion", year: 2023, month: 10, day: 1),
    Change(zone: "America/Asuncion", year: 2024, month: 3, day: 24),
    Change(zone: "America/Mexico_City", year: 2022, month: 10, day: 30),
    Change(zone: "America/Bogota", year: 2026, month: 1, day: 12),
  ]

  @Test(arguments: changes, 1...5)
  func agreesWithEveryMinute(change: Change, seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let world = try MinuteWorld(change, &chance)
    let clock = try BusinessClock(world.calendar)
    for _ in 0..<40 {
      let (start, end) = (chance.number(0...world.minutes), chance.number(0...world.minutes))
      let pauses = (0..<chance.number(0...3)).map { _ in
        let (one, other) = (chance.number(0...world.minutes), chance.number(0...world.minutes))
        return min(one, other)..<max(one, other)
      }
      let spans = pauses.map { world.instant($0.lowerBound)..<world.instant($0.upperBound) }
      let worked = world.worked(start, end, pauses)
      #expect(clock.between(world.instant(start), world.instant(end), pauses: spans) == worked * 60)
      #expect(clock.isOpen(at: world.instant(start)) == world.isOpen(start))

      let target = chance.isTrue(oneIn: 5) ? 0 : chance.number(0...3000)
      guard let reached = world.minute(after: start, working: target, pauses) else { continue }
      let sum = try clock.add(Int64(target) * 60, to: world.instant(start), pauses: spans)
      #expect(sum == world.instant(reached), "minute \(start) + \(target), pauses \(pauses)")
    }
  }

  /// What is added lies between; one second less does not.
  @Test(arguments: changes, 1...5)
  func addingAndCountingAreInverse(change: Change, seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let world = try MinuteWorld(change, &chance)
    let clock = try BusinessClock(world.calendar)
    for _ in 0..<40 {
      let start = world.instant(0) + Int64(chance.number(0...500_000))
      let pauses = (0..<chance.number(0...3)).map { _ in
        let begin = world.instant(0) + Int64(chance.number(0...900_000))
        return begin..<begin + Int64(chance.number(0...100_000))
      }
      let seconds = Int64(chance.number(1...400_000))
      let end = try clock.add(seconds, to: start, pauses: pauses)
      #expect(clock.between(start, end, pauses: pauses) == seconds)
      #expect(clock.between(start, end + -1, pauses: pauses) == seconds - 1)
    }
  }
}

/// Sixteen days of a drawn calendar as a list of open minutes, from nothing but what a wall clock shows.
private struct MinuteWorld {
  let calendar: BusinessCalendar
  private let start: Int64
  private var open: [Bool] = []

  var minutes: Int { open.count }

  init(_ change: BusinessClockMinutesTests.Change, _ chance: inout Chance) throws {
    let day = try #require(CivilDate(year: change.year, month: change.month, day: change.day))
    var calendar = BusinessCalendar(
      name: "azar", zone: change.zone, week: (0..<7).map { _ in MinuteWorld.hours(&chance) })
    for _ in 0..<chance.number(0...3) {
      let date = CivilDate(daysSince1970: day.daysSince1970 + chance.number(-5...5))
      calendar.exceptions[date] = MinuteWorld.hours(&chance)
    }
    calendar.week[chance.number(0...6)] = [.at(9, 17)]
    if change.zone == "America/Bogota" { calendar.holidays = "CO" }
    self.calendar = calendar
    start = day.midnight.wallSeconds - 8 * Seconds.day
    let zone = try #require(TimeZone(identifier: change.zone))
    // Hands of a clock that stand still while an hour is repeated: what opened and closed in it has done so.
    var hands = LocalTime(wallSeconds: .min)
    var hours: [CivilDate: [OpenHours]] = [:]
    for minute in 0..<16 * 24 * 60 {
      let seconds = start + Int64(minute) * 60
      let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
      hands = max(hands, LocalTime(wallSeconds: seconds + Int64(offset)))
      let (date, second) = (hands.date, hands.secondOfDay)
      if hours[date] == nil { hours[date] = calendar.hours(on: date) }
      open.append(hours[date, default: []].contains { $0.start <= second && second < $0.end })
    }
  }

  /// None to three stretches that start and end at quarters of an hour, often at midnight or at 01:30.
  private static func hours(_ chance: inout Chance) -> [OpenHours] {
    var quarters = Set((0..<2 * chance.number(0...3)).map { _ in chance.number(0...96) })
    if chance.isTrue(oneIn: 3) { quarters.formUnion([0, chance.number(1...12)]) }
    if chance.isTrue(oneIn: 3) { quarters.formUnion([96, chance.number(84...95)]) }
    let bounds = quarters.sorted().map { $0 * 900 }
    return (0..<bounds.count / 2).map { OpenHours(start: bounds[2 * $0], end: bounds[2 * $0 + 1]) }
  }

  func instant(_ minute: Int) -> Instant { Instant(unixSeconds: start + Int64(minute) * 60) }

  func isOpen(_ minute: Int) -> Bool { minute < open.count && open[minute] }

  func worked(_ start: Int, _ end: Int, _ pauses: [Range<Int>]) -> Int64 {
    guard start < end else { return 0 }
    return Int64((start..<end).count { counts($0, pauses) })
  }

  /// Nil where the days end before.
  func minute(after start: Int, working target: Int, _ pauses: [Range<Int>]) -> Int? {
    var left = target
    for minute in start..<open.count where counts(minute, pauses) {
      if left == 0 { return target == 0 ? minute : nil }
      left -= 1
      if left == 0 { return minute + 1 }
    }
    return nil
  }

  private func counts(_ minute: Int, _ pauses: [Range<Int>]) -> Bool {
    open[minute] && !pauses.contains { $0.contains(minute) }
  }
}
