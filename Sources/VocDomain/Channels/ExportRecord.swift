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
    guard let now else { return true }
    let times: [RecordTime?] =
      switch self {
      case .party: []
      case .ticket(let record): [record.createdAt, record.solvedAt]
      case .message(let record): [record.at]
      case .change(let record): [record.at]
      case .call(let record): [record.at]
      case .event(let record): [record.at]
      case .agentState(let record): [record.at]
      case .answer(let record): [record.at]
      }
    return times.allSatisfy { $0?.isPossible(at: now) ?? true }
  }
}
