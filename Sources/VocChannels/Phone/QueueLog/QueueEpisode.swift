import VocDomain

/// One caller's stay in one queue, gathered line by line.
struct QueueEpisode {
  /// Bytes of raw lines that are kept; a stay has three or four lines.
  private static let rawLimit = 1 << 13

  let line: Int
  let isLocal: Bool
  private(set) var callID: [UInt8]
  let queue: [UInt8]
  /// From 1: which stay of this call in this queue it is within the file.
  var ordinal = 1
  /// Every line repeats one that was read before.
  var isDouble = false
  /// When the caller entered, where that is in the file.
  private(set) var entered: Int64?
  private(set) var end: QueueEvent?
  private(set) var last: Int64
  private let firstTime: Int64
  private var caller: [UInt8] = []
  private var callerName: [UInt8] = []
  private var agent: [UInt8] = []
  private var connected: Int64?
  private var wait: Int64?
  private var talk: Int64?
  private var heldSince: Int64?
  private var hold: Int64?
  /// The lines so far, "\n" between them.
  private var raw: [UInt8] = []

  init(_ row: QueueRow, line: Int) {
    self.line = line
    isLocal = row.isLocal
    callID = Array(row.callID)
    queue = Array(row.queue)
    firstTime = row.impliedEntry
    last = row.time
    add(row)
  }

  var isOpen: Bool { end == nil }

  /// When the caller entered, reckoned from waiting and talking where the line itself is in another file.
  var start: Int64 { entered ?? firstTime }

  func isOf(_ row: QueueRow) -> Bool {
    callID.withUnsafeBytes { PhoneText.equal($0, row.callID) }
      && queue.withUnsafeBytes { PhoneText.equal($0, row.queue) }
  }

  /// Puts the caller of another call in the place of who entered.
  mutating func hand(to call: QueueEpisode, ordinal: Int) {
    callID = call.callID
    caller = call.caller
    callerName = call.callerName
    self.ordinal = ordinal
  }

  mutating func add(_ row: QueueRow) {
    keep(row)
    last = max(last, row.time)
    switch row.event {
    case .enter:
      entered = row.time
      caller = Array(row.parameter(1))
      callerName = Array(row.parameter(3))
    case .connect:
      connected = row.time
      wait = row.wait ?? entered.map { max(0, row.time - $0) }
      setAgent(row)
    case .abandon, .exit, .exitWithKey, .withdraw:
      end = row.event
      wait = row.wait ?? wait ?? entered.map { max(0, row.time - $0) }
    case .complete, .transfer:
      end = row.event
      wait = row.wait ?? wait
      talk = row.talk ?? connected.map { max(0, row.time - $0) }
      setAgent(row)
    case .hold:
      heldSince = row.time
    case .unhold:
      if let heldSince { hold = (hold ?? 0) + max(0, row.time - heldSince) }
      heldSince = nil
    case .restart:
      end = .restart
    case .login, .logout, .pause, .unpause, .addMember, .removeMember, .other:
      break
    }
  }

  private mutating func setAgent(_ row: QueueRow) {
    let name = PhoneParty.agentName(row.agent)
    if !PhoneText.equal(name, "NONE") && !name.isEmpty { agent = Array(name) }
  }

  private mutating func keep(_ row: QueueRow) {
    guard raw.count + row.bytes.count < Self.rawLimit else { return }
    if !raw.isEmpty { raw.append(10) }
    raw.append(contentsOf: row.bytes)
  }

  /// Whether beginning and end are both in the file.
  private var isWhole: Bool { entered != nil && end != nil }

  var record: CallRecord {
    let callerName = PhoneText.string(callerName)
    let number = PhoneText.string(caller)
    let isInternal = PhoneParty.isExtension(number)
    var record = CallRecord(
      line: line, key: key, at: time(start), direction: isInternal ? .internal : .inbound,
      customer: isInternal ? PhoneParty.agent(number) : PhoneParty.customer(number: number, name: callerName),
      disposition: isWhole ? disposition : .unknown)
    if !isLocal { record.updatedAt = Instant(unixSeconds: last) }
    record.queue = PhoneText.string(queue)
    record.wait = wait
    record.talk = talk
    record.hold = hold
    if !agent.isEmpty && end != .abandon { record.agent = PhoneParty.agent(PhoneText.string(agent)) }
    record.transfers = end == .transfer ? 1 : 0
    if !isWhole {
      record.fragments = raw.split(separator: 10).map { PhoneText.string($0) }
    }
    return record
  }

  /// The same in whichever of two rotated files a stay is read: ordinals begin with a call's second stay.
  private var key: String {
    var bytes = callID
    bytes.append(UInt8(ascii: "@"))
    bytes += queue
    if ordinal > 1 { bytes += Array("#\(ordinal)".utf8) }
    return PhoneText.string(bytes)
  }

  private var disposition: CallRecord.Disposition {
    switch end {
    case .complete, .transfer: .answered
    case .abandon, .exitWithKey: .abandoned
    case .exit, .withdraw: .noAnswer
    default: .unknown
    }
  }

  private func time(_ seconds: Int64) -> RecordTime {
    isLocal ? .local(LocalTime(wallSeconds: seconds)) : .instant(Instant(unixSeconds: seconds))
  }
}
