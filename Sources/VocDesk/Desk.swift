public import VocDomain
import VocRouting
import VocStore

/// Everything people do with voc: one method is one business act, one transaction and its events.
///
/// Not Sendable: it holds a connection, which is one thread's.
public final class Desk {
  let store: Store
  let actor: String
  let now: () -> Instant
  /// The zone of whoever runs voc, for what has none of its own yet.
  let systemZone: String
  /// The zone that the running import was given, which the reports' is where they have none.
  var givenZone: String?
  /// What reads texts, as it was last made.
  var knownReader: TextReader?
  /// As it was last asked for.
  private var knownReportClock: ZoneClock?
  /// The policy that was last used.
  var service: Service?
  /// When each version of the policy came into force, as far as it was asked.
  var knownPolicyTimes: [(id: Int64, at: Instant)]?
  /// What the versions promised that tickets have asked for.
  var knownPromises: [Int64: PromiseVersion] = [:]
  /// The calendars of `service` as they have been since a version, as far as they were asked.
  var knownCalendars: [Int64: Calendars] = [:]
  /// The hours that figures were last counted in, and up to which version of the policy.
  var knownHours: (policy: Int64, hours: AttendedHours?)?
  /// The version of the policy of which it was last seen that figures are counted in its hours.
  var countedPolicy: Int64?
  /// The desk of the second thread, in a snapshot for two and as long as it has nothing to do.
  var companion: Desk?

  public enum Purpose: Sendable { case reading, writing }

  /// Opens the database at `path`.
  ///
  /// `actor` stands in every event; `now` is the only clock. Errors: `VocError`, or what `storageTrouble(of:)`
  /// understands.
  public init(
    path: String, for purpose: Purpose, actor: String, systemZone: String, patience: Double = 10,
    now: @escaping () -> Instant
  ) throws {
    store = try Store(path: path, for: purpose == .reading ? .reading : .writing, patience: patience)
    self.actor = actor
    self.systemZone = systemZone
    self.now = now
    store.beforeCommit = { [unowned self] in try refreshTouched() }
    store.afterRollback = { [unowned self] in
      (service, knownPolicyTimes, knownPromises, knownCalendars) = (nil, nil, [:], [:])
      (knownHours, countedPolicy) = (nil, nil)
    }
  }

  /// The same desk on another store, for another thread, which only reads.
  init(_ desk: Desk, reading store: Store) {
    (self.store, actor, now, systemZone) = (store, desk.actor, desk.now, desk.systemZone)
  }

  /// True when opening made the database file.
  public var madeDatabase: Bool { store.isNew }

  /// The agent that the actor is, if they are one.
  public func actingAgent() throws -> Agent? { try store.agent(named: actor) }

  /// The zone whose days and months the reports count in.
  ///
  /// Fixed with the first tickets or answers: the zone that their import was given, else the computer's.
  public func reportZone() throws -> String { try store.setting("zone") ?? systemZone }

  /// The clock on the wall of the reports' zone; made once, for every act that counts asks it.
  func reportClock() throws -> ZoneClock {
    let zone = try reportZone()
    if let known = knownReportClock, known.name == zone { return known }
    let clock = try ZoneClock(named: zone)
    knownReportClock = clock
    return clock
  }

  /// The day that it is where the reports' days are.
  public func today() throws -> CivilDate { try reportClock().localTime(of: now()).date }

  /// The day on which something was done, nil for today. Throws `VocError.dayToCome`.
  func dayDone(_ day: CivilDate?) throws -> CivilDate {
    let today = try today()
    if let day, day > today { throw VocError.dayToCome(day) }
    return day ?? today
  }

  /// Fixes the zone of the reports, unless it is: the business's, not this computer's, where the running import was
  /// given it. In the transaction of the first that counts: from then on no other process fixes another.
  func fixReportZone() throws {
    if try store.setting("zone") == nil { try store.setSetting("zone", to: givenZone ?? systemZone) }
  }
}

@available(*, unavailable)
extension Desk: Sendable {}

/// What keeps the database from serving, when an error means that; nil for any other error.
public func storageTrouble(of error: any Error) -> StorageTrouble? { Store.trouble(of: error) }
