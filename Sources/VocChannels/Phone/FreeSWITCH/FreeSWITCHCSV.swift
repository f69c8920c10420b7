public import VocDomain

/// Reads FreeSWITCH's cdr_csv in the templates `example`, `sql` and `asterisk`: one call for the legs that
/// name each other.
///
/// Stamps are the server's wall clock and nothing in the file says its zone. The key is the first leg's uuid.
/// Source: FreeSWITCH, src/mod/event_handlers/mod_cdr_csv.
public struct FreeSWITCHCSV: ExportReader {
  public static var format: ExportFormat { .freeswitchCSV }

  public private(set) var findings = ExportFindings()
  private let ownNumbers: OwnNumbers
  private let latest: Int64

  public static func recognises(_ head: ExportHead) -> Bool {
    head.isMadeOfRows { bytes in
      guard case .success = FreeSWITCHLeg.parse(bytes, line: 1) else { return false }
      return true
    }
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    ownNumbers = OwnNumbers(options.identities)
    latest = RecordTime.latest(at: options.now)
    var records = 0
    var isEmpty = true
    var reader = LineReader()
    try source.forEachChunk { chunk in
      isEmpty = isEmpty && chunk.isEmpty
      reader.push(chunk) { _ in records += 1 }
    }
    reader.finish { _ in records += 1 }
    if isEmpty { throw UnreadableExport.empty }
    findings.records = records
    findings.hasLocalTimes = true
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    var calls = FreeSWITCHCalls()
    var reader = LineReader()
    func take(_ line: LineReader.Line) throws {
      let isMarked = line.number == 1 && line.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let bytes = isMarked ? UnsafeRawBufferPointer(rebasing: line.bytes[3...]) : line.bytes
      if bytes.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { return }
      let leg =
        line.isTooLong
        ? .failure(CDRRow.Malformed(reason: .tooLong))
        : FreeSWITCHLeg.parse(bytes, line: line.number, latest: latest)
      switch leg {
      case .success(let leg): try calls.add(leg) { try record(.call(call($0))) }
      case .failure(let malformed):
        try problem(ImportProblem(line: line.number, reason: malformed.reason, raw: line.raw))
      }
    }
    try source.forEachChunk { try reader.push($0, take) }
    try reader.finish(take)
    try calls.finish { try record(.call(call($0))) }
  }

  /// - Parameter legs: at least one, the one that began first in front.
  private func call(_ legs: [FreeSWITCHLeg]) -> CallRecord {
    let first = legs[0]
    let direction = ownNumbers.direction(
      from: first.caller, to: first.destination, isFromOutside: first.context == "public", channel: "")
    // With a leg of its own, the other side's answer counts: a queue answers its callers at once.
    let spoken = legs.count > 1 ? legs[1...].last(where: \.isAnswered) : first.isAnswered ? first : nil
    let last = legs.map(\.end).max() ?? first.end
    var call = CallRecord(
      line: legs.map(\.line).min() ?? first.line, key: first.uuid, at: .local(first.start),
      direction: direction,
      customer: customer(first, direction),
      disposition: spoken == nil ? FreeSWITCHCause.disposition(ofUnanswered: first.cause) : .answered)
    call.wait = max(0, (spoken?.answer ?? last).wallSeconds - first.start.wallSeconds)
    call.talk = spoken?.billed
    switch direction {
    case .outbound: if !first.caller.isEmpty { call.agent = PhoneParty.agent(first.caller) }
    case .inbound, .internal: if let spoken { call.agent = PhoneParty.agent(spoken.taker) }
    }
    return call
  }

  private func customer(_ leg: FreeSWITCHLeg, _ direction: CallRecord.Direction) -> PartyRecord {
    switch direction {
    case .inbound: PhoneParty.customer(number: leg.caller, name: leg.callerName)
    case .outbound: PhoneParty.customer(number: leg.destination)
    case .internal: PhoneParty.agent(leg.caller)
    }
  }
}

/// Brings the legs that name each other together; they stand near each other in the file.
struct FreeSWITCHCalls {
  private static let limit = 1 << 12
  private static let legsLimit = 64

  private var calls: [[FreeSWITCHLeg]] = []
  private var handedOut = 0
  /// The numbers of calls, counted from the file's first, by the ids of their legs.
  private var numbers: [String: Int] = [:]
  private var dropped = 0

  mutating func add(_ leg: FreeSWITCHLeg, _ body: ([FreeSWITCHLeg]) throws -> Void) rethrows {
    let known = numbers[leg.uuid] ?? (leg.otherUUID.isEmpty ? nil : numbers[leg.otherUUID])
    let number: Int
    if let known, calls[known - dropped].count < Self.legsLimit {
      number = known
      if !calls[known - dropped].contains(where: { $0.uuid == leg.uuid }) {
        calls[known - dropped].append(leg)
      }
    } else {
      number = dropped + calls.count
      calls.append([leg])
    }
    numbers[leg.uuid] = number
    if !leg.otherUUID.isEmpty { numbers[leg.otherUUID] = number }
    if calls.count - handedOut > Self.limit { try handOut(body) }
  }

  mutating func finish(_ body: ([FreeSWITCHLeg]) throws -> Void) rethrows {
    while handedOut < calls.count { try handOut(body) }
  }

  private mutating func handOut(_ body: ([FreeSWITCHLeg]) throws -> Void) rethrows {
    let legs = calls[handedOut]
    for leg in legs {
      for uuid in [leg.uuid, leg.otherUUID] where numbers[uuid] == dropped + handedOut { numbers[uuid] = nil }
    }
    calls[handedOut] = []
    handedOut += 1
    if handedOut >= Self.limit {
      calls.removeFirst(handedOut)
      dropped += handedOut
      handedOut = 0
    }
    try body(
      legs.sorted {
        ($0.start, $0.otherUUID.isEmpty ? 1 : 0, $0.line) < ($1.start, $1.otherUUID.isEmpty ? 1 : 0, $1.line)
      })
  }
}
