public import VocDomain

/// Reads FreeSWITCH's json_cdr: a document for each call, alone in its file, in an array or one a line.
///
/// Values are strings, percent-encoded unless the module is told otherwise. Stamps are the server's wall
/// clock, but epochs stand beside them. The second leg of a call (a channel with an originator) says nothing
/// that the first does not, and makes no record. Source: FreeSWITCH, mod_json_cdr, mod_callcenter.
public struct FreeSWITCHJSON: ExportReader {
  public static var format: ExportFormat { .freeswitchJSON }

  public private(set) var findings = ExportFindings()
  private let ownNumbers: OwnNumbers
  private let now: Instant?

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let value = JSONHead.first(in: head.bytes) else { return false }
    let document = value.array.first ?? value
    guard document["variables"].text == nil, !document["variables"].members.isEmpty else { return false }
    return ["core-uuid", "channel_data", "callflow", "app_log", "switchname"].contains { document.has($0) }
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    ownNumbers = OwnNumbers(options.identities)
    now = options.now
    var findings = ExportFindings()
    try source.refuseEmpty()
    let ownNumbers = ownNumbers
    try JSONStream.read(source, splitting: []) { element in
      findings.records += 1
      let call = FreeSWITCHDocument(element.value)?.call(line: element.line, ownNumbers: ownNumbers)
      if case .local? = call?.at { findings.hasLocalTimes = true }
    } problem: { _ in
      findings.records += 1
    }
    self.findings = findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try JSONStream.read(source, splitting: []) { element in
      guard let document = FreeSWITCHDocument(element.value) else {
        return try problem(element.problem(.shape))
      }
      if document.isSecondLeg { return }
      guard let call = document.call(line: element.line, ownNumbers: ownNumbers) else {
        return try problem(element.problem(document.hasStart ? .missingField : .date))
      }
      if !call.at.isNone && !call.at.isPossible(at: now) {
        return try problem(element.problem(.impossibleDate))
      }
      try record(.call(call))
    } problem: {
      try problem($0)
    }
  }
}
