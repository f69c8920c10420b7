public import VocDomain

/// The calendars of a policy by name, each with the clock that counts in it.
///
/// They may know how those were in earlier versions of the policy (`preceded`); only service clocks ask it.
///
/// Not Sendable: the clocks remember what they last looked up.
public final class Calendars {
  private let clocks: [String: BusinessClock]
  /// What counted before for names whose calendars were edited, the oldest first.
  private let former: [String: [(clock: BusinessClock, until: Instant)]]
  /// The one for whatever names none.
  public let usual: BusinessClock

  /// `usual` must be one of the calendars. Errors: those of `BusinessClock.init`.
  public convenience init(_ calendars: [BusinessCalendar], usual: String) throws {
    var clocks: [String: BusinessClock] = [:]
    for calendar in calendars { clocks[calendar.name] = try BusinessClock(calendar) }
    guard let clock = clocks[usual] else { preconditionFailure("no calendar \(usual)") }
    self.init(clocks, usual: clock, former: [:])
  }

  private init(
    _ clocks: [String: BusinessClock], usual: BusinessClock,
    former: [String: [(clock: BusinessClock, until: Instant)]]
  ) {
    self.clocks = clocks
    self.usual = usual
    self.former = former
  }

  /// These calendars, and how they were before an instant that is earlier than all that they know of.
  ///
  /// What does not differ is shared, clocks and all. Errors: those of `BusinessClock.init`.
  public func preceded(by earlier: [BusinessCalendar], until end: Instant) throws -> Calendars {
    var (clocks, former, isSame) = (clocks, former, true)
    for calendar in earlier {
      let name = calendar.name
      if let oldest = former[name]?.first?.clock ?? clocks[name] {
        if oldest.calendar == calendar { continue }
        former[name, default: []].insert((try BusinessClock(calendar), end), at: 0)
      } else {
        clocks[name] = try BusinessClock(calendar)
      }
      isSame = false
    }
    return isSame ? self : Calendars(clocks, usual: usual, former: former)
  }

  /// The usual one for nil, and for a name that a checked policy cannot hold.
  public func clock(_ name: String?) -> BusinessClock { name.flatMap { clocks[$0] } ?? usual }

  /// The clocks that counted for a name, and in the end the one that does.
  func succession(_ name: String?) -> ClockSuccession {
    let present = clock(name)
    guard let former = former[present.calendar.name], let oldest = former.first else {
      return ClockSuccession(present)
    }
    var succession = ClockSuccession(oldest.clock)
    for (before, next) in zip(former, former.dropFirst().map(\.clock) + [present]) {
      succession.takeOver(next, at: before.until)
    }
    return succession
  }
}
