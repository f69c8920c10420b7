public import VocDomain
public import VocRouting
import VocStore

/// What the business has laid down: one document, of which every version is kept.
extension Desk {
  /// A version of the policy, or what applying a change would make of it.
  public struct PolicyChange: Sendable {
    /// 0: nothing was applied yet.
    public var version: Int64
    public var differences: [PolicyDifference]
    /// How many unsolved tickets got another promise.
    public var changedTickets = 0
  }

  /// A document that was applied.
  public struct PolicyVersion: Sendable {
    public var version: Int64
    public var at: Instant
    public var actor: String
    public var differences: [PolicyDifference]
  }

  /// The document in force, or one of before; the initial one where none was applied.
  public func policyDocument(version: Int64? = nil) throws -> PolicyValue {
    guard let version else { return try store.policy().map { try document($0) } ?? PolicyDocument.initial }
    guard let policy = try store.policy(version) else {
      throw VocError.unknownPolicy(version)
    }
    return try document(policy)
  }

  /// The same with what holds of channels and routing though no document says so.
  public func policyInForce(version: Int64? = nil) throws -> PolicyValue {
    let document = try policyDocument(version: version)
    return try PolicyDocument.inForce(
      document, kinds: Set(try channelKinds() + PolicyDocument.kinds(of: document)).sorted())
  }

  func document(_ policy: AppliedPolicy) throws -> PolicyValue {
    try PolicyValue(json: Array(policy.document.utf8))
  }

  /// Every version with what it changed, the newest first.
  public func policyHistory() throws -> [PolicyVersion] {
    var before = PolicyDocument.initial
    let versions = try store.policies().map { policy in
      let document = try document(policy)
      defer { before = document }
      return PolicyVersion(
        version: policy.id, at: policy.at, actor: policy.actor,
        differences: PolicyDifference.between(before, document))
    }
    return versions.reversed()
  }

  /// Applies what a file says: all of it, or where anything is wrong nothing.
  ///
  /// `replacesAll`: the file is the whole document, not a change to it. Throws `PolicySyntaxError`, `PolicyProblems`.
  public func applyPolicy(
    _ json: [UInt8], replacesAll: Bool = false, dryRun: Bool = false
  ) throws -> PolicyChange {
    let change = try PolicyValue(json: json)
    return try changePolicy(dryRun: dryRun) { document in
      replacesAll ? PolicyDocument.replacing(with: change) : try PolicyDocument.applying(change, to: document)
    }
  }

  func changePolicy(
    dryRun: Bool = false, _ change: (PolicyValue) throws -> PolicyValue
  ) throws -> PolicyChange {
    func checked() throws -> (old: PolicyValue, new: PolicyValue) {
      let old = try policyDocument()
      let new = try change(old)
      try checkShifts(try checkedPolicy(new, from: old))
      return (old, new)
    }
    if dryRun {
      let (old, new) = try checked()
      return PolicyChange(version: try store.policyID(), differences: PolicyDifference.between(old, new))
    }
    return try store.transaction {
      let before = try currentService().policy
      let (old, new) = try checked()
      let differences = PolicyDifference.between(old, new)
      if differences.isEmpty { return PolicyChange(version: try store.policyID(), differences: []) }
      let id = try store.insertPolicy(new.canonicalText, actor: actor, at: now())
      service = nil
      let changed = try refreshAllSLAs(from: before)
      return PolicyChange(version: id, differences: differences, changedTickets: changed)
    }
  }

  /// A document that is to be applied. Kinds and names of channels that were right when `old` was applied stay so.
  func checkedPolicy(_ new: PolicyValue, from old: PolicyValue) throws -> ServicePolicy {
    let kinds = Set(try channelKinds() + PolicyDocument.kinds(of: old)).sorted()
    let channelNames = try store.channels().map(\.name)
    func problems(_ document: PolicyValue) -> [PolicyProblem] {
      ServicePolicy.problems(of: document, kinds: kinds, channelNames: channelNames)
    }
    let found = problems(new)
    let known = found.isEmpty ? [] : problems(old)
    let fresh = found.filter { problem in
      if case .badCondition = problem.what { !known.contains(problem) } else { true }
    }
    if !fresh.isEmpty { throw PolicyProblems(fresh) }
    return try ServicePolicy(new, kinds: kinds)
  }

  /// No calendar may go that is somebody's shift now.
  private func checkShifts(_ policy: ServicePolicy) throws {
    let kept = Set(policy.calendars.map(\.name))
    let gone = Set(try currentService().policy.calendars.map(\.name)).subtracting(kept)
    let problems = try store.roster().compactMap { profile in
      profile.shift.flatMap { shift in
        gone.contains(shift)
          ? PolicyProblem(path: "calendars.\(shift)", .isShift(of: profile.agent.name)) : nil
      }
    }
    if !problems.isEmpty { throw PolicyProblems(problems) }
  }

  /// The kinds that a policy may speak of: the usual ones and those of our channels.
  public func channelKinds() throws -> [String] {
    Array(Set(Channel.usualKinds + (try store.channels().map(\.kind)))).sorted()
  }

  /// The names that a filter of tickets may ask for.
  public func filterNames() throws -> FilterNames {
    FilterNames(
      channels: try channelKinds() + store.channels().map(\.name),
      queues: try currentService().policy.routing.queues.map(\.name))
  }

  /// The policy in force, read once a version.
  func currentService() throws -> Service {
    let id = try store.policyID()
    if let service, service.id == id { return service }
    let made = try service(id, policyDocument())
    (service, knownCalendars) = (made, [:])
    return made
  }

  /// A document that was applied once: a kind that was known then is known still, though the import that brought it
  /// was taken back.
  func servicePolicy(_ document: PolicyValue) throws -> ServicePolicy {
    try ServicePolicy(document, kinds: channelKinds() + PolicyDocument.kinds(of: document))
  }

  func service(_ id: Int64, _ document: PolicyValue) throws -> Service {
    let policy = try servicePolicy(document)
    return Service(
      id: id, policy: policy,
      calendars: try Calendars(policy.calendars, usual: policy.usualCalendar))
  }

  /// When and where conditions are asked: the zone of the usual calendar's days, whoever asks.
  func filterContext(_ service: Service, at moment: Instant) throws -> FilterContext {
    FilterContext(now: moment, zone: try ZoneClock(named: service.policy.usualZone))
  }
}

/// A policy as it is used: with the clocks of its calendars. Not Sendable, as they are not.
struct Service {
  var id: Int64
  var policy: ServicePolicy
  var calendars: Calendars
  /// Of the run that uses it, where it asks conditions of many tickets.
  var context: FilterContext?

  /// Whether an agent of this shift is on it; without one always.
  func isOn(shift: String?, at moment: Instant) -> Bool {
    shift.map { calendars.clock($0).isOpen(at: moment) } ?? true
  }
}
