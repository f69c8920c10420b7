import VocDomain
import VocRouting
import VocTesting

/// A drawn ticket in drawn calendars that are edited once: ten days from a Monday, in steps of the simulation.
struct SLAWorld {
  static let steps = 10 * 144
  static let origin = Instant(unixSeconds: 20_766 * Seconds.day)

  let calendars: Calendars
  /// As they were known until `edited`.
  let former: Calendars
  let edited: Instant
  let open: [[Bool]]
  var events: [Int: [SLAEvent.What]] = [:]

  init(_ chance: inout Chance) throws {
    let names = ["uno", "dos"]
    let drawn = names.map { SLAWorld.calendar($0, &chance) }
    let later = drawn.map { chance.isTrue(oneIn: 3) ? $0 : SLAWorld.calendar($0.name, &chance) }
    let edit = chance.number(6...1000)
    edited = SLAWorld.instant(edit)
    former = try Calendars(drawn, usual: "uno")
    calendars = try Calendars(later, usual: "uno").preceded(by: drawn, until: edited)
    open = zip(drawn, later).map { drawn, later in
      (0..<SLAWorld.steps).map { step in
        let second = step % 144 * 600
        return (step < edit ? drawn : later).week[step / 144 % 7].contains {
          $0.start <= second && second < $0.end
        }
      }
    }
    for index in 0..<chance.number(3...24) {
      let at = index == 0 ? 6 : chance.isTrue(oneIn: 4) ? events.keys.max() ?? 6 : chance.number(6...1000)
      events[at, default: []].append(SLAWorld.what(index, &chance))
    }
  }

  static func calendar(_ name: String, _ chance: inout Chance) -> BusinessCalendar {
    let week = (0..<7).map { _ in
      let marks = Set((0..<chance.number(0...2) * 2).map { _ in chance.number(0...144) * 600 }).sorted()
      return stride(from: 0, to: marks.count - 1, by: 2).map {
        OpenHours(start: marks[$0], end: marks[$0 + 1])
      }
    }
    let whole = [OpenHours(start: 9 * 3600, end: 18 * 3600)]
    return BusinessCalendar(name: name, zone: "UTC", week: [whole] + week.dropFirst())
  }

  static func what(_ index: Int, _ chance: inout Chance) -> SLAEvent.What {
    if index == 0 { return .created }
    switch chance.number(0...11) {
    case 0...2: return .customerMessage
    case 3...4: return .reply
    case 5: return .noReplyNeeded
    case 6...8: return .status(chance.one(of: [.open, .pending, .hold, .solved, .open, .closed]) ?? .open)
    case 9: return chance.isTrue(oneIn: 3) ? .policy(nil, .normal) : .status(.pending)
    default: return .policy(policy(&chance), .normal)
    }
  }

  /// Targets of which each level is a whole number of steps.
  static func policy(_ chance: inout Chance) -> SLAPolicy {
    var targets: [SLAPolicy.Measure: Int64] = [:]
    for measure in SLAPolicy.Measure.allCases where !chance.isTrue(oneIn: 6) {
      targets[measure] = Int64(chance.number(1...12)) * 20 * SLASimulation.step
    }
    return promise(
      named: "p\(chance.number(1...3))", targets, calendar: chance.isTrue(oneIn: 3) ? "dos" : nil,
      solveCountsAsReply: !chance.isTrue(oneIn: 3), holdCounts: chance.isTrue(oneIn: 2),
      reopenWithin: Int64(chance.number(1...200)) * SLASimulation.step)
  }

  /// All events, in the order of their times.
  var ordered: [SLAEvent] {
    events.sorted { $0.key < $1.key }.flatMap { step, what in
      what.map { SLAEvent(at: SLAWorld.instant(step), $0) }
    }
  }

  static func instant(_ step: Int) -> Instant { origin + Int64(step) * SLASimulation.step }
}
