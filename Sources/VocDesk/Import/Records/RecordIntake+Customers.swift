import VocDomain
import VocStore

/// Customers behind the people that a source tells of.
extension RecordIntake {
  func customer(_ party: PartyRecord) throws -> (id: Int64, isNobody: Bool) {
    let country = country(of: party)
    var points = points(of: party)
    let name = party.name.map(Desk.storable(_:))
    if points.isEmpty && party.key == nil {
      // By name alone, or a number of an unknown country, somebody is known on their channel only.
      let sender = party.phone.map(Desk.storable(_:)) ?? name
      guard let sender, !sender.trimmed.isEmpty else { return (try nobody(), true) }
      points = [ContactPoint(sender: sender, country: country)]
      if let phone = party.phone { totals.phones.add(phone, country: country) }
    }
    if let match = try desk.matcher.match(points: points, name: name, channelID: context.channel.id) {
      try desk.matcher.learn(match.newPoints, name: nil, of: match.customerID, channelID: context.channel.id)
      try setName(ofCustomer: match.customerID, from: party)
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
    let point = ContactPoint.nobody
    let id = try store.insertCustomer(name: "Anónimo", country: nil, at: desk.now())
    try store.insert(point, ofCustomer: id, onChannel: context.channel.id)
    totals.newCustomers += 1
    return id
  }

  func knownNobody() throws -> Int64? {
    try desk.matcher.customerID(
      points: [ContactPoint.nobody], name: nil, channelID: context.channel.id)
  }

  /// Notes that a customer known only by the source's number is somebody known: whoever has their telephone or
  /// address.
  func identify(_ id: Int64, by party: PartyRecord) throws {
    let reachable: Set<ContactPoint.Kind> = [.phone, .email]
    let points = points(of: party).filter { reachable.contains($0.kind) }
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
  func enrich(customer id: Int64, with party: PartyRecord) throws {
    for point in points(of: party) {
      let same = try store.points(matching: point, onChannel: context.channel.id)
        .first { $0.point.value == point.value }
      if let same {
        // One record names two customers: a person decides.
        if same.customerID != id { try store.suggest(id, same.customerID, at: desk.now()) }
      } else {
        try store.insert(point, ofCustomer: id, onChannel: context.channel.id)
      }
    }
    try setName(ofCustomer: id, from: party)
  }

  private func setName(ofCustomer id: Int64, from party: PartyRecord) throws {
    guard let name = party.name.map(Desk.storable(_:)), let customer = try store.customer(id),
      customer.name != name
    else { return }
    // Named after a number, an address or an account.
    let isUnnamed =
      try !customer.name.contains(where: \.isLetter) || ContactPoint(email: customer.name) != nil
      || customer.name.hasPrefix(context.channel.name + " ")
      || store.contactPoints(ofCustomer: id).contains { $0.kind != .name && $0.raw == customer.name }
    if isUnnamed && name.contains(where: \.isLetter) {
      try store.setName(name, ofCustomer: id)
      try store.renameAuthor(.customer, id, from: customer.name, to: name)
    }
  }

  /// The country whose national numbers the party's are.
  private func country(of party: PartyRecord) -> String? {
    party.country ?? context.country ?? context.channel.country
  }

  private func points(of party: PartyRecord) -> [ContactPoint] {
    party.contactPoints(country: country(of: party), system: systemName)
  }

  /// Whose the ids of `PartyRecord.externalID` are.
  private var systemName: String {
    context.account.isEmpty ? context.format.sourceName : "\(context.format.sourceName)/\(context.account)"
  }
}
