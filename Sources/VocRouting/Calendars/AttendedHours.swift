public import VocDomain

/// When the channels of each kind are attended, as the versions of a policy have laid it down one after the other.
///
/// A version counts from when it came into force until the next one. The first that lays down hours for a kind of
/// channel (its own calendar, else a usual one that closes at all) counts for whatever came before, too: tickets are
/// older than policies. Kinds that share all their hours are one group.
///
/// Not Sendable: the clocks remember what they last looked up.
public final class AttendedHours {
  private struct Turn: Equatable {
    var since: Instant
    var calendar: BusinessCalendar
  }

  private let clocks: [ClockSuccession]
  private let groups: [String: Int]
  /// Of kinds that no version speaks of.
  private static let others = 0

  /// `versions` in their order. Nil where no channel was ever attended by a calendar that closes: business time would
  /// be time. Errors: those of `BusinessClock.init`.
  public init?(_ versions: [(policy: ServicePolicy, since: Instant)]) throws {
    let kinds = Set(versions.flatMap { $0.policy.routing.channels.keys }).sorted()
    var known = [AttendedHours.turns(of: nil, versions)]
    var groups: [String: Int] = [:]
    for kind in kinds {
      let turns = AttendedHours.turns(of: kind, versions)
      groups[kind] = known.firstIndex(of: turns) ?? known.count
      if !known.contains(turns) { known.append(turns) }
    }
    if known.joined().allSatisfy(\.calendar.isAlwaysOpen) { return nil }
    var made: [BusinessClock] = []
    func clock(_ calendar: BusinessCalendar) throws -> BusinessClock {
      if let clock = made.first(where: { $0.calendar == calendar }) { return clock }
      made.append(try BusinessClock(calendar))
      return made[made.count - 1]
    }
    clocks = try known.map { turns in
      var succession = ClockSuccession(try clock(turns.first?.calendar ?? .always(zone: "UTC")))
      for turn in turns.dropFirst() { succession.takeOver(try clock(turn.calendar), at: turn.since) }
      return succession
    }
    self.groups = groups
  }

  /// A kind's group: a number from 0 on, the same for the same versions.
  public func group(ofKind kind: String) -> Int { groups[kind] ?? AttendedHours.others }

  /// The seconds from `start` to `end` in which channels of a group were attended; 0 where `end` is not later, and in a
  /// group that there is none of.
  public func seconds(from start: Instant, to end: Instant, inGroup group: Int) -> Int64 {
    clocks.indices.contains(group) ? clocks[group].between(start, end, pauses: []) : 0
  }

  /// By which calendars a kind was attended, from the first version that lays down any.
  private static func turns(
    of kind: String?, _ versions: [(policy: ServicePolicy, since: Instant)]
  ) -> [Turn] {
    var turns: [Turn] = []
    for (policy, since) in versions {
      let own = kind.flatMap { policy.routing.channels[$0]?.calendar }
      let name = own ?? policy.usualCalendar
      guard let calendar = policy.calendars.first(where: { $0.name == name }) else { continue }
      if turns.isEmpty && own == nil && calendar.isAlwaysOpen { continue }
      turns.append(Turn(since: since, calendar: calendar))
    }
    return turns
  }
}

extension BusinessCalendar {
  fileprivate var isAlwaysOpen: Bool {
    holidays == nil && exceptions.isEmpty && week.allSatisfy { $0 == [.wholeDay] }
  }
}
