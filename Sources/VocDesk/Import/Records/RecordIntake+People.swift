import VocDomain
import VocStore

/// Who is who: customers, agents and bots behind the people that a source tells of.
extension RecordIntake {
  struct Person {
    var author: Message.Author
    var name: String
    var customerID: Int64?
    var agentID: Int64?
    /// Nothing is known of them (a withheld number): nothing that they say belongs to anything else.
    var isNobody = false
  }

  /// The person behind a party, made where they are new; nil where nothing tells yet whether they are a customer.
  ///
  /// `function` is the role that the party's place in a record implies: a ticket's requester is a customer.
  func person(_ party: PartyRecord, as function: PartyRecord.Role? = nil) throws -> Person? {
    var party = party
    party.role = function ?? party.role
    if let known = people[party] {
      if let id = known.customerID { count(customer: id) }
      return known
    }
    guard let person = try known(party) ?? make(party) else { return nil }
    people[party] = person
    if let id = person.customerID { count(customer: id) }
    return person
  }

  /// Takes in what a source says of a person.
  func take(_ party: PartyRecord, updatedAt: Instant?, of record: ExportRecord) throws {
    guard let key = party.key, let role = party.role ?? (isOurs(party) ? .agent : nil) else {
      // Somebody of whom nothing tells who they are waits for a record that does.
      if let key = party.key { return try pend(record, until: "party", key) }
      guard try person(party) != nil else {
        totals.known += 1
        return
      }
      totals.new += 1
      return
    }
    if role == .system {
      // A queue, which calls name by its number.
      let isNew = try store.nameQueue(key, Desk.storable(party.name ?? key), ofSource: sourceID)
      if isNew { totals.new += 1 } else { totals.known += 1 }
      return
    }
    let kind = Origin.Kind(role)
    let digest = Fingerprint(
      [party.name, party.phone, party.email, party.handle, party.bsuid, party.externalID])
    guard var origin = try origin(kind, key) else {
      var named = party
      named.role = role
      _ = try make(named, updatedAt: updatedAt, digest: digest.value)
      people = people.filter { $0.key.key != key }
      totals.new += 1
      return
    }
    guard origin.isNews(digest: digest.value, updatedAt: updatedAt) else {
      totals.known += 1
      return
    }
    origin.learn(digest: digest.value, updatedAt: updatedAt)
    try store.update(origin)
    if role == .customer {
      try enrich(customer: store.survivor(of: origin.rowID), with: party, renaming: true)
    }
    if role == .agent, let name = party.name {
      origin.rowID = try store.rename(importedAgent: origin.rowID, to: Desk.storable(name))
      try store.update(origin)
    }
    people = people.filter { $0.key.key != key }
    totals.updated += 1
  }

  private func known(_ party: PartyRecord) throws -> Person? {
    guard let key = party.key else { return nil }
    let kinds: [Origin.Kind] =
      switch party.role {
      case nil: [.agent, .bot, .customer]
      case .agent: [.agent]
      case .bot, .system: [.bot]
      // Whom the source calls an agent is one, also in a place where customers stand.
      case .customer: [.customer]
      }
    for kind in kinds {
      guard let origin = try origin(kind, key) else { continue }
      switch kind {
      case .agent:
        return Person(
          author: .agent, name: try store.agent(origin.rowID)?.name ?? party.name ?? key,
          agentID: origin.rowID)
      case .bot: return Person(author: .bot, name: party.name ?? "bot")
      default:
        // Somebody may have found since that they are another customer.
        let id = try store.survivor(of: origin.rowID)
        try enrich(customer: id, with: party, renaming: false)
        return Person(
          author: .customer, name: try party.name ?? store.customer(id)?.name ?? key, customerID: id)
      }
    }
    return nil
  }

  private func make(_ party: PartyRecord, updatedAt: Instant? = nil, digest: Int64 = 0) throws -> Person? {
    let role = party.role ?? (isOurs(party) ? .agent : party.key == nil ? .customer : nil)
    switch role {
    case nil: return nil
    case .system: return Person(author: .system, name: "")
    case .bot:
      if let key = party.key { try remember(.bot, key, rowID: 0, updatedAt: updatedAt, digest: digest) }
      return Person(author: .bot, name: Desk.storable(party.name ?? "bot"))
    case .agent:
      let said = party.name ?? party.email ?? party.key.map { "\(context.channel.name) \($0)" }
      guard let name = said.map(Desk.storable(_:)), !name.trimmed.isEmpty else {
        return Person(author: .agent, name: context.channel.name)
      }
      let id = try store.agent(named: name)?.id ?? store.insertAgent(name: name, email: party.email)
      if let key = party.key { try remember(.agent, key, rowID: id, updatedAt: updatedAt, digest: digest) }
      return Person(author: .agent, name: name, agentID: id)
    case .customer:
      let (id, isNobody) = try customer(party)
      if let key = party.key { try remember(.customer, key, rowID: id, updatedAt: updatedAt, digest: digest) }
      return Person(
        author: .customer, name: Desk.storable(party.name ?? party.phone ?? party.email ?? ""),
        customerID: id,
        isNobody: isNobody)
    }
  }

  /// Whether somebody said that this is one of us.
  private func isOurs(_ party: PartyRecord) -> Bool {
    let ours = Set((context.agents + context.identities).map(Folding.folded(_:)))
    return [party.name, party.key, party.email, party.handle, party.phone].contains {
      $0.map { ours.contains(Folding.folded($0)) } ?? false
    }
  }

  private func customer(_ party: PartyRecord) throws -> (id: Int64, isNobody: Bool) {
    let country = party.country ?? context.country ?? context.channel.country
    var points = party.contactPoints(country: country, system: systemName)
    let name = party.name.map(Desk.storable(_:))
    if points.isEmpty && party.key == nil {
      // By name alone somebody is known on their channel only.
      guard let name, !name.trimmed.isEmpty else { return (try nobody(), true) }
      points = [ContactPoint(sender: name, country: country)]
    }
    if let match = try desk.matcher.match(points: points, name: name, channelID: context.channel.id) {
      try desk.matcher.learn(match.newPoints, name: nil, of: match.customerID, channelID: context.channel.id)
      try enrich(customer: match.customerID, with: party, renaming: false)
      return (match.customerID, false)
    }
    let id = try store.insertCustomer(
      name: name ?? points.first?.raw ?? party.key.map { "\(context.channel.name) \($0)" } ?? "",
      language: party.language, country: country?.uppercased(), at: desk.now())
    for point in points { try store.insert(point, ofCustomer: id, onChannel: context.channel.id) }
    totals.newCustomers += 1
    return (id, false)
  }

  /// The customer that stands for everybody of whom nothing is known on this channel.
  private func nobody() throws -> Int64 {
    let point = ContactPoint(kind: .name, value: "(anonymous)", raw: "")
    if let known = try desk.matcher.customerID(points: [point], name: nil, channelID: context.channel.id) {
      return known
    }
    let id = try store.insertCustomer(name: "Anónimo", country: nil, at: desk.now())
    try store.insert(point, ofCustomer: id, onChannel: context.channel.id)
    totals.newCustomers += 1
    return id
  }

  /// Adds the contact points that a source knows of a customer, and a name to one who went by a number.
  private func enrich(customer id: Int64, with party: PartyRecord, renaming: Bool) throws {
    let country = party.country ?? context.country ?? context.channel.country
    for point in party.contactPoints(country: country, system: systemName)
    where try !store.points(matching: point, onChannel: context.channel.id).contains(where: {
      $0.point.value == point.value
    }) {
      try store.insert(point, ofCustomer: id, onChannel: context.channel.id)
    }
    guard let name = party.name.map(Desk.storable(_:)), let customer = try store.customer(id),
      customer.name != name
    else { return }
    let isUnnamed =
      !customer.name.contains(where: \.isLetter) || customer.name.hasPrefix(context.channel.name + " ")
    if isUnnamed && name.contains(where: \.isLetter) { try store.setName(name, ofCustomer: id) }
  }

  /// Whose the ids of `PartyRecord.externalID` are.
  private var systemName: String {
    context.account.isEmpty ? context.format.sourceName : "\(context.format.sourceName)/\(context.account)"
  }
}

extension Origin.Kind {
  fileprivate init(_ role: PartyRecord.Role) {
    switch role {
    case .customer: self = .customer
    case .agent: self = .agent
    case .bot, .system: self = .bot
    }
  }
}
