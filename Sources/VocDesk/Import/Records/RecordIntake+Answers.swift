import VocDomain
import VocStore

/// Answers to surveys.
extension RecordIntake {
  func take(_ record: AnswerRecord) throws {
    guard let key = record.key else {
      if record.completeness != .complete { return try keepApart(record) }
      let before = answers.totals
      try answers.take(record)
      totals.new += answers.totals.new - before.new
      totals.known += answers.totals.known - before.known
      return
    }
    let known = try origin(.answer, key)
    if record.completeness != .complete {
      if known == nil { try keepApart(record) } else { totals.known += 1 }
      return
    }
    let (links, missing) = try links(of: record)
    if var known {
      if try !known.isNewer(than: record.updatedAt) && answers.update(known.rowID, to: record, links) {
        known.updatedAt = record.updatedAt ?? known.updatedAt
        try store.update(known)
        totals.updated += 1
      } else {
        totals.known += 1
      }
    } else {
      let id = try answers.insert(record, links)
      try remember(.answer, key, rowID: id, updatedAt: record.updatedAt, digest: 1)
      try store.tieFollowUp(toAnswer: id, OriginKey(.answer, key, ofSource: sourceID))
      totals.new += 1
      for apart in [AnswerRecord.Completeness.partial, .test] {
        try store.removePending(PendingReason(kind: apart.rawValue, key: key), ofSource: sourceID)
      }
    }
    // It counts already; when what it refers to comes, it is linked.
    if let missing { try link(.answer(record), until: missing.kind, missing.key) }
  }

  private func links(of record: AnswerRecord) throws -> (AnswerIntake.Links, missing: PendingReason?) {
    var links = AnswerIntake.Links()
    var missing: PendingReason?
    if let key = record.ticketKey {
      links.ticket = try ticketID(key).flatMap { try store.ticket($0) }
      if links.ticket == nil { missing = PendingReason(kind: Origin.Kind.ticket.rawValue, key: key) }
    }
    if let key = record.agentKey {
      links.agentID = try person(PartyRecord(key: key, role: .agent))?.agentID
      if links.agentID == nil { missing = missing ?? PendingReason(kind: "party", key: key) }
    }
    if let key = record.customerKey {
      links.customerID = try origin(.customer, key)?.rowID
      if links.customerID == nil && links.ticket == nil && missing == nil {
        missing = PendingReason(kind: Origin.Kind.customer.rawValue, key: key)
      }
    }
    return (links, missing)
  }
}
