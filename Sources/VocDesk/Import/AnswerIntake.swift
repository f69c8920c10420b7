import VocDomain
import VocStore

/// Turns the rows of an answers table into answers, chunk by chunk; each chunk is one transaction of the caller.
final class AnswerIntake {
  struct Totals {
    var new = 0
    var known = 0
    var newCustomers = 0
    /// Of answers that are no customer's then.
    var phones = UnreadPhones()
    /// Ticket numbers that are none here, or another customer's.
    var unknownTickets = 0
    /// Answers without a date, which count as given when they are imported.
    var undated = 0
    var customers: Set<Int64> = []
  }

  private(set) var totals = Totals()
  private let desk: Desk
  private let store: Store
  /// The channel of answers whose row names none.
  private let channel: Channel?
  private let zone: ZoneClock
  private let country: String?
  private let batchID: Int64
  private var matcher: AnswerMatcher
  private var counters: AnswerCounters?
  private var channels: [String: Channel] = [:]
  private var agents: [String: Int64] = [:]
  private var nextID: Int64 = 0

  init(
    desk: Desk, channel: Channel?, zone: ZoneClock, country: String?, batchID: Int64
  ) throws {
    self.desk = desk
    store = desk.store
    self.channel = channel
    self.zone = zone
    self.country = country
    self.batchID = batchID
    matcher = try AnswerMatcher(store: store, batchID: batchID)
  }

  /// Counts an answer that is kept, or with `removing` no longer is.
  private func count(_ answer: Answer, removing: Bool = false) throws {
    if counters == nil {
      try desk.fixReportZone()
      counters = AnswerCounters(zone: try desk.reportClock())
    }
    if removing { counters?.remove(answer) } else { counters?.add(answer) }
  }

  func take(_ records: [AnswerRecord]) throws {
    try beginChunk()
    for record in records { try take(record) }
    try endChunk()
  }

  /// Begins a transaction.
  func beginChunk() throws { nextID = try store.nextAnswerID() }

  func endChunk() throws { try counters?.write(to: store) }

  /// Keeps an answer that its source has an id for; says its number.
  func insert(_ record: AnswerRecord, _ links: Links) throws -> Int64 {
    let answer = try linked(answer(record, at: record.at?.instant(in: zone) ?? desk.now()), links)
    let id = nextID
    nextID += 1
    try store.insert(answer, id: id, batchID: batchID)
    try count(answer)
    totals.new += 1
    return id
  }

  /// Brings a kept answer up to a newer version, or to people and tickets that have come since; false where that
  /// changes nothing. Who was responsible, and what the customer was worth, stay as they were when it came.
  func update(_ id: Int64, to record: AnswerRecord, _ links: Links) throws -> Bool {
    guard let old = try store.wholeAnswer(id) else { return false }
    var new = try linked(answer(record, at: record.at?.instant(in: zone) ?? old.at), links)
    new.agentID = old.agentID ?? new.agentID
    new.lastReplyAgentID = old.lastReplyAgentID ?? new.lastReplyAgentID
    new.segment = old.segment ?? new.segment
    if new == old { return false }
    try store.update(new, id: id)
    try count(old, removing: true)
    try count(new)
    return true
  }

  /// Whose answer it is, as far as the records of its source tell.
  struct Links {
    var customerID: Int64?
    var agentID: Int64?
    var ticket: Ticket?
  }

  private func linked(_ answer: Answer, _ links: Links) throws -> Answer {
    var answer = answer
    if let id = links.customerID ?? links.ticket?.customerID, answer.customerID == nil {
      (answer.customerID, answer.respondent) = (id, nil)
      answer.segment = try store.customer(id)?.segment
    }
    answer.agentID = answer.agentID ?? links.agentID ?? links.ticket?.assigneeID
    guard let ticket = links.ticket, answer.ticketID == nil else { return answer }
    (answer.ticketID, answer.channelID) = (ticket.id, answer.channelID ?? ticket.channelID)
    answer.lastReplyAgentID = try store.lastReplyAgent(ticket: ticket.id, by: answer.at)
    return answer
  }

  func take(_ record: AnswerRecord) throws {
    let at = record.at?.instant(in: zone)
    guard let key = try matcher.newKey(of: record, at: at) else {
      totals.known += 1
      try link(record)
      return
    }
    let answer = try answer(record, at: at ?? desk.now())
    try store.insert(answer, id: nextID, key: key, batchID: batchID)
    try store.tieFollowUp(toAnswer: nextID, key)
    nextID += 1
    try count(answer)
    totals.new += 1
  }

  /// Gives a known answer the customer that it has none of: the import before did not know the country.
  private func link(_ record: AnswerRecord) throws {
    guard let id = matcher.matched, try store.customerID(ofAnswer: id) == nil else { return }
    let channel = try record.channel.map { try self.channel(named: $0) } ?? channel
    if let customerID = try customerID(record, channel: channel, at: desk.now()) {
      try store.link(answer: id, toCustomer: customerID)
    }
  }

  private func answer(_ record: AnswerRecord, at: Instant) throws -> Answer {
    if record.at == nil { totals.undated += 1 }
    let channel = try record.channel.map { try self.channel(named: $0) } ?? channel
    let customerID = try customerID(record, channel: channel, at: at)
    let ticket = try record.ticket.flatMap { try store.ticket($0) }.flatMap { ticket in
      customerID == nil || customerID == ticket.customerID ? ticket : nil
    }
    if record.ticket != nil && ticket == nil { totals.unknownTickets += 1 }
    return Answer(
      survey: record.survey, score: record.score, at: at, comment: Desk.storable(record.comment),
      respondent: customerID == nil ? respondent(record) : nil,
      customerID: customerID ?? ticket?.customerID, ticketID: ticket?.id,
      channelID: channel?.id ?? ticket?.channelID,
      agentID: try record.agent.map { try agentID(named: $0) } ?? ticket?.assigneeID,
      lastReplyAgentID: try ticket.flatMap { try store.lastReplyAgent(ticket: $0.id, by: at) },
      segment: try (customerID ?? ticket?.customerID).flatMap { try store.customer($0)?.segment })
  }

  /// Who answered, as the form has it: for an answer that is nobody's whom we can recognise.
  private func respondent(_ record: AnswerRecord) -> String? {
    let parts = [record.name, record.phone].compactMap { $0 }
    return parts.isEmpty ? nil : Desk.storable(parts.joined(separator: " · "))
  }

  /// By phone or e-mail, made where they are new; by name only where the channel knows that very name.
  private func customerID(_ record: AnswerRecord, channel: Channel?, at: Instant) throws -> Int64? {
    let country = country ?? channel?.country
    var points: [ContactPoint] = []
    if let phone = record.phone {
      if let point = ContactPoint(phone: phone, country: country) {
        points.append(point)
      } else {
        totals.phones.add(phone, country: country)
      }
    }
    if let point = record.email.flatMap(ContactPoint.init(email:)) { points.append(point) }
    let (matcher, name) = (desk.matcher, record.name.map(Desk.storable(_:)))
    let known = try matcher.match(points: points, name: name, channelID: nil)
    if let id = try known?.customerID ?? knownByName(name, channel: channel) {
      try matcher.learn(known?.newPoints ?? points, name: name, of: id, channelID: nil)
      totals.customers.insert(id)
      return id
    }
    guard let id = try matcher.make(points: points, name: name, channelID: nil, country: country) else {
      return nil
    }
    totals.newCustomers += 1
    totals.customers.insert(id)
    return id
  }

  private func knownByName(_ name: String?, channel: Channel?) throws -> Int64? {
    guard let name, let channel else { return nil }
    let point = ContactPoint(kind: .name, value: Folding.folded(name), raw: name)
    return try desk.matcher.customerID(points: [point], name: name, channelID: channel.id)
  }

  private func channel(named name: String) throws -> Channel {
    if let known = channels[name] { return known }
    let channel = try desk.findOrMakeChannel(
      name, kind: Channel.kind(named: name) ?? "survey", zone: zone.name, country: country)
    channels[name] = channel
    return channel
  }

  private func agentID(named name: String) throws -> Int64 {
    if let known = agents[name] { return known }
    let id = try store.agent(named: name)?.id ?? store.insertAgent(name: Desk.storable(name), email: nil)
    agents[name] = id
    return id
  }
}
