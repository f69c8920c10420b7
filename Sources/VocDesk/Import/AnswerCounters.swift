import VocDomain
import VocStore

/// Adds up what answers change in the kept counters, to write them once a chunk.
struct AnswerCounters {
  private var counts: [AnswerCell: AnswerCount] = [:]
  private let zone: ZoneClock

  init(zone: ZoneClock) { self.zone = zone }

  mutating func add(_ answer: Answer) { count(answer, times: 1) }

  mutating func remove(_ answer: Answer) { count(answer, times: -1) }

  private mutating func count(_ answer: Answer, times n: Int64) {
    let commented = answer.comment.isEmpty ? 0 : n
    for cell in AnswerCell.cells(of: answer, on: zone.localTime(of: answer.at).date) {
      let before = counts[cell] ?? AnswerCount(n: 0, commented: 0)
      counts[cell] = AnswerCount(n: before.n + n, commented: (before.commented ?? 0) + commented)
    }
  }

  /// Writes and forgets them.
  mutating func write(to store: Store) throws {
    try store.add(counts)
    counts = [:]
  }

  var cells: [AnswerCell: AnswerCount] { counts }
}
