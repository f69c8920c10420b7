import VocDomain
import VocStore

/// What happened to messages after they were sent.
extension RecordIntake {
  func take(_ record: MessageChangeRecord) throws {
    let at = record.at.instant(in: context.zone)
    if case .delivery(let status, let reason) = record.change {
      let isNew = try store.setDelivery(
        status, reason: reason, ofMessage: record.message, source: sourceID, at: at)
      if isNew { totals.new += 1 } else { totals.known += 1 }
      try knowDeliveredReply(record.message)
      return
    }
    guard let origin = try origin(.message, record.message), var message = try store.message(origin.rowID)
    else {
      return try pend(.change(record), until: Origin.Kind.message.rawValue, record.message)
    }
    let before = message
    switch record.change {
    case .reaction(let sign):
      let author = try record.party.flatMap { try person($0) }?.name ?? ""
      let isNew = try store.setReaction(sign, of: author, onMessage: message.id, at: at)
      if isNew { totals.new += 1 } else { totals.known += 1 }
      return
    case .edited(let text):
      // An edit that is older than what is known changes nothing, nor does one of a message taken back.
      if message.kind == .deleted || origin.isNewer(than: at) {
        totals.known += 1
        return
      }
      message.body = Desk.storable(text)
      message.flags.insert(.edited)
    case .revoked: (message.kind, message.body, message.attachment) = (.deleted, "", nil)
    case .delivery: break
    }
    if message == before {
      totals.known += 1
      return
    }
    try store.update(message)
    var changed = origin
    changed.updatedAt = max(at, origin.updatedAt ?? at)
    try store.update(changed)
    totals.updated += 1
    if let id = message.ticketID { try comeBack(toTicket: id) }
  }
}
