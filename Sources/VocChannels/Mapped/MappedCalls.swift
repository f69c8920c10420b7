import VocDomain

/// Makes the calls of one row after the other; rows of one call are joined afterwards.
struct MappedCalls {
  private let identities: Set<String>

  init(options: ReadingOptions) { identities = Set(options.identities.map(Folding.folded)) }

  /// Throws a `CellTrouble`.
  func call(of row: some FieldRow) throws -> CallRecord {
    guard let at = try row.time(.at) ?? row.time(.created) else { throw row.trouble(.missingField, .at) }
    let direction = try direction(of: row)
    let (from, to) = (row[.from].map(CallSide.init), row[.to].map(CallSide.init))
    let (other, ours) = direction == .outbound ? (to, from) : (from, to)
    let dialled = other.flatMap { $0.isNumber ? $0.number : nil }
    let name = row[.name] ?? row[.requester] ?? other?.personName
    let customer = try row.customer(named: name, dialled: dialled) ?? PartyRecord(role: .customer)
    let lengths = try Lengths(of: row, at: at)
    let word = row[.disposition] ?? row[.status]
    let known = word.flatMap(TableWords.disposition)
    let disposition = known ?? lengths.disposition(hasQueue: row[.queue] != nil)
    var call = CallRecord(
      line: row.line, key: row[.id], at: at, direction: direction, customer: customer,
      disposition: disposition)
    call.updatedAt = try row.version
    call.ticket = row[.ticket]
    call.queue = row[.queue]
    call.wait = lengths.wait ?? (disposition == .answered ? nil : lengths.duration)
    call.hold = lengths.hold
    call.wrapUp = lengths.wrapUp
    if disposition == .answered { call.talk = lengths.talk ?? lengths.duration }
    if disposition == .answered || direction == .outbound {
      let extensionName = ours.flatMap { $0.isExtension ? $0.name ?? $0.number : nil }
      call.agent = (row[.agent] ?? row[.assignee] ?? extensionName).map { PartyRecord(agent: $0) }
    }
    let said = [row[.note], row[.text], row[.subject], known == nil ? word : nil].compactMap(\.self)
    if !said.isEmpty { call.note = said.joined(separator: "; ") }
    return call
  }

  /// As the row says, else by which of the two sides is ours: an extension, or one of our own numbers.
  private func direction(of row: some FieldRow) throws -> CallRecord.Direction {
    if let told = try row.word(.direction, TableWords.direction) { return told }
    if let told = row[.kind].flatMap(TableWords.direction) { return told }
    switch (row[.from].map(isOurs), row[.to].map(isOurs)) {
    case (true?, true?): return .internal
    case (true?, _): return .outbound
    default: return .inbound
    }
  }

  private func isOurs(_ side: String) -> Bool {
    CallSide(side).isExtension || identities.contains(Folding.folded(side))
  }
}

/// The lengths of time that a row tells, in seconds.
private struct Lengths {
  let wait, talk, hold, wrapUp, duration: Int64?
  /// Whether anybody took the call, where a column tells when.
  private let isAnswered: Bool?

  init(of row: some FieldRow, at: RecordTime) throws {
    let answered = try row.time(.answered)
    let ended = try row.time(.ended)
    isAnswered = row.has(.answered) ? answered != nil : nil
    wait = try row.length(.wait) ?? answered?.seconds(since: at)
    talk = try row.length(.talk) ?? answered.flatMap { ended?.seconds(since: $0) }
    hold = try row.length(.hold)
    wrapUp = try row.length(.wrapup)
    duration = try row.length(.duration) ?? ended?.seconds(since: at)
  }

  /// How the call ended, where no word says so: who spoke was answered, who left a queue gave up.
  func disposition(hasQueue: Bool) -> CallRecord.Disposition {
    guard let spoke = isAnswered ?? talk.map({ $0 > 0 }) ?? duration.map({ $0 > 0 }) else { return .unknown }
    return spoke ? .answered : hasQueue ? .abandoned : .noAnswer
  }
}

extension RecordTime {
  /// Nil where one of them has a zone and the other has none, and where they stand the other way round.
  func seconds(since earlier: RecordTime) -> Int64? {
    let seconds: Int64
    switch (self, earlier) {
    case (.instant(let later), .instant(let earlier)): seconds = later - earlier
    case (.local(let later), .local(let earlier)): seconds = later.wallSeconds - earlier.wallSeconds
    default: return nil
    }
    return seconds >= 0 ? seconds : nil
  }
}
