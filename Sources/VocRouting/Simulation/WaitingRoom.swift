import VocDomain

/// The waiting tickets of a simulation, in lines of equals.
///
/// Two tickets of one line differ in nothing but since when they wait, so the older one goes first under
/// every order, and whoever may take the younger may take the older: age only adds agents (tiers, fallback)
/// and only drops optional skills. Hence the front of each line is all that a run need look at.
struct WaitingRoom {
  struct LineKey: Hashable {
    let queue: Int
    let kind: Int
    let priority: Ticket.Priority
    let segment: Customer.Segment?
    let stage: Customer.Stage?
    let required: [QueuePolicy.RequiredSkill]
    let promise: SimulatedArrival.Promise?
  }

  private struct Line {
    var tickets: [Int] = []
    /// How many at the front are gone.
    var gone = 0

    var waiting: ArraySlice<Int> { tickets[gone...] }

    mutating func remove(_ ticket: Int) {
      if waiting.first == ticket {
        gone += 1
        if gone > 64, gone * 2 > tickets.count {
          tickets.removeFirst(gone)
          gone = 0
        }
      } else if let place = waiting.firstIndex(of: ticket) {
        tickets.remove(at: place)
      }
    }
  }

  /// By ticket.
  private let lineOf: [Int]
  private let kindOf: [Int]
  private var lines: [Line]
  private(set) var count = 0
  private var isWaiting: [Bool]

  init(_ arrivals: [SimulatedArrival], kinds: [Int]) {
    var keys = Interned<LineKey>()
    lineOf = zip(arrivals, kinds).map { arrival, kind in
      keys.index(
        of: LineKey(
          queue: arrival.queue, kind: kind, priority: arrival.priority, segment: arrival.segment,
          stage: arrival.stage, required: arrival.required, promise: arrival.promise))
    }
    kindOf = keys.values.map(\.kind)
    lines = keys.values.map { _ in Line() }
    isWaiting = Array(repeating: false, count: arrivals.count)
  }

  func contains(_ ticket: Int) -> Bool { isWaiting[ticket] }

  /// Tickets enter in the order of their indices.
  mutating func enter(_ ticket: Int) {
    lines[lineOf[ticket]].tickets.append(ticket)
    isWaiting[ticket] = true
    count += 1
  }

  mutating func leave(_ ticket: Int) {
    guard isWaiting[ticket] else { return }
    isWaiting[ticket] = false
    count -= 1
    lines[lineOf[ticket]].remove(ticket)
  }

  /// The first of each line, as many as `limit` says for their kind.
  func front(limit: (_ kind: Int) -> Int) -> [Int] {
    if count == 0 { return [] }
    var tickets: [Int] = []
    for (line, kind) in zip(lines, kindOf) where line.gone < line.tickets.count {
      tickets += line.waiting.prefix(limit(kind))
    }
    return tickets
  }

  var all: [Int] { lines.flatMap(\.waiting).sorted() }
}
