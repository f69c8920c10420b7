import VocDesk
import VocDomain

/// Promises and warnings as JSON.
enum SLAJSON {
  static func object(_ view: Desk.SLAView, now: Instant) -> JSON {
    .object([
      .init("ticket", .int(view.ticket.id)), .init("policy", JSON(view.policyName)),
      .init(
        "clocks", .array(zip(view.clocks, view.elapsed).map { clock($0, $1, view, now: now) })),
      .init("timeline", .array(view.timeline.map(entry))),
      .init(
        "alerts",
        .array(
          view.alerts.map {
            .object([
              .init("id", .int($0.id)), .init("measure", .string($0.measure.rawValue)),
              .init("level", .int(Int64($0.level))), .init("at", TicketJSON.time($0.at)),
              .init("fired_at", TicketJSON.time($0.firedAt)),
            ])
          })),
    ])
  }

  private static func clock(
    _ clock: SLAClock, _ elapsed: SLAClock.Elapsed, _ view: Desk.SLAView, now: Instant
  ) -> JSON {
    var (state, remaining): (String, Int64?) = ("running", nil)
    switch clock.state(at: now) {
    case .met: state = "met"
    case .breached: state = "breached"
    case .running: break
    case .paused(let left): (state, remaining) = ("paused", left)
    case .unmeasured: state = "unmeasured"
    }
    return .object([
      .init("measure", .string(clock.measure.rawValue)), .init("state", .string(state)),
      .init("started_at", TicketJSON.time(clock.start)), .init("stopped_at", TicketJSON.time(clock.stop)),
      .init("stop_reason", JSON(clock.stopReason?.rawValue)), .init("target_seconds", JSON(clock.target)),
      .init("calendar", .string(clock.calendarName ?? view.usualCalendar)),
      .init("due_at", TicketJSON.time(clock.due)),
      .init("breached_at", TicketJSON.time(clock.firstBreachAt(by: now))),
      .init("remaining_seconds", JSON(remaining)), .init("business_seconds", .int(elapsed.business)),
      .init("calendar_seconds", .int(elapsed.calendar)),
    ])
  }

  private static func entry(_ entry: SLATimeline.Entry) -> JSON {
    var (what, reason): (String, String?) = ("started", nil)
    switch entry.what {
    case .started: break
    case .target(_, let policy): (what, reason) = ("target", policy)
    case .paused(let why): (what, reason) = ("paused", why.rawValue)
    case .resumed(let why): (what, reason) = ("resumed", why.rawValue)
    case .warned(let level): (what, reason) = ("warned", "\(level.rawValue)")
    case .breached: what = "breached"
    case .stopped(let why): (what, reason) = ("stopped", why.rawValue)
    }
    return .object([
      .init("at", TicketJSON.time(entry.at)), .init("measure", .string(entry.measure.rawValue)),
      .init("what", .string(what)), .init("reason", JSON(reason)),
      .init("business_seconds", .int(entry.elapsed)), .init("remaining_seconds", JSON(entry.remaining)),
    ])
  }
}
