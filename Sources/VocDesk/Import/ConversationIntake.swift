import VocDomain
import VocStore

/// Turns the records of one chat into messages and tickets, chunk by chunk.
///
/// Each chunk is one transaction of the caller. What is kept between chunks is small: where each ticket of the
/// conversation begins and ends, and who is who.
final class ConversationIntake {
  struct Totals {
    var new = 0
    var known = 0
    var opened = 0
    var continued = 0
    var continuedAcross = 0
    var settled = 0
    var newCustomers = 0
    var customers: Set<Int64> = []
  }

  private(set) var totals = Totals()
  private let store: Store
  private let channel: Channel
  private let sides: ChatSides
  private let zone: ZoneClock
  private let country: String?
  private let actor: String
  private let now: Instant
  private let batchID: Int64
  private let threading = Threading()

  private var conversationID: Int64 = 0
  /// With whom, unless it is a group.
  private var customerID: Int64?
  private var stretches: [Threading.Stretch] = []
  /// As of when `stretches` were read: another process may import the same chat, or an agent write on it.
  private var dataVersion: Int64?
  private var matcher = RecordMatcher<RecordKey>(memory: 50_000)
  private var firstOwnID: Int64 = 0
  private var people: [String: Person] = [:]
  /// The newest message of the conversation before this chunk: later ones cannot be known.
  private var newestStored = Instant(unixSeconds: .min)
  /// The newest of this chunk, and how often each record of that very instant has come.
  private var newestTaken = Instant(unixSeconds: .min)
  private var sameInstant: [Int64: Int64] = [:]
  private var continuedTickets: Set<Int64> = []
  /// The ticket of another channel that this conversation goes on with.
  private var guest: Threading.Stretch?

  // One chunk's state.
  private var tickets: [Int64: ThreadedTicket] = [:]
  /// As the database has them.
  private var storedTickets: [Int64: ThreadedTicket] = [:]
  private var newTickets: Set<Int64> = []
  private var disordered: Set<Int64> = []
  private var nextTicketID: Int64 = 0
  private var nextMessageID: Int64 = 0

  private struct RecordKey: Hashable {
    var at: Instant
    var fingerprint: Int64
  }

  private struct Person {
    var author: Message.Author
    var name: String
    var customerID: Int64?
    var agentID: Int64?
  }

  init(
    store: Store, channel: Channel, sides: ChatSides, zone: ZoneClock, country: String?, actor: String,
    now: Instant,
    batchID: Int64
  ) {
    self.store = store
    self.channel = channel
    self.sides = sides
    self.zone = zone
    self.country = country
    self.actor = actor
    self.now = now
    self.batchID = batchID
  }

  /// Finds or makes the conversation; in a transaction, before the first chunk.
  func begin() throws {
    if !sides.isGroup { customerID = try customerID(sides.customers.first ?? sides.subject) }
    conversationID = try store.conversationID(
      with: customerID.map(ConversationParty.customer) ?? .group(sides.subject), onChannel: channel.id)
    firstOwnID = try store.nextMessageID()
  }

  /// Takes in some records, in the order of the export; one transaction of the caller.
  func take(_ records: [ChannelRecord]) throws {
    try beginChunk()
    nextTicketID = try store.nextTicketID()
    nextMessageID = try store.nextMessageID()
    let firstMessageID = nextMessageID
    // Messages are written before the ticket that they open.
    try store.deferReferences()
    for record in records { try take(record) }
    try joinLaterTickets()
    try settleQuietTickets(butLast: true)
    try writeTickets()
    try store.indexMessages(from: firstMessageID)
  }

  /// Settles what has gone quiet by now; one transaction of the caller, after the last chunk.
  func finish() throws {
    try beginChunk()
    try settleQuietTickets(butLast: false)
    try writeTickets()
  }

  /// Looks at the tickets that the chunk before has left unsettled, because it might have gone on with them.
  private func beginChunk() throws {
    let version = try store.dataVersion()
    if version != dataVersion {
      dataVersion = version
      stretches = try store.stretches(conversation: conversationID)
    }
    newestStored = try store.newestImported(conversation: conversationID) ?? Instant(unixSeconds: .min)
    newestTaken = newestStored
    sameInstant = [:]
    tickets = [:]
    storedTickets = [:]
    newTickets = []
    disordered = []
    for stretch in [stretches.last, guest].compactMap({ $0 }) { _ = try threaded(stretch.ticketID) }
  }

  private func take(_ record: ChannelRecord) throws {
    let at = zone.instant(of: record.at)
    var fingerprint = Fingerprint()
    fingerprint.add(record.sender)
    fingerprint.add(record.kind.rawValue)
    fingerprint.add(record.text)
    fingerprint.add(record.attachment)
    guard let key = try newKey(RecordKey(at: at, fingerprint: fingerprint.value), of: record) else {
      totals.known += 1
      return
    }
    let person = try record.sender.map { try self.person($0) }
    let ticketID = try ticketID(for: record, at: at, from: person)
    try store.insert(
      Message(
        id: nextMessageID, ticketID: ticketID, at: at, author: person?.author ?? .system,
        authorName: person?.name ?? "", customerID: person?.customerID, agentID: person?.agentID,
        kind: record.kind,
        body: Desk.storable(record.text), attachment: record.attachment.map(Desk.storable(_:)),
        flags: record.flags,
        rawHeader: record.rawHeader.map(Desk.storable(_:))),
      key: key, batchID: batchID)
    nextMessageID += 1
    totals.new += 1
  }

  /// The key to store the record under; nil where it is stored already.
  private func newKey(_ record: RecordKey, of content: ChannelRecord) throws -> ImportKey? {
    if record.at > newestStored && record.at >= newestTaken {
      if record.at > newestTaken { sameInstant.removeAll(keepingCapacity: true) }
      newestTaken = record.at
      let ordinal = sameInstant[record.fingerprint, default: 0]
      sameInstant[record.fingerprint] = ordinal + 1
      return importKey(record, ordinal)
    }
    let author = try authorName(content.sender)
    let ordinal = try matcher.newOrdinal(of: record) { ordinal in
      try store.message(at: importKey(record, ordinal)).map { stored in
        (
          isOwn: stored.batchID == batchID && stored.id >= firstOwnID,
          isSame: stored.body == Desk.storable(content.text) && stored.authorName == author
        )
      }
    }
    return ordinal.map { importKey(record, $0) }
  }

  private func importKey(_ record: RecordKey, _ ordinal: Int64) -> ImportKey {
    ImportKey(
      conversationID: conversationID, at: record.at, fingerprint: record.fingerprint, ordinal: ordinal)
  }

  private func authorName(_ sender: String?) throws -> String {
    try sender.map { try person($0).name } ?? ""
  }

  private func person(_ sender: String) throws -> Person {
    if let known = people[sender] { return known }
    let person =
      sides.isOurs(sender)
      ? Person(author: .agent, name: sender, agentID: try store.agent(named: sender)?.id)
      : Person(author: .customer, name: sender, customerID: try customerID(sender))
    people[sender] = person
    return person
  }

  private func customerID(_ sender: String) throws -> Int64 {
    let point = ContactPoint(sender: sender, country: country)
    if let id = try store.customerID(of: point, onChannel: channel.id) {
      totals.customers.insert(id)
      return id
    }
    let id = try store.insertCustomer(name: sender, country: country, at: now)
    try store.insert(point, ofCustomer: id, onChannel: channel.id)
    totals.newCustomers += 1
    totals.customers.insert(id)
    return id
  }

  /// The ticket that the record belongs to, opened where there is none; nil for a notice outside any ticket.
  private func ticketID(for record: ChannelRecord, at time: Instant, from person: Person?) throws -> Int64? {
    guard let person else { return noticeTicket(at: time) }
    let side: Threading.Side = person.author == .customer ? .customer : .us
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
      extend(index, to: time)
    case .opens:
      id = try ticketOnAnotherChannel(at: time) ?? open(at: time, from: person)
    }
    try speak(side, record.text, at: time, on: id)
    return id
  }

  /// A notice belongs to the ticket in whose time it falls, but opens or moves none.
  private func noticeTicket(at time: Instant) -> Int64? {
    guard let index = Threading.lastStretch(of: stretches, startingBy: time), time <= stretches[index].last
    else {
      return nil
    }
    return stretches[index].ticketID
  }

  private func extend(_ index: Int, to time: Instant) {
    stretches[index].last = max(stretches[index].last, time)
    guard time < stretches[index].first else { return }
    stretches[index].first = time
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
        ofCustomer: customerID, notOnChannel: channel.id, from: time + -threading.gap,
        to: time + threading.gap)
    else { return nil }
    guest = Threading.Stretch(ticketID: ticket.id, first: time, last: time)
    totals.continuedAcross += 1
    return ticket.id
  }

  private func open(at time: Instant, from person: Person) throws -> Int64 {
    let id = nextTicketID
    nextTicketID += 1
    let requesterID =
      try person.customerID ?? customerID ?? self.customerID(sides.customers.first ?? sides.subject)
    tickets[id] = ThreadedTicket(
      ticket: Ticket(
        id: id, status: .new, subject: "", customerID: requesterID, channelID: channel.id,
        conversationID: conversationID, createdAt: time,
        updatedAt: now),
      isSettled: false)
    newTickets.insert(id)
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
    if !newTickets.contains(id) && continuedTickets.insert(id).inserted { totals.continued += 1 }
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
      if continuedTickets.insert(later.ticketID).inserted { totals.continued += 1 }
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
    for (id, threaded) in tickets {
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
    for (id, threaded) in tickets {
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
