import Testing
import VocDomain
import VocRouting

/// Calendars that another version of the policy edits under the same name, and policies that change theirs.
@Suite struct SLAEditedCalendarTests {
  /// The office with other hours on each working day, since an instant.
  private func office(
    _ start: Int, _ end: Int, since: Instant, before: [BusinessCalendar] = [Office.calendar, Office.always]
  ) throws -> Calendars {
    try Calendars([calendar(start, end), Office.always], usual: "oficina").preceded(by: before, until: since)
  }

  private func calendar(_ start: Int, _ end: Int) -> BusinessCalendar {
    var calendar = Office.calendar
    calendar.week = Array(repeating: [OpenHours(start: start * 3600, end: end * 3600)], count: 5) + [[], []]
    return calendar
  }

  private func resolution(_ events: [SLAEvent], _ calendars: Calendars) throws -> SLAClock {
    try #require(try SLAClocks.fold(events, calendars: calendars).first { $0.measure == .resolution })
  }

  /// Three hours had passed on Thursday morning; only the two that are left wait for the new hours.
  @Test func onlyWhatIsLeftMoves() throws {
    let calendars = try office(10, 12, since: nov(12, 12))
    let opened = SLAEvent.opened(nov(12, 9), promise([.resolution: 5 * hour], calendar: "oficina"))
    let clock = try resolution(opened, calendars)
    #expect(clock.elapsed(until: nov(12, 12), in: calendars).business == 3 * hour)
    #expect(clock.elapsed(until: nov(13, 11), in: calendars).business == 4 * hour)
    #expect(clock.due == nov(13, 12))
    #expect(clock.terms.count == 1)
    let alerts = try SLAClocks.alerts([clock], in: calendars)
    #expect(alerts.map(\.at) == [nov(13, 10, 45), nov(13, 11, 30), nov(13, 12)])
    let paused = try resolution(opened + [SLAEvent(at: nov(13, 11), .status(.pending))], calendars)
    #expect(paused.state(at: nov(20, 10)) == .paused(remaining: hour))
  }

  /// By the new hours alone nothing of it would have passed yet.
  @Test func aBreachStays() throws {
    let calendars = try office(18, 20, since: nov(12, 12))
    let clock = try resolution(
      SLAEvent.opened(nov(12, 9), promise([.resolution: 2 * hour], calendar: "oficina")), calendars)
    #expect(clock.firstBreachAt(by: nov(12, 12)) == nov(12, 11))
    #expect(clock.due == nov(12, 11))
    let timeline = try SLATimeline.entries([clock], until: nov(12, 19), in: calendars)
    #expect(timeline.map(\.at) == [nov(12, 9), nov(12, 10, 30), nov(12, 10, 48), nov(12, 11)])
    #expect(timeline.map(\.elapsed) == [0, 90 * minute, 108 * minute, 2 * hour])
  }

  /// Nor is one invented: longer hours count from their coming.
  @Test func noBreachComesOfHoursThatHadNotBeenOpen() throws {
    let calendars = try office(0, 24, since: nov(13, 9))
    let clock = try resolution(
      SLAEvent.opened(nov(12, 18), promise([.resolution: 2 * hour], calendar: "oficina")), calendars)
    #expect(clock.state(at: nov(13, 9, 59)) == .running)
    #expect(clock.due == nov(13, 10))
  }

  @Test func whatStoppedBeforeTheEditStaysAsItWas() throws {
    let calendars = try office(18, 20, since: nov(12, 12))
    let solved =
      SLAEvent.opened(nov(12, 9), promise([.resolution: 4 * hour], calendar: "oficina")) + [
        SLAEvent(at: nov(12, 11), .status(.solved))
      ]
    let clock = try resolution(solved, calendars)
    #expect(clock.due == nov(12, 13))
    #expect(clock.elapsed(until: nov(20, 9), in: calendars).business == 2 * hour)
    let reopened = try resolution(solved + [SLAEvent(at: nov(12, 13), .status(.open))], calendars)
    #expect(reopened.due == nov(12, 20))
  }

  /// Edited twice, and between the edits there was no such calendar.
  @Test func eachVersionCountsItsOwnTime() throws {
    let calendars = try office(18, 20, since: nov(13, 11), before: [calendar(10, 12), Office.always])
      .preceded(by: [Office.always], until: nov(12, 13)).preceded(by: [Office.calendar], until: nov(12, 12))
    let clock = try resolution(
      SLAEvent.opened(nov(12, 9), promise([.resolution: 6 * hour], calendar: "oficina")), calendars)
    #expect(clock.elapsed(until: nov(13, 11), in: calendars).business == 4 * hour)
    #expect(clock.due == nov(13, 20))
  }

  @Test func aCalendarThatIsGoneStillCountsWhatItCounted() throws {
    let calendars = try Calendars([Office.always], usual: "siempre")
      .preceded(by: [Office.calendar, Office.always], until: nov(13, 9))
    let events =
      SLAEvent.opened(nov(12, 18), promise([.resolution: 3 * hour], calendar: "oficina")) + [
        .policy(promise([.resolution: 3 * hour], calendar: "siempre"), at: nov(13, 9))
      ]
    let clock = try resolution(events, calendars)
    #expect(clock.due == nov(13, 11))
    #expect(clock.elapsed(until: nov(13, 10), in: calendars).business == 2 * hour)
  }

  /// Without a policy the last one's calendar counts on.
  @Test func anotherCalendarOfTheSamePolicyKeepsWhatHasElapsed() throws {
    let calendars = try Office.calendars()
    let opened = SLAEvent.opened(nov(12, 18), promise([.resolution: 3 * hour], calendar: "oficina"))
    let always = SLAEvent.policy(promise([.resolution: 3 * hour], calendar: "siempre"), at: nov(13, 9))
    #expect(try resolution(opened + [always], calendars).due == nov(13, 11))
    let pausedPromise = opened + [.policy(nil, at: nov(12, 19)), always]
    #expect(try resolution(pausedPromise, calendars).due == nov(13, 11))
    let ended = try resolution(opened + [.policy(nil, at: nov(12, 19))], calendars)
    #expect(ended.elapsed(until: nov(13, 9), in: calendars).business == hour)
  }

  /// Days that a law counts are counted from the start, whatever was promised before.
  @Test func anotherPolicyCountsInItsOwnCalendarFromTheStart() throws {
    let calendars = try office(10, 12, since: nov(13, 9))
    let events =
      SLAEvent.opened(nov(12, 18), promise([.resolution: 3 * hour], calendar: "oficina")) + [
        .policy(promise(named: "ley", [.resolution: 30 * hour], calendar: "siempre"), at: nov(13, 10))
      ]
    let clock = try resolution(events, calendars)
    #expect(clock.due == nov(14, 0))
    #expect(clock.elapsed(until: nov(13, 10), in: calendars).business == 16 * hour)
    let back = SLAEvent.policy(promise([.resolution: 3 * hour], calendar: "oficina"), at: nov(13, 11))
    #expect(try resolution(events + [back], calendars).due == nov(13, 12))
  }

  @Test func calendarsThatDoNotDifferAreShared() throws {
    let calendars = try Office.calendars()
    #expect(try calendars.preceded(by: [Office.always, Office.calendar], until: nov(12, 9)) === calendars)
    let edited = try office(10, 12, since: nov(12, 12))
    #expect(try edited.preceded(by: [Office.calendar], until: nov(12, 9)) === edited)
    let before = try edited.preceded(by: [calendar(8, 9)], until: nov(12, 9))
    #expect(before.clock("siempre") === edited.clock("siempre"))
    #expect(before.clock("oficina") === edited.clock("oficina"))
  }
}
