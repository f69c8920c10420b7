import VocStore

/// Reads of one moment by two threads: what takes seconds takes little more than half of them.
extension Desk {
  /// Runs reads on one snapshot, of which `both` may give a part to a second thread; unless there is nothing
  /// for one to do.
  func snapshotForTwo<Result>(unless isForOne: Bool = false, _ body: () throws -> Result) throws -> Result {
    if isForOne { return try store.snapshot(body) }
    return try store.snapshotForTwo { second in
      guard let second else { return try body() }
      companion = Desk(self, reading: second)
      defer { companion = nil }
      return try body()
    }
  }

  /// What both return, run side by side where the snapshot is for two and the second thread is not at work already.
  ///
  /// The first runs on the second thread, and uses nothing but the desk that it gets: stores and clocks are for one
  /// thread.
  func both<First, Second>(
    _ alongside: @escaping (Desk) throws -> First, here: () throws -> Second
  ) throws -> (First, Second) {
    guard let other = companion else { return (try alongside(self), try here()) }
    companion = nil
    defer { companion = other }
    return try Alongside.both {
      try alongside(other)
    } here: {
      try here()
    }
  }
}
