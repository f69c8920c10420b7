/// When, where and for whom a filter is asked.
///
/// One context serves many tickets: it remembers the names that it folded and the dates that it made certain,
/// for both are slow and few. Not Sendable, as its zone's clock is not.
public struct FilterContext {
  public let now: Instant
  public let zone: ZoneClock
  /// The agent whom `@me` means; nobody's ticket is assigned to nobody.
  public let me: String?
  private let memory = Memory()

  public init(now: Instant, zone: ZoneClock, me: String? = nil) {
    self.now = now
    self.zone = zone
    self.me = me
  }

  private final class Memory {
    var folded: [String: String] = [:]
    var periods: [FilterDate: Range<Instant>] = [:]
    var subject = (text: "", folded: "")
  }
}

extension FilterContext {
  /// From its start until before its end, as of this context's moment and zone.
  public func period(_ date: FilterDate) -> Range<Instant> {
    if let period = memory.periods[date] { return period }
    let period = date.period(now: now, zone: zone)
    memory.periods[date] = period
    return period
  }

  func folded(_ name: String) -> String {
    if let folded = memory.folded[name] { return folded }
    let folded = Folding.folded(name)
    memory.folded[name] = folded
    return folded
  }

  /// Only the last one is remembered: several conditions ask it, and then the next ticket's comes.
  func foldedSubject(_ subject: String) -> String {
    if memory.subject.text != subject { memory.subject = (subject, Folding.folded(subject)) }
    return memory.subject.folded
  }
}
