import SQLite
public import VocDomain

extension Store {
  public func customer(_ id: Int64) throws -> Customer? {
    try database.row(
      "SELECT id, name, language, country, segment, stage FROM customer WHERE id = ?", id,
      element: customer(_:))
  }

  private func customer(_ row: Row) -> Customer {
    Customer(
      id: row.int(0), name: row.text(1), language: row.optionalText(2), country: row.optionalText(3),
      segment: row.optionalText(4).flatMap(Customer.Segment.init(rawValue:)),
      stage: row.optionalText(5).flatMap(Customer.Stage.init(rawValue:)))
  }

  /// A customer with how many tickets they have and how many of them are unsolved.
  public struct CustomerLine: Sendable {
    public var customer: Customer
    public var tickets: Int64
    public var unsolved: Int64
  }

  private static let ticketCounts =
    """
    (SELECT count(*) FROM ticket WHERE customer_id = customer.id),
    (SELECT count(*) FROM ticket WHERE customer_id = customer.id
      AND status IN ('new', 'open', 'pending', 'hold'))
    """

  public func line(of customer: Customer) throws -> CustomerLine {
    try database.row("SELECT \(Store.ticketCounts) FROM customer WHERE id = ?", customer.id) {
      CustomerLine(customer: customer, tickets: $0.int(0), unsolved: $0.int(1))
    } ?? CustomerLine(customer: customer, tickets: 0, unsolved: 0)
  }

  /// In the order of their names; with `prefix`, those whose folded name begins so.
  public func customers(prefix: String, limit: Int) throws -> [CustomerLine] {
    let folded = Folding.folded(prefix)
    return try database.rows(
      """
      SELECT id, name, language, country, segment, stage, \(Store.ticketCounts)
      FROM customer WHERE folded_name >= ? AND folded_name < ? AND merged_into IS NULL ORDER BY folded_name, id LIMIT ?
      """, folded, folded + "\u{10FFFF}", limit
    ) { CustomerLine(customer: customer($0), tickets: $0.int(6), unsolved: $0.int(7)) }
  }

  public func countCustomers(prefix: String) throws -> Int64 {
    let folded = Folding.folded(prefix)
    return try database.value(
      "SELECT count(*) FROM customer WHERE folded_name >= ? AND folded_name < ? AND merged_into IS NULL",
      folded, folded + "\u{10FFFF}") ?? 0
  }

  public func insertCustomer(
    name: String, language: String? = nil, country: String?, segment: Customer.Segment? = nil,
    stage: Customer.Stage? = nil, at now: Instant
  ) throws -> Int64 {
    let id = try takeID(of: .customer)
    try write(
      Customer(id: id, name: name, language: language, country: country, segment: segment, stage: stage),
      at: now)
    return id
  }

  public func nextCustomerID() throws -> Int64 { try nextID("customer") }

  public func setName(_ name: String, ofCustomer id: Int64) throws {
    try remember(.customer, id)
    try database.execute(
      "UPDATE customer SET name = ?, folded_name = ?, name_key = ? WHERE id = ?", name, Folding.folded(name),
      PersonName(name).key, id)
  }

  /// A contact point as it is stored.
  public struct StoredPoint: Sendable {
    public var point: ContactPoint
    public var customerID: Int64
    /// Whose it was before merges: their conversations are its chats.
    public var firstCustomerID: Int64
    public var channelID: Int64?

    init(_ row: Row) {
      point = ContactPoint(
        kind: ContactPoint.Kind(rawValue: row.text(0)) ?? .name, value: row.text(1), raw: row.text(2))
      customerID = row.int(3)
      firstCustomerID = row.optionalInt(4) ?? row.int(3)
      channelID = row.optionalInt(5)
    }
  }

  private static let pointColumns = "kind, value, raw_value, customer_id, first_customer_id, channel_id"

  /// The stored points that are surely this one, in the same writing or another. A name counts on its channel only.
  public func points(matching point: ContactPoint, onChannel channelID: Int64?) throws -> [StoredPoint] {
    if point.kind.isOfOneChannel {
      return try database.rows(
        """
        SELECT \(Store.pointColumns) FROM contact_point WHERE channel_id = ? AND kind = ? AND value = ?
        """, channelID, point.kind.rawValue, point.value, element: StoredPoint.init)
    }
    if let key = point.matchKey {
      return try database.rows(
        "SELECT \(Store.pointColumns) FROM contact_point WHERE match_key = ? ORDER BY customer_id, id", key,
        element: StoredPoint.init)
    }
    return try database.rows(
      """
      SELECT \(Store.pointColumns) FROM contact_point WHERE channel_id IS NULL AND kind = ? AND value = ?
      """, point.kind.rawValue, point.value, element: StoredPoint.init)
  }

  public func insert(_ point: ContactPoint, ofCustomer customerID: Int64, onChannel channelID: Int64?) throws
  {
    let id = try takeID(of: .contactPoint)
    let insertion = try insertion(into: .contactPoint)
    insertion.bind(id)
    insertion.bind(customerID)
    insertion.bind(point.kind.rawValue)
    insertion.bind(point.value)
    insertion.bind(point.raw)
    insertion.bind(point.kind.isOfOneChannel ? channelID : nil)
    insertion.bind(point.matchKey)
    insertion.bind(point.looseKey)
    insertion.bind(batchID)
    try insertion.run()
  }

  public func contactPoints(ofCustomer id: Int64) throws -> [ContactPoint] {
    try storedPoints(ofCustomer: id).map(\.point)
  }

  /// Whether a customer stands for nobody in particular: what they said belongs to different people.
  public func isNobody(_ customer: Int64) throws -> Bool {
    try contactPoints(ofCustomer: customer).contains(.nobody)
  }

  public func storedPoints(ofCustomer id: Int64) throws -> [StoredPoint] {
    try database.rows(
      "SELECT \(Store.pointColumns) FROM contact_point WHERE customer_id = ? ORDER BY id", id,
      element: StoredPoint.init)
  }
}
