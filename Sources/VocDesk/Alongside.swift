import Foundation

/// Work on a thread of its own, beside the one that has the database.
///
/// The work shares nothing that changes with anybody until it is over.
final class Alongside<Value>: @unchecked Sendable {
  private let condition = NSCondition()
  private var work: (() throws -> Value)?
  private var result: Result<Value, any Error>?

  init(_ work: @escaping () throws -> Value) {
    self.work = work
    let thread = Thread { self.run() }
    // As the main thread's: parsers go as deep as what they read.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// What both return, the first on a thread of its own; that is waited for also where the second fails.
  static func both<Second>(
    _ alongside: @escaping () throws -> Value, here: () throws -> Second
  ) throws -> (Value, Second) {
    let work = Alongside(alongside)
    let own = Result { try here() }
    return (try work.value(), try own.get())
  }

  private func run() {
    guard let work else { return }
    let result = Result(catching: work)
    condition.withLock {
      // What it holds, another thread's connection say, goes where that waits for it.
      self.work = nil
      self.result = result
      condition.broadcast()
    }
  }

  /// Waits for the end of the work; throws what it threw.
  func value() throws -> Value {
    try condition.withLock {
      while true {
        if let result { return try result.get() }
        condition.wait()
      }
    }
  }
}
