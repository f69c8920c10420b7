import VocDomain
import VocStore

/// Turns the records of one chat into messages and tickets, chunk by chunk.
///
/// Each chunk is one transaction of the caller. What is kept between chunks is small: who is who, and where the
/// tickets begin and end.
final class ConversationIntake {
  struct Totals {
    var new = 0
    var known = 0
    var newCustomers = 0
    var customers: Set<Int64> = []
  }

  private(set) var totals = Totals()
  var ticketTotals: TicketThreads.Totals { threads.totals }
  private let store: Store
  private let channel: Channel
  private let sides: ChatSides
  private let zone: ZoneClock
  private let country: String?
  /// Who of those who write for us is an agent, or, where none of them goes by it, the one agent who does.
  private let agents: [String]
  private let now: Instant
  private let batchID: Int64

  /// 0 until the first records tell.
  private var conversationID: Int64 = 0
  /// With whom, unless it is a group.
  private var customerID: Int64?
  /// Whose chat it was before merges.
  private var firstCustomerID: Int64?
  private let threads: TicketThreads
  private var defaultRequester: Int64?
  private var people: [String: Person] = [:]
  private var matcher = RecordMatcher<RecordKey>(memory: 50_000)
  private let firstOwnID: Int64
  private var nextMessageID: Int64 = 0
  /// The newest message of the conversation before this chunk: later ones cannot be known.
  private var newestStored = Instant(unixSeconds: .min)
  /// The newest of this chunk, and how often each record of that very instant has come.
  private var newestTaken = Instant(unixSeconds: .min)
  private var sameInstant: [Int64: Int64] = [:]

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

  /// In a transaction of the caller.
  init(
    store: Store, channel: Channel, sides: ChatSides, zone: ZoneClock, country: String?,
    agents: [String] = [],
    now: Instant, batchID: Int64
  ) throws {
    self.store = store
    self.channel = channel
    self.sides = sides
    self.zone = zone
    self.country = country
    self.agents = agents
    self.now = now
    self.batchID = batchID
    firstOwnID = try store.nextMessageID()
    threads = try TicketThreads(store: store, now: now, batchID: batchID)
    if sides.isGroup { return }
    let customer = try customer(sides.customers.first ?? sides.subject)
    (customerID, firstCustomerID) = (customer.customerID, customer.firstCustomerID)
  }

  /// The conversation that the export is of, made where it is new.
  ///
  /// A group is known by its messages before its subject: the subject stands in the file's name only, which people
  /// change, and an export without one is named after members, who come and go.
  private func findConversation(_ records: [ChannelRecord]) throws -> Int64 {
    if let firstCustomerID {
      return try store.conversationID(with: .customer(firstCustomerID), onChannel: channel.id)
    }
    let told = records.filter { $0.sender != nil && !$0.text.isEmpty }.prefix(20)
    for id in try store.groupConversations(onChannel: channel.id) {
      let known = try told.filter { record in
        let key = ImportKey(
          conversationID: id, at: zone.instant(of: record.at), fingerprint: fingerprint(of: record),
          ordinal: 0)
        return try store.message(at: key).map { $0.body == Desk.storable(record.text) } ?? false
      }
      if known.count * 2 > told.count { return id }
    }
    return try store.conversationID(with: .group(sides.subject), onChannel: channel.id)
  }

  private func fingerprint(of record: ChannelRecord) -> Int64 {
    var fingerprint = Fingerprint()
    fingerprint.add(record.sender)
    fingerprint.add(record.kind.rawValue)
    fingerprint.add(record.text)
    fingerprint.add(record.attachment)
    return fingerprint.value
  }

  /// Takes in some records, in the order of the export; one transaction of the caller.
  func take(_ records: [ChannelRecord]) throws {
    if conversationID == 0 { conversationID = try findConversation(records) }
    try threads.beginChunk()
    newestStored = try store.newestImported(conversation: conversationID) ?? Instant(unixSeconds: .min)
    newestTaken = newestStored
    sameInstant = [:]
    // Somebody may have merged customers meanwhile.
    people = [:]
    defaultRequester = nil
    customerID = try customerID.map(store.survivor(of:))
    nextMessageID = try store.nextMessageID()
    let firstMessageID = nextMessageID
    // Messages are written before the ticket that they open.
    try store.deferReferences()
    for record in records { try take(record) }
    try threads.endChunk()
    try store.indexMessages(from: firstMessageID)
  }

  /// Settles what has gone quiet by now; one transaction of the caller, after the last chunk.
  func finish() throws {
    if conversationID == 0 { return }
    try threads.finish()
  }

  private func take(_ record: ChannelRecord) throws {
    let at = zone.instant(of: record.at)
    guard let key = try newKey(RecordKey(at: at, fingerprint: fingerprint(of: record)), of: record) else {
      totals.known += 1
      threads.revisit(owner)
      return
    }
    let person = try record.sender.map { try self.person($0) }
    let ticketID = try ticketID(of: record, at: at, from: person)
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

  private var owner: Threading.Owner { customerID.map(Threading.Owner.customer) ?? .group(conversationID) }

  /// Nil for a notice outside any ticket.
  private func ticketID(of record: ChannelRecord, at time: Instant, from person: Person?) throws -> Int64? {
    guard let person else { return try threads.ticketID(ofNoticeAt: time, in: owner) }
    return try threads.ticketID(
      of: TicketThreads.Said(
        side: person.author == .customer ? .customer : .us, at: time, text: record.text,
        channelID: channel.id,
        conversationID: conversationID),
      in: owner, requester: try person.customerID ?? customerID ?? anyCustomerID())
  }

  /// Whom a group's ticket belongs to that we opened.
  private func anyCustomerID() throws -> Int64 {
    if let known = defaultRequester { return known }
    let id = try customerID(sides.customers.first ?? sides.subject)
    defaultRequester = id
    return id
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
      ? Person(author: .agent, name: sender, agentID: try agentID(sender))
      : Person(author: .customer, name: sender, customerID: try customerID(sender))
    people[sender] = person
    return person
  }

  private func agentID(_ sender: String) throws -> Int64? {
    let said =
      agents.first { Folding.folded($0) == Folding.folded(sender) } ?? (agents.count == 1 ? agents[0] : nil)
    let name = Desk.storable(said ?? sender)
    if let known = try store.agent(named: name) { return known.id }
    return try said.map { _ in try store.insertAgent(name: name, email: nil) }
  }

  private func customerID(_ sender: String) throws -> Int64 { try customer(sender).customerID }

  private func customer(_ sender: String) throws -> CustomerMatcher.Match {
    let point = ContactPoint(sender: sender, country: country)
    let found = try CustomerMatcher(store: store, now: { [now] in now }).findOrMake(
      points: [point], name: point.kind == .name ? sender : nil, channelID: channel.id, country: country)
    guard let (match, isNew) = found else { preconditionFailure("a sender is a contact point") }
    if isNew { totals.newCustomers += 1 }
    totals.customers.insert(match.customerID)
    return match
  }
}
