/// Something that is going to happen in a simulation.
struct SimulatedEvent: Comparable {
  /// In the order in which those of one second happen.
  enum Kind: Int8 {
    /// Some calendar opens or closes.
    case hours
    /// More agents may take a waiting ticket than before, for its age.
    case overflow
    /// A waiting ticket's customer gives up.
    case abandonment
    /// A ticket is done.
    case completion
  }

  let at: Int64
  let kind: Kind
  /// The index of the ticket; 0 for `hours`.
  let subject: Int

  static func < (left: SimulatedEvent, right: SimulatedEvent) -> Bool {
    if left.at != right.at { return left.at < right.at }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return left.subject < right.subject
  }
}

/// What is going to happen, the next first: a binary heap.
struct EventQueue {
  private var heap: [SimulatedEvent] = []

  var next: SimulatedEvent? { heap.first }

  mutating func push(_ event: SimulatedEvent) {
    heap.append(event)
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> SimulatedEvent? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { return first }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { return first }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
