/// Lines of a log in the order of their times, although what they tell of runs at the same time.
struct DemoTimeline {
  private var waiting: [(time: Int64, line: [UInt8])] = []
  /// How many lines have been added.
  private(set) var count = 0

  mutating func add(_ time: Int64, _ line: [UInt8]) {
    count += 1
    // Nearly always near the end; of the same second, the one that was added first comes first.
    let place = waiting.lastIndex { $0.time <= time }.map { $0 + 1 } ?? 0
    waiting.insert((time, line), at: place)
  }

  /// Moves the lines of before a moment to `text`, and says how many.
  mutating func write(before time: Int64, to text: inout [UInt8], limit: Int) -> Int {
    let due = min(limit, waiting.firstIndex { $0.time >= time } ?? waiting.count)
    for entry in waiting[..<due] { text += entry.line }
    waiting.removeFirst(due)
    return due
  }
}
