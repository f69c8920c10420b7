/// A ticket's waits and calls as one value: the number of waits, each wait's distance from the ticket's creation and its
/// seconds; then the same of each call, with 0 for unanswered, 1 for answered, or 2 and its work.
extension TicketMeasure {
  public var packedWaits: [UInt8] {
    if nextReplies.isEmpty && calls.isEmpty { return [] }
    var bytes: [UInt8] = []
    func append(_ wait: Wait) {
      PackedNumbers.append(wait.at - createdAt, to: &bytes)
      PackedNumbers.append(wait.seconds, to: &bytes)
    }
    PackedNumbers.append(Int64(nextReplies.count), to: &bytes)
    nextReplies.forEach(append)
    for call in calls {
      append(call.wait)
      PackedNumbers.append(call.isAnswered ? call.handle.map { $0 + 2 } ?? 1 : 0, to: &bytes)
    }
    return bytes
  }

  /// Bytes that say something else leave what they said before.
  public mutating func unpackWaits(_ bytes: [UInt8]) {
    var numbers = PackedNumbers(bytes)
    func wait() -> Wait? {
      guard let distance = numbers.next(), let seconds = numbers.next() else { return nil }
      return Wait(at: createdAt + distance, seconds: seconds)
    }
    (nextReplies, calls) = ([], [])
    for _ in 0..<max(0, min(numbers.next() ?? 0, Int64(bytes.count))) {
      if let wait = wait() { nextReplies.append(wait) }
    }
    while let wait = wait(), let outcome = numbers.next() {
      calls.append(
        CallWait(wait: wait, isAnswered: outcome > 0, handle: outcome >= 2 ? outcome - 2 : nil))
    }
  }
}
