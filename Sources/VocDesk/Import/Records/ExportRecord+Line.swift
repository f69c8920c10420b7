import VocDomain

extension ExportRecord {
  var withoutLine: ExportRecord {
    switch self {
    case .party(let party, _, let updatedAt): return .party(party, line: 0, updatedAt: updatedAt)
    case .ticket(var record):
      record.line = 0
      return .ticket(record)
    case .message(var record):
      record.line = 0
      return .message(record)
    case .change(var record):
      record.line = 0
      return .change(record)
    case .call(var record):
      record.line = 0
      return .call(record)
    case .event(var record):
      record.line = 0
      return .event(record)
    case .agentState(var record):
      record.line = 0
      return .agentState(record)
    case .answer(var record):
      record.line = 0
      return .answer(record)
    }
  }
}
