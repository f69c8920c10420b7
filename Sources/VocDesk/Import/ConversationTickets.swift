import VocDomain
import VocStore

/// The tickets of one conversation while an import goes over it: which one a message belongs to, and what becomes
/// of those that have gone quiet.
///
/// Between chunks only where each ticket begins and ends is kept; the tickets themselves are read again, because
/// agents and other imports write meanwhile.
final class ConversationTickets {
  struct Totals {
    var opened = 0
    var continued = 0
    /// Tickets of another channel that this conversation went on with.
    var continuedAcross = 0
    var settled = 0
  }

  private(set) var totals = Totals()
  private let store: Store
  private let channelID: Int64
  private let conversationID: Int64
  /// With whom, unless it is a group.
  private let customerID: Int64?
  private let actor: String
  private let now: Instant
  private let batchID: Int64
  private let threading = Threading()

  private var stretches: [Threading.Stretch] = []
  /// As of when `stretches` were read.
  private var dataVersion: Int64?
  /// Those that are counted, as opened or as continued.
  private var countedTickets: Set<Int64> = []
  /// The ticket of another channel that this conversation goes on with.
  private var guest: Threading.Stretch?

  // One chunk's state.
  private var tickets: [Int64: ThreadedTicket] = [:]
  /// As the database has them.
  private var storedTickets: [Int64: ThreadedTicket] = [:]
  private var newTickets: Set<Int64> = []
  /// Tickets whose messages did not come in the order of their times.
  private var disordered: Set<Int64> = []
  private var nextTicketID: Int64 = 0

  init(
    store: Store, channelID: Int64, conversationID: Int64, customerID: Int64?, actor: String, now: Instant,
    batchID: Int64
  ) {
    self.store = store
    self.channelID = channelID
    self.conversationID = conversationID
    self.customerID = customerID
    self.actor = actor
    self.now = now
    self.batchID = batchID
  }

  /// Looks at the tickets that the chunk before has left unsettled, because it might have gone on with them.
  func beginChunk() throws {
    let version = try store.dataVersion()
    if version != dataVersion {
      dataVersion = version
      stretches = try store.stretches(conversation: conversationID)
    }
    tickets = [:]
    storedTickets = [:]
    newTickets = []
    disordered = []
    nextTicketID = try store.nextTicketID()
    for stretch in [stretches.last, guest].compactMap({ $0 }) { _ = try threaded(stretch.ticketID) }
  }

  /// Writes what the chunk has changed. The last ticket is settled only when no other chunk can go on with it.
  func endChunk(isLast: Bool) throws {
    try joinLaterTickets()
    try settleQuietTickets(butLast: !isLast)
    try writeTickets()
  }

  /// The ticket that a message belongs to, opened for `requester` where there is none.
  func ticketID(
    of side: Threading.Side, saying text: String, at time: Instant, requester: () throws -> Int64
  ) throws -> Int64 {
    let placement = try threading.place(side, at: time, among: stretches) { index in
      let threaded = try self.threaded(stretches[index].ticketID)
      let ticket = threaded.ticket
      return Threading.State(
        isWaiting: ticket.waitingSince != nil, endedAt: threaded.isSettled ? nil : ticket.solvedAt)
    }
    let id: Int64
    switch placement {
    case .continues(let index):
      id = stretches[index].ticketID
      stretches[index].first = min(stretches[index].first, time)
      stretches[index].last = max(stretches[index].last, time)
    case .opens:
      id = try ticketOnAnotherChannel(at: time) ?? open(at: time, for: requester())
    }
    try speak(side, text, at: time, on: id)
    return id
  }

  /// A notice belongs to the ticket in whose time it falls, but opens or moves none.
  func ticketID(ofNoticeAt time: Instant) -> Int64? {
    guard let index = Threading.lastStretch(of: stretches, startingBy: time), time <= stretches[index].last
    else { return nil }
    return stretches[index].ticketID
  }

  private func ticketOnAnotherChannel(at time: Instant) throws -> Int64? {
    guard let customerID else { return nil }
    if let known = guest, abs(time - known.last) <= threading.gap,
      Ticket.Status.unsolved.contains(try threaded(known.ticketID).ticket.status)
    {
      guest?.last = max(known.last, time)
      return known.ticketID
    }
    guard
      let ticket = try store.recentTicket(
        ofCustomer: customerID, notOnChannel: channelID, from: time + -threading.gap,
        to: time + threading.gap)
    else { return nil }
    guest = Threading.Stretch(ticketID: ticket.id, first: time, last: time)
    totals.continuedAcross += 1
    return ticket.id
  }

  private func open(at time: Instant, for requesterID: Int64) throws -> Int64 {
    let id = nextTicketID
    nextTicketID += 1
    tickets[id] = ThreadedTicket(
      ticket: Ticket(
        id: id, status: .new, subject: "", customerID: requesterID, channelID: channelID,
        conversationID: conversationID, createdAt: time, updatedAt: now),
      isSettled: false)
    newTickets.insert(id)
    countedTickets.insert(id)
    totals.opened += 1
    let index = Threading.lastStretch(of: stretches, startingBy: time).map { $0 + 1 } ?? 0
    stretches.insert(Threading.Stretch(ticketID: id, first: time, last: time), at: index)
    try store.insert(
      TicketEvent(ticketID: id, at: time, actor: actor, kind: .created, to: "new"), batchID: batchID)
    return id
  }

  /// Brings the ticket up to a message on it.
  private func speak(_ side: Threading.Side, _ text: String, at time: Instant, on id: Int64) throws {
    var threaded = try self.threaded(id)
    // A ticket that began with a picture gets its subject from the first words.
    if threaded.ticket.subject.isEmpty { threaded.ticket.subject = Ticket.subject(from: Desk.storable(text)) }
    let isNewest = threaded.ticket.lastMessageAt.map { time >= $0 } ?? true
    if countedTickets.insert(id).inserted { totals.continued += 1 }
    threaded.ticket.createdAt = min(threaded.ticket.createdAt, time)
    if isNewest {
      threaded.ticket.lastMessageAt = time
      if threaded.isSettled {
        // Its silence was not its end: this message came within the gap.
        threaded.isSettled = false
        threaded.ticket.solvedAt = nil
        try setStatus(.open, of: &threaded.ticket, at: time)
      }
      let act: TicketAct = side == .customer ? .customerMessage : .reply
      if threaded.ticket.solvedAt == nil, let status = act.status(after: threaded.ticket.status) {
        try setStatus(status, of: &threaded.ticket, at: time)
        threaded.ticket.waitingSince = side == .us ? nil : threaded.ticket.waitingSince ?? time
      }
    } else {
      disordered.insert(id)
    }
    tickets[id] = threaded
  }

  private func setStatus(_ status: Ticket.Status, of ticket: inout Ticket, at time: Instant) throws {
    guard status != ticket.status else { return }
    try store.insert(
      TicketEvent(
        ticketID: ticket.id, at: time, actor: actor, kind: .status, from: ticket.status.rawValue,
        to: status.rawValue),
      batchID: batchID)
    ticket.status = status
  }

  /// A ticket opened in this chunk becomes part of the one after it where that is how the whole would have read:
  /// an import of what came later was there first.
  private func joinLaterTickets() throws {
    for index in stretches.indices.dropLast().reversed() {
      let (earlier, later) = (stretches[index], stretches[index + 1])
      guard newTickets.contains(earlier.ticketID), !newTickets.contains(later.ticketID),
        let author = try store.firstAuthor(ofTicket: later.ticketID), let opened = tickets[earlier.ticketID]
      else { continue }
      let placement = threading.place(
        author == .customer ? .customer : .us, at: later.first, among: [earlier],
        state: { _ in Threading.State(isWaiting: opened.ticket.waitingSince != nil, endedAt: nil) })
      guard placement == .continues(0) else { continue }
      var joined = try threaded(later.ticketID)
      joined.ticket.createdAt = opened.ticket.createdAt
      tickets[later.ticketID] = joined
      disordered.insert(later.ticketID)
      if countedTickets.insert(later.ticketID).inserted { totals.continued += 1 }
      try store.moveMessages(fromTicket: earlier.ticketID, to: later.ticketID)
      // Nobody has seen it: it was opened in this transaction.
      try store.forgetEvents(ofTicket: earlier.ticketID)
      tickets[earlier.ticketID] = nil
      newTickets.remove(earlier.ticketID)
      totals.opened -= 1
      stretches[index + 1].first = earlier.first
      stretches.remove(at: index)
    }
  }

  /// A quiet ticket is solved if we spoke last, and open if the customer did, so that the list shows at once
  /// whom nobody answered. One that somebody has taken is theirs to solve.
  private func settleQuietTickets(butLast: Bool) throws {
    for (id, threaded) in tickets.sorted(by: { $0.key < $1.key }) {
      var threaded = threaded
      guard !(butLast && (id == stretches.last?.ticketID || id == guest?.ticketID)),
        threaded.ticket.assigneeID == nil,
        [.new, .open].contains(threaded.ticket.status), let last = threaded.ticket.lastMessageAt,
        now - last > threading.gap
      else { continue }
      if disordered.contains(id) { threaded.ticket.waitingSince = try store.waitingSince(ticket: id) }
      if threaded.ticket.waitingSince == nil {
        try setStatus(.solved, of: &threaded.ticket, at: last)
        threaded.ticket.solvedAt = last
        threaded.isSettled = true
        totals.settled += 1
      } else {
        try setStatus(.open, of: &threaded.ticket, at: last)
      }
      tickets[id] = threaded
    }
  }

  private func writeTickets() throws {
    for (id, threaded) in tickets.sorted(by: { $0.key < $1.key }) {
      var threaded = threaded
      if disordered.contains(id) && Ticket.Status.unsolved.contains(threaded.ticket.status) {
        threaded.ticket.waitingSince = try store.waitingSince(ticket: id)
      }
      if newTickets.contains(id) {
        try store.insert(threaded.ticket, isSettled: threaded.isSettled)
      } else if threaded != storedTickets[id] {
        threaded.ticket.updatedAt = now
        try store.update(threaded.ticket, isSettled: threaded.isSettled)
      }
    }
  }

  private func threaded(_ id: Int64) throws -> ThreadedTicket {
    if let known = tickets[id] { return known }
    guard let stored = try store.threadedTicket(id) else { throw VocError.unknownTicket(id) }
    tickets[id] = stored
    storedTickets[id] = stored
    return stored
  }
}
