public import VocDomain
import VocStore

/// Channels, agents and customers.
extension Desk {
  public func channels() throws -> [Channel] { try store.channels() }

  public func addChannel(
    name: String, kind: String, zone: String?, country: String?, identities: [String]
  ) throws -> Channel {
    let zone = try ZoneClock(named: zone ?? systemZone).name
    try Desk.check(country: country)
    let kind = try channelKind(said: kind)
    return try store.transaction {
      if try store.channel(named: name) != nil { throw VocError.duplicateName(name) }
      let id = try store.insert(
        Channel(
          id: 0, kind: kind, name: name, zone: zone, country: country?.uppercased(), identities: identities))
      return try channel(id)
    }
  }

  /// Changes under which names the business itself appears on a channel; what was imported stays as it is.
  public func changeIdentities(
    ofChannel name: String, adding added: [String], removing removed: [String]
  ) throws -> Channel {
    try store.transaction {
      let channel = try channel(named: name)
      for name in added { try store.addIdentity(Desk.storable(name), toChannel: channel.id) }
      for name in removed { try store.removeIdentity(name, fromChannel: channel.id) }
      return try self.channel(channel.id)
    }
  }

  static func check(country: String?) throws {
    guard let country else { return }
    if !PhoneNumber.countries.contains(country.uppercased()) { throw VocError.unknownCountry(country) }
  }

  public func agents() throws -> [Agent] { try store.agents() }

  /// By number.
  public func namesOfAgents() throws -> [Int64: String] {
    Dictionary(uniqueKeysWithValues: try store.agents().map { ($0.id, $0.name) })
  }

  public func addAgent(name: String, email: String?) throws -> Agent {
    try store.transaction {
      if try store.agent(named: name) != nil { throw VocError.duplicateName(name) }
      return Agent(id: try store.insertAgent(name: name, email: email), name: name, email: email)
    }
  }

  /// The agent of that name; "@me" is the actor.
  public func agent(named name: String) throws -> Agent {
    if name == "@me" { return try requiredActor() }
    if let agent = try store.agent(named: name) { return agent }
    let isActor = ["me", "yo", "mi", "@yo"].contains(Folding.folded(name))
    throw VocError.unknownAgent(name, nearest: isActor ? ["@me"] : try agentNames(like: name))
  }

  /// The agent that the actor must be for this act.
  func requiredActor() throws -> Agent {
    if let agent = try actingAgent() { return agent }
    throw VocError.actorIsNoAgent(actor, nearest: try agentNames(like: actor))
  }

  /// Those of whose names a word begins so ("lucia"), else those spelt nearly so.
  private func agentNames(like name: String) throws -> [String] {
    let names = try store.agents().map(\.name)
    let folded = Folding.folded(name)
    let begun = names.filter { candidate in
      Folding.folded(candidate).split(separator: " ").contains { $0.hasPrefix(folded) }
    }
    if !folded.isEmpty && !begun.isEmpty { return Array(begun.prefix(3)) }
    return Nearest.names(to: name, among: names)
  }

  public func channel(named name: String) throws -> Channel {
    if let channel = try store.channel(named: name) { return channel }
    throw VocError.unknownChannel(
      name, nearest: Nearest.names(to: name, among: try store.channels().map(\.name)))
  }

  func channel(_ id: Int64) throws -> Channel {
    guard let channel = try store.channel(id) else { throw VocError.unknownChannel("\(id)", nearest: []) }
    return channel
  }

  /// A customer with their number of tickets and of unsolved ones.
  public struct CustomerLine: Sendable {
    public var customer: Customer
    public var tickets: Int64
    public var unsolved: Int64
  }

  /// By name, those whose name begins so, whatever its case and accents; else whoever is reached there.
  public func customers(matching text: String = "", limit: Int) throws -> [CustomerLine] {
    var lines = try store.customers(prefix: text, limit: limit)
    if lines.isEmpty, let customer = try customer(reachedAt: text) {
      lines = [try store.line(of: customer)]
    }
    return lines.map { CustomerLine(customer: $0.customer, tickets: $0.tickets, unsolved: $0.unsolved) }
  }

  /// How many customers' names begin so.
  public func countCustomers(matching prefix: String) throws -> Int64 {
    try store.countCustomers(prefix: prefix)
  }

  /// The customer with this number, phone, e-mail, or the only one whose name begins so.
  public func customer(_ text: String) throws -> Customer {
    if text.trimmed.isEmpty { throw VocError.unknownCustomer(text) }
    if let customer = try customer(numbered: text) { return try survivor(of: customer) }
    if let customer = try customer(reachedAt: text) { return customer }
    let candidates = try store.customers(prefix: text, limit: 6).map(\.customer)
    let exact = candidates.filter { Folding.folded($0.name) == Folding.folded(text) }
    let matches = exact.isEmpty ? candidates : exact
    if matches.isEmpty { throw VocError.unknownCustomer(text) }
    if matches.count > 1 { throw Desk.several(matches, for: text) }
    return matches[0]
  }

  static func several(_ customers: [Customer], for text: String) -> VocError {
    .severalCustomers(text, customers.map { "#\($0.id) \($0.name)" })
  }

  /// The customer with this phone or e-mail; a national number is of the one country that all channels have.
  func customer(reachedAt text: String) throws -> Customer? {
    let countries = Set(try store.channels().compactMap(\.country))
    let phone = ContactPoint(phone: text, country: countries.count == 1 ? countries.first : nil)
    for point in [phone, ContactPoint(email: text)].compactMap({ $0 }) {
      let stored = try store.points(matching: point, onChannel: nil)
      let found = stored.first { $0.point.value == point.value } ?? stored.first
      if let found, let customer = try store.customer(found.customerID) { return customer }
    }
    return nil
  }

  private func survivor(of customer: Customer) throws -> Customer {
    let id = try store.survivor(of: customer.id)
    return try id == customer.id ? customer : store.customer(id) ?? customer
  }
}
