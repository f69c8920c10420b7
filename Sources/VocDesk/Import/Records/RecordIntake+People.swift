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
      try enrich(customer: id, with: party, renaming: true)
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
        return Person(author: .agent, name: try store.agent(id)?.name ?? party.name ?? key, agentID: id)
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
    if let known = try knownNobody() { return known }
    let point = ContactPoint.nobodys
    let id = try store.insertCustomer(name: "Anónimo", country: nil, at: desk.now())
    try store.insert(point, ofCustomer: id, onChannel: context.channel.id)
    totals.newCustomers += 1
    return id
  }

  func knownNobody() throws -> Int64? {
    try desk.matcher.customerID(
      points: [.nobodys], name: nil, channelID: context.channel.id)
  }

  /// Notes that a customer known only by the source's number is somebody known: whoever has their telephone or
  /// address.
  private func identify(_ id: Int64, by party: PartyRecord) throws {
    let country = party.country ?? context.country ?? context.channel.country
    let reachable: Set<ContactPoint.Kind> = [.phone, .email]
    let points = party.contactPoints(country: country, system: systemName).filter {
      reachable.contains($0.kind)
    }
    guard let shared = points.first,
      try store.contactPoints(ofCustomer: id).allSatisfy({ !reachable.contains($0.kind) }),
      let match = try desk.matcher.match(
        points: points, name: party.name.map(Desk.storable(_:)), channelID: context.channel.id),
      match.customerID != id, try !store.wereToldApart(match.customerID, id)
    else { return }
    identified.append((id, match.customerID, shared.raw))
  }

  /// Makes one of those who turned out to be one person; after the last chunk.
  func joinIdentified() throws {
    for (id, other, shared) in identified {
      let (id, other) = (try store.survivor(of: id), try store.survivor(of: other))
      guard id != other, let survivor = try store.customer(other), let absorbed = try store.customer(id)
      else {
        continue
      }
      _ = try desk.join(survivor, absorbing: absorbed, reason: "\(context.format.rawValue): \(shared)")
    }
    identified = []
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
      !customer.name.contains(where: \.isLetter) || ContactPoint(email: customer.name) != nil
      || customer.name.hasPrefix(context.channel.name + " ")
    if isUnnamed && name.contains(where: \.isLetter) {
      try store.setName(name, ofCustomer: id)
      try store.renameAuthor(.customer, id, from: customer.name, to: name)
    }
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
