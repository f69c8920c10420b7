public import VocDomain

/// Zendesk Support as JSON: what its API answers and what its administrators export.
///
/// Any of lists (cursor or offset), incremental exports, bare arrays, NDJSON and single objects, of tickets,
/// comments, users, satisfaction ratings, audits, ticket events and ticket metrics, also mixed in one file. Times
/// are UTC.
///
/// Source: Zendesk developer documentation, "Ticketing API".
public struct ZendeskExport: ExportReader {
  public static let format = ExportFormat.zendesk

  public private(set) var findings = ExportFindings()
  private let people: ZendeskPeople
  /// Whose comments the file is of, where it is one ticket's comments saved as a file.
  private let ticket: String?
  private let now: Instant?

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes) else { return false }
    let value = first.array.first ?? first
    if let kind = ZendeskKind(bare: value), kind.isProved(by: value) { return true }
    for (name, kind) in ZendeskKind.wrappers where kind.isProved(by: value[name]) { return true }
    for path in ZendeskKind.paths where value.has(path) {
      guard case .array(let elements) = value[path] else { continue }
      guard let kind = ZendeskKind(path: path) else { continue }
      guard let element = elements.first else {
        if ["tickets", "ticket_events"].contains(path) && value.has("end_of_stream") { return true }
        continue
      }
      if kind.isProved(by: element) { return true }
    }
    return false
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    var survey = ZendeskSurvey()
    try JSONStream.read(source, splitting: ZendeskKind.paths) { element in
      survey.add(element)
    } problem: { _ in
      survey.count += 1
    }
    findings.records = survey.count
    findings.account = survey.account
    people = survey.people
    ticket = survey.ticket(fileName: source.name)
    now = options.now
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    // Since the last top value: comments of a single ticket come before the ticket that encloses them.
    var comments = 0
    try JSONStream.read(source, splitting: ZendeskKind.paths) { element in
      var reader = ZendeskObjectReader(line: element.line, people: people)
      let records: [ExportRecord]
      do throws(ZendeskFault) {
        if element.path.isEmpty {
          try add(top: element.value, to: &reader, hasComments: comments > 0)
          comments = 0
        } else if let kind = ZendeskKind(path: element.path) {
          if kind == .comment { comments += 1 }
          try reader.add(kind, element.value, ticket: parentTicket(of: element) ?? ticket)
        }
        records = try reader.records.possible(at: now)
      } catch {
        if element.path.isEmpty { comments = 0 }
        try problem(element.problem(error.reason))
        return
      }
      for made in records { try record(made) }
    } problem: {
      try problem($0)
    }
  }

  private func add(
    top value: JSONValue, to reader: inout ZendeskObjectReader, hasComments: Bool
  ) throws(ZendeskFault) {
    if let kind = ZendeskKind(bare: value) {
      try reader.add(kind, value, ticket: ticket, hasComments: hasComments)
      return
    }
    var isWrapper = false
    for (name, kind) in ZendeskKind.wrappers where !value[name].isNull {
      isWrapper = true
      let inner = value[name]
      let enclosing = kind == .comment ? value["ticket"]["id"].text ?? ticket : nil
      try reader.add(kind, inner, ticket: enclosing, hasComments: hasComments)
    }
    if !isWrapper && !ZendeskKind.isEnvelope(value) && !value.members.isEmpty { throw .shape }
    if case .object = value { return }
    throw .shape
  }

  /// The ticket in which, or beside which, a comment stands.
  private func parentTicket(of element: JSONStream.Element) -> String? {
    guard let parent = element.parents.last else { return nil }
    if let id = parent["ticket"]["id"].text ?? parent["ticket_id"].text { return id }
    if !parent.has("author_id"), let id = parent["id"].text { return id }
    return ZendeskSurvey.commentURLs(parent).lazy.compactMap(ZendeskValue.ticket).first
  }
}
