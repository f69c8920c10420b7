import VocDomain
import VocRouting

/// What the versions of the policy promised, each read when a ticket first asks for it.
extension Desk {
  /// What service clocks ask of a version.
  struct PromiseVersion {
    var slas: [SLAPolicy]
    var calendars: [BusinessCalendar]

    init(_ policy: ServicePolicy) {
      calendars = policy.calendars
      slas = policy.slas.map { sla in
        var sla = sla
        // The usual calendar of that time: another one later must not take a breach back.
        sla.calendar = sla.calendar ?? policy.usualCalendar
        return sla
      }
    }
  }

  /// When each version of the policy came into force, the oldest first.
  func policyTimes() throws -> [(id: Int64, at: Instant)] {
    if let times = knownPolicyTimes, try times.last?.id ?? 0 == store.policyID() { return times }
    let times = try store.policyTimes()
    knownPolicyTimes = times
    return times
  }

  func promises(ofPolicy id: Int64, _ service: Service) throws -> PromiseVersion {
    if let known = knownPromises[id] { return known }
    let policy = id == service.id ? service.policy : try servicePolicy(policyDocument(version: id))
    let promises = PromiseVersion(policy)
    knownPromises[id] = promises
    return promises
  }

  /// The calendars of a ticket that was first promised something at that instant: as they are, and as they were
  /// under each version since.
  ///
  /// What passed before counts as under the first of those versions, which no later one changes.
  func calendars(since first: Instant, _ service: Service) throws -> Calendars {
    let versions = try policyTimes()
    let since = versions[(versions.lastIndex { $0.at <= first } ?? 0)...]
    if let oldest = since.first, let known = knownCalendars[oldest.id] { return known }
    var calendars = service.calendars
    for (version, next) in zip(since, since.dropFirst()).reversed() where next.id <= service.id {
      calendars = try calendars.preceded(
        by: promises(ofPolicy: version.id, service).calendars, until: next.at)
      knownCalendars[version.id] = calendars
    }
    return calendars
  }
}
