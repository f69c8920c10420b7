import VocDomain

/// Brings the legs of each call together, in bounded memory.
struct CDRCalls {
  struct Call {
    let line: Int
    let hash: UInt64
    let id: [UInt8]
    /// The rows, "\n" between them.
    var rows: [UInt8]
    /// The end of its last leg, on the wall clock.
    var last: Int64
  }

  /// The legs of a call are written when they end: within so long of each other in the file's time.
  private static let patience = 4 * Seconds.hour
  private static let limit = 1 << 14
  private static let rowsLimit = 1 << 18

  private var calls: [Call?] = []
  private var oldest = 0
  /// Numbers of calls, counted from the file's first, by the hash of the id.
  private var numbers: [UInt64: Int] = [:]
  private var dropped = 0

  mutating func add(_ row: CDRRow, line: Int, _ body: (Call) throws -> Void) rethrows {
    let id = row.callID
    let hash = Self.hash(id)
    if !id.isEmpty, let number = numbers[hash], let index = index(of: number, id) {
      calls[index]?.take(row, limit: Self.rowsLimit)
    } else {
      numbers[hash] = id.isEmpty ? nil : dropped + calls.count
      var rows: [UInt8] = []
      rows.reserveCapacity(row.bytes.count * (id.isEmpty ? 1 : 3))
      rows.append(contentsOf: row.bytes)
      calls.append(Call(line: line, hash: hash, id: Array(id), rows: rows, last: row.end))
    }
    while oldest < calls.count, calls.count - oldest > Self.limit || isOver(at: row.end) { try handOut(body) }
  }

  mutating func finish(_ body: (Call) throws -> Void) rethrows {
    while oldest < calls.count { try handOut(body) }
  }

  private func index(of number: Int, _ id: UnsafeRawBufferPointer) -> Int? {
    let index = number - dropped
    guard let call = calls[index], call.id.withUnsafeBytes({ PhoneText.equal($0, id) }) else { return nil }
    return index
  }

  private func isOver(at now: Int64) -> Bool {
    guard let last = calls[oldest]?.last else { return true }
    return now - last > Self.patience
  }

  private mutating func handOut(_ body: (Call) throws -> Void) rethrows {
    let call = calls[oldest]
    calls[oldest] = nil
    if let call, numbers[call.hash] == dropped + oldest { numbers[call.hash] = nil }
    oldest += 1
    if oldest >= Self.limit {
      calls.removeFirst(oldest)
      dropped += oldest
      oldest = 0
    }
    if let call { try body(call) }
  }

  /// FNV-1a (Fowler, Noll, Vo).
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension CDRCalls.Call {
  fileprivate mutating func take(_ row: CDRRow, limit: Int) {
    last = Swift.max(last, row.end)
    guard rows.count + row.bytes.count < limit else { return }
    rows.append(10)
    rows.append(contentsOf: row.bytes)
  }

  /// Hands over what the rows tell.
  func withRows<Result>(_ body: ([CDRRow]) -> Result) -> Result {
    rows.withUnsafeBytes { bytes in
      body(
        bytes.split(separator: 10).compactMap { line in
          guard case .success(let row) = CDRRow.parse(UnsafeRawBufferPointer(rebasing: line)) else {
            return nil
          }
          return row
        })
    }
  }
}
