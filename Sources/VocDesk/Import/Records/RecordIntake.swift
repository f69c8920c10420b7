import Foundation
import VocChannels
import VocDomain
import VocStore

/// Turns what readers of exports hand out into customers, tickets, messages, calls and answers.
///
/// Records are known again by their key within their source, so that importing twice is importing once, the newest
/// version wins, and the order of files makes no difference: what refers to something that has not come yet is kept
/// until it does. Each chunk is one transaction of the caller.
final class RecordIntake {
  struct Totals {
    var new = 0
    var updated = 0
    var known = 0
    /// Kept until another file brings what they refer to.
    var waiting = 0
    /// Placed, but kept as well until a person or a ticket comes that they refer to.
    var linking = 0
    /// Partial and test answers, kept apart.
    var apart = 0
    /// Calls among agents, which are no customer's.
    var internalCalls = 0
    /// Of people who are known by them on their channel only.
    var phones = UnreadPhones()
    var newMessages = 0
    var newCalls = 0
    var newCustomers = 0
    var newTickets = 0
    var newEvents = 0
    /// Customers of before this import that something was added to.
    var customers: Set<Int64> = []
  }

  /// What the import was told and found out about the file.
  struct Context {
    var format: ExportFormat
    var account: String
    /// As the exports' channels are called here ("Zendesk"); what a record says of its own is added to it.
    var channel: Channel
    /// Somebody named the channel: everything goes there.
    var isChannelGiven: Bool
    var zone: ZoneClock
    var country: String?
    /// Names, ids and addresses of our agents (`--agent`), and those under which the business itself appears.
    var agents: [String]
    var identities: [String]
    var batchID: Int64
  }

  var totals = Totals()
  let desk: Desk
  let store: Store
  let context: Context
  let sourceID: Int64
  let threads: TicketThreads
  let folding: TicketFolding
  let answers: AnswerIntake
  let reader: (any ExportReader.Type)?
  let firstOwnOrigin: Int64
  /// Whether another log of the same switch is here.
  let hasTwin: Bool
  private let firstNewCustomer: Int64

  var people: [PartyRecord: Person] = [:]
  /// The parties of `people` by the key that each has.
  var partiesByKey: [String: [PartyRecord]] = [:]
  /// The folded names, ids and addresses of those who are us.
  let ours: Set<String>
  var channels: [String: Channel] = [:]
  var conversations: [ConversationKey: Int64] = [:]
  /// The names of the source's queues by what it calls them in calls.
  var queueNames: [String: String] = [:]
  /// Tickets of the source that this chunk has touched: they are brought up to their messages when it ends.
  var touched: Set<Int64> = []
  var ticketIDs: [String: Int64] = [:]
  /// Customers who turned out to be others, by what they share.
  var identified: [(id: Int64, other: Int64, shared: String)] = []
  /// Whether the tickets of this chunk have messages that stand for others.
  var standIns: [Int64: Bool] = [:]
  var matcher = RecordMatcher<MessageFingerprint>(memory: 50_000)
  var nextMessageID: Int64 = 0
  private var mayHavePending = false
  private let decoder = JSONDecoder()
  private let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }()

  init(desk: Desk, context: Context, reader: (any ExportReader.Type)?, answers: AnswerIntake) throws {
    self.desk = desk
    self.context = context
    self.reader = reader
    self.answers = answers
    ours = Set((context.agents + context.identities).map(Folding.folded(_:)))
    store = desk.store
    sourceID = try store.sourceID(format: context.format.sourceName, account: context.account)
    threads = try TicketThreads(store: store, now: desk.now(), batchID: context.batchID)
    folding = TicketFolding(
      store: store, now: desk.now(), batchID: context.batchID, gap: Threading().gap)
    firstOwnOrigin = try store.nextOriginID()
    let twin = Self.twinFormats[context.format]
    hasTwin = try twin.map { try desk.store.hasSource(ofFormat: $0.rawValue) } ?? false
    firstNewCustomer = try store.nextCustomerID()
    mayHavePending = try store.hasPending(ofSource: sourceID)
  }

  /// Takes in some records; one transaction of the caller.
  func take(_ records: [ExportRecord]) throws {
    try beginChunk()
    for record in records { try take(record) }
    try endChunk()
  }

  private func beginChunk() throws {
    if people.count > 20_000 { (people, partiesByKey) = ([:], [:]) }
    if conversations.count > 20_000 { conversations = [:] }
    (ticketIDs, standIns) = ([:], [:])
    queueNames = try store.queueNames(ofSource: sourceID)
    try threads.beginChunk()
    nextMessageID = try store.nextMessageID()
    firstOfChunk = nextMessageID
    store.firstUnindexed = nextMessageID
    try store.deferReferences()
    try answers.beginChunk()
  }

  private var firstOfChunk: Int64 = 0

  private func endChunk() throws {
    try threads.endChunk()
    try store.indexMessages(from: firstOfChunk)
    store.firstUnindexed = .max
    for id in touched.sorted() { try refreshTicket(id) }
    touched = []
    try answers.endChunk()
  }

  func take(_ record: ExportRecord) throws {
    switch record {
    case .party(let party, _, let updatedAt): try take(party, updatedAt: updatedAt, of: record)
    case .ticket(let ticket): try take(ticket)
    case .message(let message): try take(message)
    case .change(let change): try take(change)
    case .call(let call): try take(call)
    case .event(let event): try take(event)
    case .agentState(let state): try take(state)
    case .answer(let answer): try take(answer)
    }
  }

  /// Places what has waited for something that this file brought; each call is one transaction of the caller.
  ///
  /// False when nothing more can be placed.
  func takeReady() throws -> Bool {
    guard mayHavePending else { return false }
    let ready = try store.readyRecords(ofSource: sourceID, after: lastTried, limit: 5_000)
    if ready.isEmpty {
      // What has been placed may be what others wait for.
      defer { (lastTried, hasPlaced) = (0, false) }
      return hasPlaced
    }
    try beginChunk()
    for (id, content) in ready {
      lastTried = id
      guard let record = try? decoder.decode(ExportRecord.self, from: Data(content.utf8)) else {
        continue
      }
      let before = totals
      try store.removePending(id)
      isReplaying = true
      defer { isReplaying = false }
      try take(record)
      if (totals.new, totals.updated) != (before.new, before.updated) { hasPlaced = true }
    }
    try endChunk()
    return true
  }

  private(set) var isReplaying = false

  private var lastTried: Int64 = 0
  private var hasPlaced = false

  /// Settles what has gone quiet; one transaction of the caller, after the last chunk.
  func finish() throws {
    try threads.finish()
    for id in touched.sorted() { try refreshTicket(id) }
    touched = []
    try joinIdentified()
  }

  /// Keeps a record until what it refers to comes.
  func pend(_ record: ExportRecord, until kind: String, _ key: String) throws {
    // The line tells nothing about the record, and differs from file to file.
    let content = String(decoding: try encoder.encode(record.withoutLine), as: UTF8.self)
    var digest = Fingerprint()
    digest.add(content)
    mayHavePending = true
    let isNew = try store.pend(
      content, digest: digest.value, until: PendingReason(kind: kind, key: key), ofSource: sourceID)
    if isNew { totals.waiting += 1 } else { totals.known += 1 }
  }

  /// Keeps a record that has been placed, but refers to something that has not come: it is linked when that does.
  func link(_ record: ExportRecord, until kind: String, _ key: String) throws {
    let before = totals
    try pend(record, until: kind, key)
    totals.known = before.known
    totals.linking += totals.waiting - before.waiting
    totals.waiting = before.waiting
  }

  /// Keeps a partial or a test answer, which never counts.
  func keepApart(_ answer: AnswerRecord) throws {
    let before = totals
    try pend(.answer(answer), until: answer.completeness.rawValue, answer.key ?? "")
    if totals.waiting > before.waiting {
      totals.waiting -= 1
      totals.apart += 1
    }
  }

  func origin(_ kind: Origin.Kind, _ key: String) throws -> Origin? {
    try store.origin(OriginKey(kind, key, ofSource: sourceID))
  }

  func remember(
    _ kind: Origin.Kind, _ key: String, rowID: Int64, updatedAt: Instant? = nil, digest: Int64 = 0
  ) throws {
    try store.insert(
      OriginKey(kind, key, ofSource: sourceID), rowID: rowID, updatedAt: updatedAt, digest: digest)
  }

  func count(customer id: Int64) {
    if id < firstNewCustomer { totals.customers.insert(id) }
  }
}
