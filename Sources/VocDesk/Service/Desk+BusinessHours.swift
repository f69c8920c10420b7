import VocDomain
import VocRouting
import VocStore

/// The figures of service in business hours: what is kept of them follows from the tickets' measures and the policy.
extension Desk {
  /// The hours that figures are counted in; nil where no channel has any.
  func ticketHours() throws -> TicketHours? {
    guard let counted = try store.countedHours(), let hours = try attendedHours(upTo: counted) else {
      return nil
    }
    return TicketHours(hours, kinds: try store.channelKinds())
  }

  /// Has the histograms of business time count in the hours of the policy in force.
  ///
  /// At the end of each transaction, after what was written of tickets: that still counts in the hours of before.
  func recountBusinessTime() throws {
    let policy = try store.policyID()
    if policy == countedPolicy { return }
    let newest = try store.hoursVersions(upTo: policy).last?.id
    if let newest, try newest != store.countedHours() {
      try store.setCountedHours(newest)
      try countBusinessTimeAnew()
    }
    countedPolicy = policy
  }

  /// After a channel of one kind became one of another: anew, unless both kinds are attended in the same hours.
  func recountBusinessTime(ofKind old: String, as new: String) throws {
    guard let counted = try store.countedHours(), let hours = try attendedHours(upTo: counted) else { return }
    if hours.group(ofKind: old) != hours.group(ofKind: new) { try countBusinessTimeAnew() }
  }

  /// What is counted of business time, in the hours and by the kinds of channels that there are now.
  private func countBusinessTimeAnew() throws {
    try store.forgetServiceCounts(ServiceMeasure.business)
    if let hours = try ticketHours() { try countBusinessTime(in: hours) }
  }

  private func countBusinessTime(in hours: TicketHours) throws {
    var counters = ServiceCounters(zone: try reportClock(), hours: hours)
    var counted = 0
    try store.eachMeasure(ofTickets: nil, figures: ServiceMeasures(ServiceMeasure.business)) { measure, _ in
      counters.countBusinessTime(of: measure, times: 1)
      counted += 1
      if counted.isMultiple(of: 50_000) {
        try store.add(counters.changes())
        counters.removeAll()
      }
    }
    try store.add(counters.changes())
  }

  private func attendedHours(upTo policy: Int64) throws -> AttendedHours? {
    if let knownHours, knownHours.policy == policy { return knownHours.hours }
    let versions = try store.hoursVersions(upTo: policy).map { version in
      (policy: try servicePolicy(try document(version).hoursAlone), since: version.at)
    }
    let hours = try AttendedHours(versions)
    knownHours = (policy, hours)
    return hours
  }
}

/// The business clock of tickets: each counts the hours in which its channel is attended.
final class TicketHours {
  private let hours: AttendedHours
  /// By channel.
  private let groups: [Int64: Int]

  init(_ hours: AttendedHours, kinds: [Int64: String]) {
    self.hours = hours
    groups = kinds.mapValues(hours.group(ofKind:))
  }

  /// Each figure of business time that a ticket counts in, as `TicketMeasure.eachContribution` tells the others.
  func eachContribution(of measure: TicketMeasure, _ body: (ServiceMeasure, Instant, Int64) -> Void) {
    let group = groups[measure.channelID] ?? hours.group(ofKind: "")
    let created = measure.createdAt
    if let wait = measure.firstReply {
      body(
        .businessFirstReply, created, hours.seconds(from: created, to: created + wait, inGroup: group))
    }
    if let solved = measure.solvedAt {
      body(.businessResolution, created, hours.seconds(from: created, to: solved, inGroup: group))
    } else {
      body(.businessUnresolved, created, Int64(group))
    }
  }

  /// How old what began at a moment is, in the hours of a group.
  func age(since moment: Instant, at now: Instant, inGroup group: Int) -> Double {
    Double(hours.seconds(from: moment, to: now, inGroup: group))
  }
}

extension PolicyValue {
  /// What a document says of the hours in which channels are attended.
  fileprivate var hoursAlone: PolicyValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { ["calendars", "usual_calendar", "channels"].contains($0.key) })
  }
}
