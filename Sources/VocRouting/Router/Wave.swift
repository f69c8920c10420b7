import VocDomain

/// The tickets of one queue that a run can give to somebody, and how many of them are one agent's share: the
/// wave cap.
struct Wave: Equatable {
  /// Which column of `Staff.received` counts it.
  let index: Int
  let share: Int

  /// By queue. A queue has none where its tickets would be no more than one for each: the method alone decides.
  ///
  /// `tickets`: by class, how many wait whose channel is open. Only tickets that somebody can take count, and
  /// only agents who can take one of them.
  static func all(_ classes: [TicketClass], tickets: [Int], _ staff: Staff) -> [Int: Wave] {
    var waiting: [Int: Int] = [:]
    var takers: [Int: [Bool]] = [:]
    for (ticketClass, count) in zip(classes, tickets) where count > 0 && ticketClass.eligible > 0 {
      let queue = ticketClass.key.queue
      waiting[queue, default: 0] += count
      var able = takers[queue] ?? Array(repeating: false, count: staff.count)
      for agent in able.indices where ticketClass.gates[agent] == nil { able[agent] = true }
      takers[queue] = able
    }
    var waves: [Int: Wave] = [:]
    for (queue, count) in waiting.sorted(by: { $0.key < $1.key }) {
      let agents = takers[queue]?.count { $0 } ?? 0
      guard count > agents else { continue }
      waves[queue] = Wave(index: waves.count, share: (count + agents - 1) / agents)
    }
    return waves
  }
}
