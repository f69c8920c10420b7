public import VocDomain

/// Decides who gets which waiting ticket. Pure: the same input gives the same output, in whatever order it
/// comes.
///
/// `RoutingPolicy` says how; what is decided here is carried out elsewhere, in a transaction of its own.
public enum Router {
  /// One run at `now`: what the sweep takes back, then who gets what.
  ///
  /// A second run on the outcome, carried out, decides nothing. `explaining`: at most so many candidates are
  /// told of each decision.
  public static func route(
    _ snapshot: RoutingSnapshot, _ policy: RoutingPolicy, _ calendars: Calendars, now: Instant,
    explaining: Int = 64
  ) -> RoutingOutcome {
    var run = RoutingRun(snapshot, policy, calendars, now: now, limit: explaining)
    run.run()
    return run.outcome
  }

  /// Why a ticket would stay waiting in a run at `now`; nil: it would not, or does not wait.
  public static func explain(
    ticket: Int64, _ snapshot: RoutingSnapshot, _ policy: RoutingPolicy, _ calendars: Calendars,
    now: Instant, explaining: Int = 64
  ) -> WaitExplanation? {
    var run = RoutingRun(snapshot, policy, calendars, now: now, limit: explaining)
    guard let own = run.turns.first(where: { $0.key.ticket == ticket }) else { return nil }
    let queue = run.waiting[own.index].queue
    var explanation: WaitExplanation?
    var place = 0
    for turn in run.turns {
      guard let reason = run.decide(turn), run.waiting[turn.index].queue == queue else { continue }
      place += 1
      if turn.key.ticket == ticket { explanation = run.explanation(turn, reason, place: place) }
    }
    explanation?.placeOf = place
    return explanation
  }
}
