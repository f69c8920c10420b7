import VocDomain
import VocStore

/// Finds the tickets of one thread anew from all its messages in the order of their times, because some came late: an
/// older export after a newer one, the first part of a log after the second.
///
/// So the order in which files are imported makes no difference. Tickets that people have worked on stay as they are,
/// with their messages; the others are told apart around them.
struct Rethreading {
  let store: Store
  let threading: Threading
  let folding: TicketFolding

  /// A ticket in the making: what it says so far, and the messages that belong to it.
  private struct Group {
    var ticket: Ticket
    var isPinned: Bool
    var utterances: [Utterance] = []
  }

  func run(_ owner: Threading.Owner) throws {
    if try isNobodys(owner) { return }
    var groups: [Group] = []
    /// Their `ticketID` is the index of the group.
    var stretches: [Threading.Stretch] = []
    var loose: [Utterance] = []
    var notices: [Utterance] = []
    var unused: [Int64: Ticket] = [:]
    for stretch in try store.stretches(of: owner) {
      guard let ticket = try store.ticket(stretch.ticketID) else { continue }
      let told = try store.utterances(ofTicket: ticket.id)
      if try isPinned(ticket) {
        stretches.append(
          Threading.Stretch(ticketID: Int64(groups.count), first: stretch.first, last: stretch.last))
        groups.append(Group(ticket: ticket, isPinned: true))
      } else {
        unused[ticket.id] = ticket
        loose += told.filter { $0.side != nil }
        notices += told.filter { $0.side == nil }
      }
    }
    guard let template = unused.values.min(by: { $0.id < $1.id }) else { return }
    for utterance in loose.sorted(by: { ($0.at, $0.messageID) < ($1.at, $1.messageID) }) {
      place(utterance, template, among: &stretches, groups: &groups)
    }
    let ids = try keep(groups, unused: &unused)
    try placeNotices(notices, groups: groups, ids: ids, stretches: stretches)
    for id in unused.keys.sorted() {
      for (event, _) in try store.derivedEvents(ofTicket: id) { try store.deleteDerivedEvent(event) }
      try store.deleteTicket(id)
    }
  }

  /// Nothing that was said by nobody in particular belongs together.
  private func isNobodys(_ owner: Threading.Owner) throws -> Bool {
    guard case .customer(let id) = owner else { return false }
    return try store.isNobody(id)
  }

  private func isPinned(_ ticket: Ticket) throws -> Bool {
    try ticket.assigneeID != nil || store.hasActs(ticket: ticket.id) || store.isReferredTo(ticket: ticket.id)
  }

  private func place(
    _ utterance: Utterance, _ template: Ticket, among stretches: inout [Threading.Stretch],
    groups: inout [Group]
  ) {
    guard let side = utterance.side else { return }
    let placement = threading.place(side, at: utterance.at, among: stretches) { index in
      let ticket = groups[Int(stretches[index].ticketID)].ticket
      return Threading.State(isWaiting: ticket.waitingSince != nil, endedAt: ticket.solvedAt)
    }
    switch placement {
    case .continues(let index):
      stretches[index].first = min(stretches[index].first, utterance.at)
      stretches[index].last = max(stretches[index].last, utterance.at)
      let group = Int(stretches[index].ticketID)
      groups[group].utterances.append(utterance)
      if !groups[group].isPinned { groups[group].ticket.hear(side, at: utterance.at) }
    case .opens:
      var ticket = Ticket(
        id: 0, status: .new, subject: "", customerID: template.customerID,
        channelID: utterance.channelID ?? template.channelID, conversationID: utterance.conversationID,
        groupID: template.groupID, createdAt: utterance.at, updatedAt: folding.now)
      ticket.hear(side, at: utterance.at)
      let index = Threading.lastStretch(of: stretches, startingBy: utterance.at).map { $0 + 1 } ?? 0
      stretches.insert(
        Threading.Stretch(ticketID: Int64(groups.count), first: utterance.at, last: utterance.at), at: index)
      groups.append(Group(ticket: ticket, isPinned: false, utterances: [utterance]))
    }
  }

  /// Writes the groups' tickets and says their numbers: where it can, the number that the first message has already.
  private func keep(_ groups: [Group], unused: inout [Int64: Ticket]) throws -> [Int64] {
    let firstNew = try store.nextTicketID()
    var nextNew = firstNew
    var ids: [Int64] = []
    for group in groups {
      if group.isPinned {
        ids.append(group.ticket.id)
        continue
      }
      let known = group.utterances.lazy.compactMap(\.ticketID).first { unused[$0] != nil }
      ids.append(known ?? nextNew)
      if let known { unused[known] = nil } else { nextNew += 1 }
    }
    try store.deferReferences()
    for (group, id) in zip(groups, ids) {
      for utterance in group.utterances where utterance.ticketID != id {
        try store.move(message: utterance.messageID, toTicket: id)
      }
      var ticket = group.ticket
      ticket.id = id
      if id >= firstNew { try store.insert(ticket) }
    }
    // Only now has each ticket its messages, and no other's.
    for (group, id) in zip(groups, ids) {
      guard let stored = try store.threadedTicket(id) else { continue }
      if group.isPinned && group.utterances.isEmpty { continue }
      let folded = try folding.fold(stored, settling: true)
      if folded != stored {
        try store.update(folded.ticket.updated(folding.now), isSettled: folded.isSettled)
      }
    }
    return ids
  }

  /// A notice belongs to the ticket in whose time it falls.
  private func placeNotices(
    _ notices: [Utterance], groups: [Group], ids: [Int64], stretches: [Threading.Stretch]
  ) throws {
    let conversations = Set(groups.flatMap(\.utterances).compactMap(\.conversationID)).sorted()
    var all = notices
    if let from = stretches.map(\.first).min(), let to = stretches.map(\.last).max() {
      for id in conversations { all += try store.looseNotices(ofConversation: id, from: from, to: to) }
    }
    for notice in all {
      var ticketID: Int64?
      if let index = Threading.lastStretch(of: stretches, startingBy: notice.at),
        notice.at <= stretches[index].last
      {
        ticketID = ids[Int(stretches[index].ticketID)]
      }
      if ticketID != notice.ticketID { try store.move(message: notice.messageID, toTicket: ticketID) }
    }
  }
}

extension Ticket {
  fileprivate func updated(_ now: Instant) -> Ticket {
    var ticket = self
    ticket.updatedAt = now
    return ticket
  }
}
