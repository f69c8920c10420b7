import Testing
import VocDomain

/// Small worlds, all of them: a few messages by either side at a few times, arriving in every order.
@Suite struct ThreadingTests {
  struct Message: Hashable {
    var time: Int64
    var isCustomer: Bool
  }

  /// A ticket of the test's own: the messages that it was given.
  struct Thread {
    var messages: [Message]
    var first: Int64 { messages.map(\.time).min() ?? 0 }
    var last: Int64 { messages.map(\.time).max() ?? 0 }
    /// The customer spoke last; what came later stands later.
    var isWaiting: Bool { messages.last { $0.time == last }?.isCustomer == true }
  }

  static let gap: Int64 = 10
  /// Within the gap of their neighbours, exactly the gap apart, just past it, and far.
  static let times: [Int64] = [0, 7, 17, 28, 60]

  /// The rule as its documentation says it, the plain way: look at every ticket.
  ///
  /// Tickets never overlap, so at most one covers a time, one is the nearest before and one the nearest after.
  private func plain(_ message: Message, _ threads: [Thread], endedAt: Int64?) -> Int? {
    let time = message.time
    if let covering = threads.indices.first(where: { threads[$0].first <= time && time <= threads[$0].last })
    {
      return covering
    }
    let before = threads.indices.filter { threads[$0].last < time }.max {
      threads[$0].last < threads[$1].last
    }
    let after = threads.indices.filter { threads[$0].first > time }.min {
      threads[$0].first < threads[$1].first
    }
    if let before {
      let isNear = time - threads[before].last <= ThreadingTests.gap
      let isEnded = endedAt.map { time > $0 } ?? false
      if message.isCustomer ? isNear && !isEnded : isNear || threads[before].isWaiting { return before }
    }
    if let after, threads[after].first - time <= ThreadingTests.gap { return after }
    return nil
  }

  /// Feeds the messages in this order to `Threading` and to the plain rule, comparing every placement.
  private func replay(_ messages: [Message], endedAt: Int64? = nil) -> [Thread] {
    var threads: [Thread] = []
    for message in messages {
      threads.sort { $0.first < $1.first }
      let stretches = threads.enumerated().map {
        Threading.Stretch(
          ticketID: Int64($0.offset), first: Instant(unixSeconds: $0.element.first),
          last: Instant(unixSeconds: $0.element.last))
      }
      let placement = Threading(gap: ThreadingTests.gap).place(
        message.isCustomer ? .customer : .us, at: Instant(unixSeconds: message.time), among: stretches
      ) { index in
        Threading.State(
          isWaiting: threads[index].isWaiting, endedAt: endedAt.map(Instant.init(unixSeconds:)))
      }
      let wanted = plain(message, threads, endedAt: endedAt)
      #expect(
        placement == (wanted.map { .continues($0) } ?? .opens), "\(message) of \(messages) among \(stretches)"
      )
      switch placement {
      case .continues(let index): threads[index].messages.append(message)
      case .opens: threads.append(Thread(messages: [message]))
      }
    }
    return threads.sorted { $0.first < $1.first }
  }

  /// Every choice of sides for some of the times.
  static let worlds: [[Message]] = (1..<(1 << times.count)).flatMap { (chosen: Int) -> [[Message]] in
    let present = times.indices.filter { chosen & (1 << $0) != 0 }
    return (0..<(1 << present.count)).map { sides in
      present.enumerated().map { Message(time: times[$0.element], isCustomer: sides & (1 << $0.offset) != 0) }
    }
  }

  private func orders(_ messages: [Message]) -> [[Message]] {
    if messages.count <= 1 { return [messages] }
    return messages.indices.flatMap { index -> [[Message]] in
      var rest = messages
      let first = rest.remove(at: index)
      return orders(rest).map { [first] + $0 }
    }
  }

  @Test func everySmallWorldIsThreadedByTheRule() {
    #expect(ThreadingTests.worlds.count == 242)
    for world in ThreadingTests.worlds {
      for order in orders(world) {
        let threads = replay(order)
        #expect(threads.flatMap(\.messages).count == world.count)
        for (earlier, later) in zip(threads, threads.dropFirst()) {
          #expect(earlier.last < later.first, "tickets overlap: \(order)")
        }
      }
    }
  }

  @Test func afterAPersonsSolveTheCustomerOpensANewTicket() {
    for world in ThreadingTests.worlds {
      for endedAt in [0, 8, 17] as [Int64] { _ = replay(world, endedAt: endedAt) }
    }
  }

  /// In the order of time, the tickets are what a reader would draw: cut where a silence is longer than the gap,
  /// unless we broke it for a customer who waited.
  @Test func inOrderTheTicketsAreCutAtTheSilences() {
    for world in ThreadingTests.worlds {
      var cuts: [[Message]] = []
      for message in world {
        if let last = cuts.last?.last,
          message.time - last.time <= ThreadingTests.gap || last.isCustomer && !message.isCustomer
        {
          cuts[cuts.count - 1].append(message)
        } else {
          cuts.append([message])
        }
      }
      #expect(replay(world).map(\.messages) == cuts)
    }
  }

  @Test func theLastStretchBeforeATimeIsFound() {
    for count in 0...5 {
      let stretches = (0..<count).map {
        Threading.Stretch(
          ticketID: 0, first: Instant(unixSeconds: Int64($0 * 10)), last: Instant(unixSeconds: Int64($0 * 10))
        )
      }
      for time in Int64(-1)...60 {
        let plain = stretches.lastIndex { $0.first.unixSeconds <= time }
        #expect(Threading.lastStretch(of: stretches, startingBy: Instant(unixSeconds: time)) == plain)
      }
    }
  }

  @Test func theUsualGapIsADay() { #expect(Threading().gap == 86_400) }
}
