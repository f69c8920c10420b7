/// One thing that an export tells, in the terms that all importers share.
public enum ExportRecord: Equatable, Sendable, Codable {
  /// Somebody: the line at which they stand, and as of when.
  case party(PartyRecord, line: Int, updatedAt: Instant?)
  case ticket(TicketRecord)
  case message(MessageRecord)
  case change(MessageChangeRecord)
  case call(CallRecord)
  case event(EventRecord)
  case agentState(AgentStateRecord)
  case answer(AnswerRecord)

  /// Where the record begins in its file, from 1.
  public var line: Int {
    switch self {
    case .party(_, let line, _): line
    case .ticket(let record): record.line
    case .message(let record): record.line
    case .change(let record): record.line
    case .call(let record): record.line
    case .event(let record): record.line
    case .agentState(let record): record.line
    case .answer(let record): record.line
    }
  }

  /// Whether all its times can have been when somebody told of them, at `now` (see `RecordTime.isPossible`); always where
  /// nobody says when that was.
  public func isPossible(at now: Instant?) -> Bool {
    func can(_ time: RecordTime?) -> Bool { time?.isPossible(at: now) ?? true }
    func can(_ moment: Instant?) -> Bool { can(moment.map(RecordTime.instant)) }
    return switch self {
    case .party(_, _, let updatedAt): can(updatedAt)
    case .ticket(let record):
      can(record.createdAt) && can(record.solvedAt) && can(record.updatedAt) && can(record.asOf)
    case .message(let record): can(record.at) && can(record.updatedAt)
    case .change(let record): can(record.at)
    case .call(let record): can(record.at) && can(record.updatedAt)
    case .event(let record): can(record.at)
    case .agentState(let record): can(record.at)
    case .answer(let record): can(record.at) && can(record.updatedAt)
    }
  }
}
