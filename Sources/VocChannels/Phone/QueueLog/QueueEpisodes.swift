import VocDomain

/// Puts the lines of queue_log together to stays of callers in queues, in bounded memory.
struct QueueEpisodes {
  /// A stay without a line for so long is over.
  private static let patience = Seconds.day
  /// Stays that are remembered, those that have ended too: they tell doubles and second stays.
  private static let limit = 1 << 15

  private var episodes: [QueueEpisode?] = []
  private var free: [Int] = []
  /// Slots by the hash of call and queue; of two with the same hash the later one's.
  private var slots: [UInt64: Int] = [:]
  /// Slots with their hashes in the order in which they were taken, from `oldest` on.
  private var order: [(slot: Int, hash: UInt64)] = []
  private var oldest = 0
  private var handedOver = HandedOvers()

  /// Takes a line in and hands out the calls that it ends.
  mutating func add(_ row: QueueRow, line: Int, _ body: (CallRecord) throws -> Void) rethrows {
    switch row.event {
    case .enter: try enter(row, line: line, body)
    case .restart: try restart(row, body)
    case .connect, .hold, .unhold: try follow(row, line: line, body)
    case .abandon, .complete, .exit, .exitWithKey, .withdraw, .transfer: try follow(row, line: line, body)
    case .login, .logout, .pause, .unpause, .addMember, .removeMember, .other: break
    }
  }

  /// Hands out what the file leaves open.
  mutating func finish(_ body: (CallRecord) throws -> Void) rethrows {
    while oldest < order.count { try forgetOldest(body) }
  }

  private mutating func enter(_ row: QueueRow, line: Int, _ body: (CallRecord) throws -> Void) rethrows {
    let (hash, slot) = find(row)
    guard let slot, let known = episodes[slot] else {
      _ = try take(QueueEpisode(row, line: line), hash, now: row.time, body)
      return
    }
    if known.entered == nil && known.isOpen {
      episodes[slot]?.add(row)
      return
    }
    let isDouble = known.entered == row.time
    if isDouble && known.isOpen { return }
    if known.isOpen && !known.isDouble { try body(known.record) }
    var next = QueueEpisode(row, line: line)
    next.isDouble = isDouble
    next.ordinal = known.ordinal + (isDouble ? 0 : 1)
    episodes[slot] = next
  }

  private mutating func follow(_ row: QueueRow, line: Int, _ body: (CallRecord) throws -> Void) rethrows {
    var (hash, slot) = find(row)
    if slot.map({ episodes[$0]?.isOpen != true && row.event == .connect }) ?? true {
      slot = adopted(by: row, hash) ?? slot
    }
    // Holding on to the stay itself would copy its bytes when it takes the next line.
    guard let slot,
      let known = episodes[slot].map({ (isOpen: $0.isOpen, last: $0.last, ordinal: $0.ordinal) })
    else {
      slot = try take(QueueEpisode(row, line: line), hash, now: row.time, body)
      if row.event.isEnd { try handOut(slot, row, body) }
      return
    }
    if known.isOpen {
      episodes[slot]?.add(row)
      if row.event.isEnd { try handOut(slot, row, body) }
    } else if row.event == .connect, row.time > known.last {
      var next = QueueEpisode(row, line: line)
      next.ordinal = known.ordinal + 1
      episodes[slot] = next
    }
    // Anything else that follows an end is its echo.
  }

  private mutating func handOut(
    _ slot: Int?, _ row: QueueRow, _ body: (CallRecord) throws -> Void
  ) rethrows {
    guard let slot, let episode = episodes[slot] else { return }
    if row.event == .transfer { handedOver.add(episode) }
    if !episode.isDouble { try body(episode.record) }
  }

  /// Calls that are alive when the switch starts will never end in the log.
  private mutating func restart(_ row: QueueRow, _ body: (CallRecord) throws -> Void) rethrows {
    for entry in order[oldest...] where episodes[entry.slot]?.isOpen == true {
      episodes[entry.slot]?.add(row)
    }
    while oldest < order.count {
      let episode = episodes[order[oldest].slot]
      try forgetOldest(body)
      if let episode, episode.end == .restart, !episode.isDouble { try body(episode.record) }
    }
  }

  /// The stay of the agent who was transferring a caller, and whose place the caller has taken.
  ///
  /// After an attended transfer into another queue that queue's lines carry the first call's id, though
  /// another entered (github.com/asterisk/asterisk/issues/759).
  private mutating func adopted(by row: QueueRow, _ hash: UInt64) -> Int? {
    guard let call = handedOver.take(row.callID) else { return nil }
    let index = order.indices[oldest...].first { index in
      guard let episode = episodes[order[index].slot], episode.isOpen, let entered = episode.entered else {
        return false
      }
      return episode.queue.withUnsafeBytes { PhoneText.equal($0, row.queue) }
        && abs(entered - row.impliedEntry) <= 2
    }
    guard let index else { return nil }
    let slot = order[index].slot
    let earlier = slots[hash].flatMap { episodes[$0]?.ordinal } ?? 0
    episodes[slot]?.hand(to: call, ordinal: earlier + 1)
    if slots[order[index].hash] == slot { slots[order[index].hash] = nil }
    order[index].hash = hash
    slots[hash] = slot
    return slot
  }

  private mutating func take(
    _ episode: QueueEpisode, _ hash: UInt64, now: Int64, _ body: (CallRecord) throws -> Void
  ) rethrows -> Int {
    while oldest < order.count,
      order.count - oldest >= Self.limit
        || episodes[order[oldest].slot].map({ now - $0.last > Self.patience }) ?? true
    {
      try forgetOldest(body)
    }
    let slot: Int
    if let reused = free.popLast() {
      slot = reused
      episodes[slot] = episode
    } else {
      slot = episodes.count
      episodes.append(episode)
    }
    slots[hash] = slot
    order.append((slot, hash))
    return slot
  }

  private mutating func forgetOldest(_ body: (CallRecord) throws -> Void) rethrows {
    let (slot, hash) = order[oldest]
    oldest += 1
    if oldest > Self.limit {
      order.removeFirst(oldest)
      oldest = 0
    }
    if slots[hash] == slot { slots[hash] = nil }
    guard let episode = episodes[slot] else { return }
    episodes[slot] = nil
    free.append(slot)
    if episode.isOpen && !episode.isDouble { try body(episode.record) }
  }

  private func find(_ row: QueueRow) -> (hash: UInt64, slot: Int?) {
    let hash = Self.hash(row)
    guard let slot = slots[hash], episodes[slot]?.isOf(row) == true else { return (hash, nil) }
    return (hash, slot)
  }

  /// FNV-1a (Fowler, Noll, Vo).
  private static func hash(_ row: QueueRow) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in row.callID { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0x7C) &* 0x100_0000_01b3
    for byte in row.queue { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// Calls that were lately handed on to somebody else, few enough to be looked through.
struct HandedOvers {
  private static let limit = 64

  private var calls: [QueueEpisode] = []

  mutating func add(_ call: QueueEpisode) {
    if calls.count >= Self.limit { calls.removeFirst() }
    calls.append(call)
  }

  mutating func take(_ callID: UnsafeRawBufferPointer) -> QueueEpisode? {
    let index = calls.lastIndex { call in call.callID.withUnsafeBytes { PhoneText.equal($0, callID) } }
    return index.map { calls.remove(at: $0) }
  }
}
