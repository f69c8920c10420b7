import VocDomain

/// What one element of a JSON export gives.
struct ChatHarvest {
  let line: Int
  var records: [ExportRecord] = []
  /// Part of the element, or all of it, could not be understood.
  var trouble: ImportProblem.Reason?
  var account: String?

  init(line: Int) { self.line = line }

  mutating func add(_ message: MessageRecord) { records.append(.message(message)) }
  mutating func add(_ ticket: TicketRecord) { records.append(.ticket(ticket)) }
  mutating func add(_ answer: AnswerRecord) { records.append(.answer(answer)) }

  mutating func add(_ party: PartyRecord, updatedAt: Instant?) {
    records.append(.party(party, line: line, updatedAt: updatedAt))
  }
}

/// Makes records of a JSON export's elements, one after the other.
protocol ChatElementReader {
  /// The arrays that are handed out element by element.
  static var paths: [String] { get }
  mutating func read(_ element: JSONStream.Element, into harvest: inout ChatHarvest)
  /// Whether a value at the top of the file, no element of whose lists came before it, is a list all the same.
  func isEnvelope(_ value: JSONValue) -> Bool
}

enum ChatReading {
  /// Of what cannot have been at `now` nothing is handed out; see `RecordTime.isPossible`.
  static func read<Reader: ChatElementReader>(
    _ source: ByteSource, with reader: Reader, now: Instant?, harvested: (ChatHarvest) throws -> Void,
    problem: (ImportProblem) throws -> Void
  ) throws {
    var reader = reader
    var hasElements = false
    try JSONStream.read(source, splitting: Reader.paths) { element in
      var harvest = ChatHarvest(line: element.line)
      let isTop = element.path.isEmpty
      let isEmptyObject = element.value == .object([])
      let isEnvelope = reader.isEnvelope(element.value) && !element.value.holdsList(besides: Reader.paths)
      if !isTop || !(hasElements || isEmptyObject || isEnvelope) {
        reader.read(element, into: &harvest)
      }
      hasElements = !isTop
      harvest.removeImpossible(at: now)
      try harvested(harvest)
      if let reason = harvest.trouble { try problem(element.problem(reason)) }
    } problem: {
      // What stands after a broken list is no end of it.
      hasElements = false
      try problem($0)
    }
  }

  /// Reads the whole file for what only the whole tells.
  static func findings(
    _ source: ByteSource, with reader: some ChatElementReader, now: Instant?,
    message: (MessageRecord) -> Void = { _ in }
  ) throws -> ExportFindings {
    var findings = ExportFindings()
    try read(source, with: reader, now: now) { harvest in
      findings.records += harvest.records.count
      findings.account = findings.account ?? harvest.account
      for case .message(let found) in harvest.records {
        if case .local = found.at { findings.hasLocalTimes = true }
        message(found)
      }
    } problem: { _ in
      findings.records += 1
    }
    return findings
  }
}

/// Times of JSON exports.
enum JSONTime {
  /// A number of seconds, milliseconds or microseconds since 1970 (told apart by their size; also as a string), or
  /// an ISO 8601 text. Nil for 0, which Chatwoot writes for no time, and for what is no time.
  static func read(_ value: JSONValue) -> RecordTime? {
    guard let text = value.text else { return nil }
    if let number = Double(text) { return epoch(number).map(RecordTime.instant) }
    return TableDate(Array(text.utf8).span)?.time(nil)
  }

  static func instant(_ value: JSONValue) -> Instant? {
    guard case .instant(let instant) = read(value) else { return nil }
    return instant
  }

  /// From 1970 to 9999.
  private static func epoch(_ number: Double) -> Instant? {
    let scale: Double = number >= 1e14 ? 1e6 : number >= 1e11 ? 1e3 : 1
    let seconds = (number / scale).rounded(.down)
    guard seconds > 0, seconds < 253_402_300_800 else { return nil }
    return Int64(exactly: seconds).map(Instant.init(unixSeconds:))
  }
}

extension [JSONValue] {
  /// What files are called; nil where none has a name.
  func listed(_ name: (JSONValue) -> String?) -> String? {
    let names = compactMap(name)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

extension JSONValue {
  /// A string with something in it besides white space.
  var words: String? {
    guard let text = string?.trimmed, !text.isEmpty else { return nil }
    return text
  }

  /// Whether there is a list of objects in it that stands on the way to none of those: nobody knows its name.
  func holdsList(besides paths: [String], at prefix: String = "") -> Bool {
    members.contains { member in
      let path = prefix + member.name
      let isKnown = paths.contains { $0 == path || $0.hasPrefix(path + ".") }
      return !isKnown && member.value.array.contains { !$0.members.isEmpty }
        || member.value.holdsList(besides: paths, at: path + ".")
    }
  }

  /// The first member of those names that is there and not null.
  func first(of names: String...) -> JSONValue {
    for name in names where !self[name].isNull { return self[name] }
    return .null
  }
}

extension ChatHarvest {
  /// A ticket that cannot have been takes with it what follows, which is its own.
  fileprivate mutating func removeImpossible(at now: Instant?) {
    let all = records.count
    let ticket = records.firstIndex { record in
      if case .ticket = record { !record.isPossible(at: now) } else { false }
    }
    if let ticket { records.removeSubrange(ticket...) }
    records.removeAll { !$0.isPossible(at: now) }
    if records.count < all { trouble = trouble ?? .impossibleDate }
  }
}
