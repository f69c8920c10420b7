import VocDomain
import VocStore

/// The tickets of customers and groups while an import goes over their messages: which one a message belongs to, and
/// what becomes of those that have gone quiet.
///
/// A customer's tickets are one thread over all channels: what is recent is continued wherever it began. Messages that
/// come in the order of their times are placed one by one; where some come late, `Rethreading` finds the tickets that
/// the whole, in order, would have made.
final class TicketThreads {
  private(set) var totals = Totals()
  private let store: Store
  private let folding: TicketFolding
  private let threading = Threading()
  private let now: Instant

  private var threads: [Threading.Owner: ThreadEnd] = [:]
  /// As of when `threads` and `tickets` were read.
  private var dataVersion: Int64?
  private var tickets: [Int64: HeldTicket] = [:]
  /// Tickets that the file may go on with, or that are still to be written.
  private var live: Set<Int64> = []
  /// Threads with messages that came before their last ticket, or that a killed import may have left unfinished.
  private var disordered: Set<Threading.Owner> = []
  /// Threads of which something came that was known already.
  private var revisited: Set<Threading.Owner> = []
  /// Tickets of which a message says something else now.
  private var revised: Set<Int64> = []
  private let isRepairing: Bool
  /// Tickets of before this import that it went on with; true where on another channel.
  private var continued: [Int64: Bool] = [:]
  let firstNewTicketID: Int64
  private var nextTicketID: Int64 = 0
  /// The newest moment of the file so far: a file in order goes on with nothing that is older by the gap.
  private var frontier = Instant(unixSeconds: .min)

  init(store: Store, now: Instant, batchID: Int64) throws {
    self.store = store
    self.now = now
    folding = TicketFolding(store: store, now: now, batchID: batchID, gap: threading.gap)
    firstNewTicketID = try store.nextTicketID()
    isRepairing = try store.hasUnfinishedBatch(before: batchID)
  }

  /// Begins a transaction: whatever others have written meanwhile is read again.
  func beginChunk() throws {
    let version = try store.dataVersion()
    if version != dataVersion || threads.count > 20_000 {
      dataVersion = version
      (threads, tickets) = ([:], [:])
    }
    nextTicketID = try store.nextTicketID()
  }

  /// Writes what the chunk has changed. A ticket that the next chunk may go on with is settled then.
  func endChunk() throws {
    for id in live.sorted() { try writeTicket(id, isLast: false) }
  }

  /// Settles what has gone quiet and puts in order what came late; in a transaction of its own, after the last chunk.
  func finish() throws {
    try beginChunk()
    for owner in revisited {
      if let last = try store.newestStretches(of: owner, limit: 1).last { live.insert(last.ticketID) }
    }
    for id in live.sorted() { try writeTicket(id, isLast: true) }
    // Only now are all of them written.
    for id in revised {
      if let owner = try store.owner(ofTicket: id) { disordered.insert(owner) }
    }
    let rethreading = Rethreading(store: store, threading: threading, folding: folding)
    for owner in disordered.sorted(by: Threading.Owner.isBefore) { try rethreading.run(owner) }
    for id in revised.sorted() { try refoldIfWorkedOn(id) }
    (threads, disordered, revisited, revised) = ([:], [], [], [])
  }

  /// Rethreading leaves alone the tickets that somebody works on.
  private func refoldIfWorkedOn(_ id: Int64) throws {
    guard let stored = try store.threadedTicket(id),
      try stored.ticket.assigneeID != nil || store.hasActs(ticket: id)
    else { return }
    var folded = try folding.fold(stored, settling: true)
    if folded == stored { return }
    folded.ticket.updatedAt = folding.now
    try store.update(folded.ticket, isSettled: folded.isSettled)
  }

  /// The ticket that a message belongs to, opened for `requester` where there is none. Nothing that was said by
  /// nobody in particular (`owner` nil) belongs together.
  func ticketID(of said: Said, in owner: Threading.Owner?, requester: @autoclosure () throws -> Int64) throws
    -> Int64
  {
    frontier = max(frontier, said.at)
    guard let owner else { return try open(said, in: nil, for: requester()) }
    var end = try end(of: owner, at: said.at)
    // Let go of the array before it changes, so that it is not copied.
    threads[owner] = nil
    defer { threads[owner] = end }
    let placement = try threading.place(said.side, at: said.at, among: end.stretches) { index in
      let threaded = try held(end.stretches[index].ticketID).threaded
      return Threading.State(
        isWaiting: threaded.ticket.waitingSince != nil,
        endedAt: threaded.isSettled ? nil : threaded.ticket.solvedAt)
    }
    switch placement {
    case .continues(let index):
      let stretch = end.stretches[index]
      let isLast = index == end.stretches.count - 1
      // Between two messages with a silence between them it may part them.
      let mayPart = said.at < stretch.last && stretch.last - stretch.first > threading.gap
      if !isLast || said.at < stretch.first || mayPart { disordered.insert(owner) }
      end.stretches[index].first = min(stretch.first, said.at)
      end.stretches[index].last = max(stretch.last, said.at)
      try hear(said, on: held(stretch.ticketID))
      return stretch.ticketID
    case .opens:
      let id = try open(said, in: owner, for: requester())
      let index = Threading.lastStretch(of: end.stretches, startingBy: said.at).map { $0 + 1 } ?? 0
      if index < end.stretches.count { disordered.insert(owner) }
      end.stretches.insert(Threading.Stretch(ticketID: id, first: said.at, last: said.at), at: index)
      return id
    }
  }

  /// A notice belongs to the ticket in whose time it falls, but opens or moves none.
  func ticketID(ofNoticeAt time: Instant, in owner: Threading.Owner) throws -> Int64? {
    let stretches = try end(of: owner, at: time).stretches
    guard let index = Threading.lastStretch(of: stretches, startingBy: time), time <= stretches[index].last
    else { return nil }
    return stretches[index].ticketID
  }

  /// A number for a ticket that another system tells from the others.
  func takeTicketID() throws -> Int64 {
    defer { nextTicketID += 1 }
    return nextTicketID
  }

  /// A message of a ticket of voc's own says something else now.
  func revise(ticket id: Int64) {
    revised.insert(id)
  }

  /// Something of this thread came again that is known.
  func revisit(_ owner: Threading.Owner) {
    if isRepairing { disordered.insert(owner) } else { revisited.insert(owner) }
  }

  /// As much of a thread as tells where something said at this time belongs.
  private func end(of owner: Threading.Owner, at time: Instant) throws -> ThreadEnd {
    let limit = 2
    var end: ThreadEnd
    if let known = threads[owner] {
      end = known
    } else {
      let newest = try store.newestStretches(of: owner, limit: limit)
      end = ThreadEnd(stretches: newest, isWhole: newest.count < limit)
    }
    if !end.reaches(back: time) { end.complete(with: try store.stretches(of: owner)) }
    threads[owner] = end
    return end
  }

  private func open(_ said: Said, in owner: Threading.Owner?, for requester: Int64) throws -> Int64 {
    let id = nextTicketID
    nextTicketID += 1
    let groupID: Int64? = if case .group(let id) = owner { id } else { nil }
    var ticket = Ticket(
      id: id, status: .new, subject: Ticket.subject(from: said.text), customerID: requester,
      channelID: said.channelID, conversationID: said.conversationID, groupID: groupID, createdAt: said.at,
      updatedAt: now)
    ticket.hear(said.side, at: said.at)
    let heard = ThreadedTicket(ticket: ticket, isSettled: false)
    // Written before what refers to it: while any row refers to what is not there yet, SQLite looks through whole
    // tables for each new parent row. And as it will be if nothing more is said, so that most are written once.
    let expected = folding.quieted(heard)
    try store.insert(expected.ticket, isSettled: expected.isSettled)
    totals.opened += 1
    try folding.record(.created, on: ticket, at: said.at, from: nil)
    tickets[id] = HeldTicket(threaded: heard, stored: expected, isForeseen: true)
    live.insert(id)
    return id
  }

  /// Brings the ticket up to a message on it.
  private func hear(_ said: Said, on held: HeldTicket) throws {
    var (held, threaded) = (held, held.threaded)
    let id = threaded.ticket.id
    live.insert(id)
    count(threaded.ticket, said)
    // A ticket that began with a picture gets its subject from the first words.
    if threaded.ticket.subject.isEmpty { threaded.ticket.subject = Ticket.subject(from: said.text) }
    let isLate = threaded.ticket.lastMessageAt.map { said.at < $0 } ?? false
    // What made a ticket of before open may have been that nothing more had come.
    if isLate || threaded.isSettled || id < firstNewTicketID { held.isUnordered = true }
    if !isLate {
      var before = threaded.ticket.status
      if threaded.isSettled {
        // Its silence was not its end: this message came within the gap.
        (threaded.isSettled, threaded.ticket.solvedAt, threaded.ticket.status) = (false, nil, .open)
        try folding.record(.status, on: threaded.ticket, at: said.at, from: before)
        before = .open
      }
      threaded.ticket.hear(said.side, at: said.at)
      if threaded.ticket.status != before {
        try folding.record(.status, on: threaded.ticket, at: said.at, from: before)
      }
    }
    held.threaded = threaded
    tickets[id] = held
  }

  private func count(_ ticket: Ticket, _ said: Said) {
    guard ticket.id < firstNewTicketID else { return }
    let isAcross = said.channelID != ticket.channelID
    let known = continued[ticket.id]
    if known == nil { totals.continued += 1 }
    if isAcross && known != true { totals.continuedAcross += 1 }
    continued[ticket.id] = isAcross || known == true
  }

  /// Brings what the database has of a ticket up to date; one that has gone quiet is settled and let go of.
  private func writeTicket(_ id: Int64, isLast: Bool) throws {
    let held = try held(id)
    var threaded = held.threaded
    let isOver = isLast || threaded.ticket.lastMessageAt.map { frontier - $0 > threading.gap } ?? true
    if held.isUnordered {
      threaded = try folding.fold(threaded, settling: isOver)
    } else if isOver {
      threaded = try folding.settled(threaded)
    }
    let wasSettled = held.stored.isSettled && !held.isForeseen
    if threaded.isSettled && !wasSettled { totals.settled += 1 }
    if threaded != held.stored {
      threaded.ticket.updatedAt = now
      try store.update(threaded.ticket, from: held.stored.ticket, isSettled: threaded.isSettled)
    }
    tickets[id] = isOver ? nil : HeldTicket(threaded: threaded, stored: threaded)
    if isOver { live.remove(id) }
  }

  private func held(_ id: Int64) throws -> HeldTicket {
    if let known = tickets[id] { return known }
    guard let found = try store.threadedTicket(id) else { throw VocError.unknownTicket(id) }
    let held = HeldTicket(threaded: found, stored: found)
    tickets[id] = held
    return held
  }
}
