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
    if let key = party.key { partiesByKey[key, default: []].append(party) }
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
      return try nameQueue(key, Desk.storable(party.name ?? key))
    }
    let kind = Origin.Kind(role)
    let digest = Fingerprint(
      [party.name, party.phone, party.email, party.handle, party.bsuid, party.externalID])
    guard var origin = try origin(kind, key) else {
      var named = party
      named.role = role
      _ = try make(named, updatedAt: updatedAt, digest: digest.value)
      forget(key)
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
      let id = try store.survivor(of: origin.rowID)
      try identify(id, by: party)
      try enrich(customer: id, with: party)
    }
    if role == .agent, let name = party.name {
      let old = try store.agent(origin.rowID)
      origin.rowID = try store.rename(importedAgent: origin.rowID, to: Desk.storable(name))
      try store.update(origin)
      if let old, let new = try store.agent(origin.rowID) {
        if old.name != new.name { try store.renameAuthor(.agent, new.id, from: old.name, to: new.name) }
        if new.email == nil, let email = party.email { try store.setEmail(email, ofAgent: new.id) }
      }
    }
    forget(key)
    totals.updated += 1
  }

  /// Whoever goes by this key is looked up again when they come next.
  private func forget(_ key: String) {
    for party in partiesByKey.removeValue(forKey: key) ?? [] { people[party] = nil }
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
        let id = try named(origin, party.name.map(Desk.storable(_:)), key: key)
        let agent = try store.agent(id)
        if let email = party.email, agent?.email == nil { try store.setEmail(email, ofAgent: id) }
        return Person(author: .agent, name: agent?.name ?? party.name ?? key, agentID: id)
      case .bot: return Person(author: .bot, name: party.name ?? "bot")
      default:
        // Somebody may have found since that they are another customer.
        let id = try store.survivor(of: origin.rowID)
        try enrich(customer: id, with: party)
        return Person(
          author: .customer, name: try party.name ?? store.customer(id)?.name ?? key, customerID: id)
      }
    }
    return nil
  }

  /// The agent, by their name from now on where only their number was known.
  private func named(_ origin: Origin, _ name: String?, key: String) throws -> Int64 {
    let placeholder = "\(context.channel.name) \(key)"
    guard let name, !name.trimmed.isEmpty, name != placeholder,
      try store.agent(origin.rowID)?.name == placeholder
    else { return origin.rowID }
    var origin = origin
    origin.rowID = try store.rename(importedAgent: origin.rowID, to: name)
    try store.update(origin)
    try store.renameAuthor(.agent, origin.rowID, from: placeholder, to: name)
    forget(key)
    return origin.rowID
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
      let known = try store.agent(named: name)
      let id = try known?.id ?? store.insertAgent(name: name, email: party.email)
      if let known, known.email == nil, let email = party.email { try store.setEmail(email, ofAgent: id) }
      if let key = party.key { try remember(.agent, key, rowID: id, updatedAt: updatedAt, digest: digest) }
      return Person(author: .agent, name: name, agentID: id)
    case .customer:
      let (id, isNobody) = try customer(party)
      if let key = party.key { try remember(.customer, key, rowID: id, updatedAt: updatedAt, digest: digest) }
      return Person(
        author: .customer, name: try Desk.storable(party.name ?? store.customer(id)?.name ?? ""),
        customerID: id,
        isNobody: isNobody)
    }
  }

  /// Whether somebody said that this is one of us.
  private func isOurs(_ party: PartyRecord) -> Bool {
    if ours.isEmpty { return false }
    return [party.name, party.key, party.email, party.handle, party.phone].contains {
      $0.map { ours.contains(Folding.folded($0)) } ?? false
    }
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
