import Testing
import VocDomain
import VocRouting

@Suite struct SLATimelineTests {
  let calendars: Calendars
  let events: [SLAEvent]

  init() throws {
    calendars = try Office.calendars()
    events =
      SLAEvent.opened(nov(12, 9), promise(named: "oro", [.resolution: 2 * hour])) + [
        SLAEvent(at: nov(12, 10), .status(.pending)), SLAEvent(at: nov(12, 12), .status(.open)),
        .policy(promise(named: "laxo", [.resolution: 4 * hour]), at: nov(12, 13, 30)),
        SLAEvent(at: nov(12, 16, 30), .status(.solved)), SLAEvent(at: nov(12, 18), .status(.open)),
        SLAEvent(at: nov(13, 9), .status(.solved)),
      ]
  }

  @Test func aTimelineTellsEachMoment() throws {
    let clock = try clocks(.resolution, events)
    let entries = try SLATimeline.entries(clock, until: nov(20, 9), in: calendars)
    let told = entries.map { "\($0.what) \($0.elapsed / 60) \($0.remaining.map { String($0 / 60) } ?? "-")" }
    #expect(
      told == [
        "started 0 120", "paused(VocRouting.SLAClock.PauseReason.pending) 60 60",
        "resumed(VocRouting.SLAClock.PauseReason.pending) 60 60",
        "warned(VocRouting.SLAAlert.Level.notice) 90 30", "warned(VocRouting.SLAAlert.Level.warning) 108 12",
        "breached 120 0", "target(Optional(14400), policyName: Optional(\"laxo\")) 150 90",
        "paused(VocRouting.SLAClock.PauseReason.solved) 210 30",
        "resumed(VocRouting.SLAClock.PauseReason.solved) 210 30",
        "stopped(VocRouting.SLAClock.StopReason.solved) 270 -30",
      ])
    #expect(
      entries.map(\.at) == [
        nov(12, 9), nov(12, 10), nov(12, 12), nov(12, 12, 30), nov(12, 12, 48), nov(12, 13), nov(12, 13, 30),
        nov(12, 16, 30), nov(12, 18), nov(13, 9),
      ])
  }

  @Test func aTimelineEndsNow() throws {
    let folded = try SLAClocks.fold(Array(events.prefix(3)), calendars: calendars)
    let entries = try SLATimeline.entries(folded, until: nov(12, 10, 30), in: calendars)
    #expect(entries.map(\.what) == [.started, .started, .started, .warned(.notice)])
    #expect(entries.map(\.measure) == [.resolution, .requesterWait, .firstReply, .resolution])
  }
}
