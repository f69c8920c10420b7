public import VocDomain

/// The service clocks of one ticket, as a fold of its events.
public enum SLAClocks {
  /// Each clock that the events start, stopped ones too, in the order in which they began to be kept.
  ///
  /// Events at the same second keep their order. `calendars` know how they were since the first policy
  /// (`Calendars.preceded`), and whatever else is asked of the clocks is asked with the same. Errors: those of
  /// `BusinessClock.add`.
  public static func fold(_ events: [SLAEvent], calendars: Calendars) throws -> [SLAClock] {
    var fold = SLAFold()
    for event in inOrder(events, by: \.at) { fold.apply(event) }
    return try fold.clocks(in: calendars)
  }

  /// The nearest due of the clocks that run, breached ones too; nil where none runs against a target.
  ///
  /// While the first reply is owed no next reply's due overrules it (zammad#5177).
  public static func nextDue(_ clocks: [SLAClock]) -> Instant? {
    let running = clocks.filter(\.isRunning)
    let owesFirst = running.contains { $0.measure == .firstReply }
    return running.filter { !(owesFirst && $0.measure == .nextReply) }.compactMap(\.due).min()
  }

  /// By their times; what has the same keeps its order.
  static func inOrder<Thing>(_ things: [Thing], by moment: (Thing) -> Instant) -> [Thing] {
    if zip(things, things.dropFirst()).allSatisfy({ moment($0) <= moment($1) }) { return things }
    return things.enumerated()
      .sorted { (moment($0.element), $0.offset) < (moment($1.element), $1.offset) }.map(\.element)
  }
}
