import SQLite
public import VocDomain

/// What fills a new database by the million: rows whose numbers the caller gives out itself.
extension Store {
  /// True while nobody and nothing is in the database.
  public func isEmpty() throws -> Bool {
    try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM channel) OR EXISTS (SELECT 1 FROM agent) OR EXISTS (SELECT 1 FROM customer)
        OR EXISTS (SELECT 1 FROM message) OR EXISTS (SELECT 1 FROM answer) OR EXISTS (SELECT 1 FROM import_batch)
      """) == 0
  }

  /// Adds the customer under `customer.id`.
  public func insert(_ customer: Customer, at now: Instant) throws {
    forgetFreeIDs()
    try write(customer, at: now)
  }

  func write(_ customer: Customer, at now: Instant) throws {
    let insertion = try insertion(into: .customer)
    let folded = Folding.folded(customer.name)
    insertion.bind(customer.id)
    insertion.bind(customer.name)
    insertion.bind(folded)
    insertion.bind(PersonName(folded: folded).key)
    insertion.bind(customer.language)
    insertion.bind(customer.country)
    insertion.bind(customer.segment?.rawValue)
    insertion.bind(customer.stage?.rawValue)
    insertion.bind(now.unixSeconds)
    insertion.bind(batchID)
    try insertion.run()
  }

  /// Adds a conversation with a customer under `id`; `first` is whose chat it was before merges, if another's.
  public func insertConversation(
    _ id: Int64, channel channelID: Int64, customer customerID: Int64, first: Int64? = nil
  ) throws {
    forgetFreeIDs()
    try writeConversation(id, channel: channelID, customer: customerID, first: first)
  }

  /// With a customer, or with a group, by its subject.
  func writeConversation(
    _ id: Int64, channel channelID: Int64, customer customerID: Int64? = nil, first: Int64? = nil,
    subject: String? = nil
  ) throws {
    let insertion = try insertion(into: .conversation)
    insertion.bind(id)
    insertion.bind(channelID)
    insertion.bind(customerID)
    insertion.bind(first)
    insertion.bind(subject)
    insertion.bind(batchID)
    try insertion.run()
  }
}
