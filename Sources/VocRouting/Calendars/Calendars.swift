/// The calendars of a policy by name, each with the clock that counts in it.
///
/// Not Sendable: the clocks remember what they last looked up.
public final class Calendars {
  private let clocks: [String: BusinessClock]
  /// The one for whatever names none.
  public let usual: BusinessClock

  /// `usual` must be one of the calendars. Errors: those of `BusinessClock.init`.
  public init(_ calendars: [BusinessCalendar], usual: String) throws {
    var clocks: [String: BusinessClock] = [:]
    for calendar in calendars { clocks[calendar.name] = try BusinessClock(calendar) }
    guard let clock = clocks[usual] else { preconditionFailure("no calendar \(usual)") }
    self.clocks = clocks
    self.usual = clock
  }

  /// The usual one for nil, and for a name that a checked policy cannot hold.
  public func clock(_ name: String?) -> BusinessClock { name.flatMap { clocks[$0] } ?? usual }
}
