import VocDomain
import VocStore

/// Finds who somebody is, by the same rules for every channel. In a transaction of the caller.
///
/// A contact point that is known is certain. One in another writing (a match key) tells too, unless the names
/// contradict each other. Anything less only suggests: `voc customer suggest` shows it to a person.
struct CustomerMatcher {
  let store: Store
  let now: () -> Instant

  struct Match: Equatable {
    var customerID: Int64
    /// Whose conversations the chats of this contact point are: another's where a merge moved it.
    var firstCustomerID: Int64
    /// The points asked for that nobody has in this writing.
    var newPoints: [ContactPoint] = []
  }

  /// The customer with these contact points; nil for nobody known.
  ///
  /// Where points lead to different customers the first wins and the pair is suggested. A name among the points
  /// counts on its channel only, not at all without one; `name` is only what must not contradict.
  func customerID(points: [ContactPoint], name: String?, channelID: Int64?) throws -> Int64? {
    try match(points: points, name: name, channelID: channelID)?.customerID
  }

  func match(points: [ContactPoint], name: String?, channelID: Int64?) throws -> Match? {
    var certain: [Match] = []
    var likely: [Match] = []
    var newPoints: [ContactPoint] = []
    for point in points where channelID != nil || !point.kind.isOfOneChannel {
      let stored = try store.points(matching: point, onChannel: channelID)
      if let same = stored.first(where: { $0.point.value == point.value }) {
        certain.append(Match(customerID: same.customerID, firstCustomerID: same.firstCustomerID))
      } else {
        newPoints.append(point)
        likely += try stored.filter { try !contradicts(name, $0.customerID) }
          .map { Match(customerID: $0.customerID, firstCustomerID: $0.firstCustomerID) }
      }
    }
    guard var chosen = certain.first ?? likely.first else { return nil }
    for other in Set((certain + likely).map(\.customerID)) where other != chosen.customerID {
      try store.suggest(chosen.customerID, other, at: now())
    }
    chosen.newPoints = newPoints
    return chosen
  }

  private func contradicts(_ name: String?, _ id: Int64) throws -> Bool {
    let name = PersonName(name)
    return try name.isKnown && name.contradicts(PersonName(store.customer(id)?.name))
  }

  /// As `match`, made where nobody is known; keeps the points that are new.
  ///
  /// A customer of whom only a number was known goes by `name` from now on. Without a name, a new one goes by the
  /// first point as it was written; nil where there is not even a point.
  func findOrMake(
    points: [ContactPoint], name: String?, channelID: Int64?, language: String? = nil, country: String?
  ) throws -> (match: Match, isNew: Bool)? {
    if let match = try match(points: points, name: name, channelID: channelID) {
      try learn(match.newPoints, name: name, of: match.customerID, channelID: channelID)
      return (match, false)
    }
    return try make(points: points, name: name, channelID: channelID, language: language, country: country)
      .map { (Match(customerID: $0, firstCustomerID: $0), true) }
  }

  /// A new customer with these points, whom nobody has.
  func make(
    points: [ContactPoint], name: String?, channelID: Int64?, language: String? = nil, country: String?
  ) throws -> Int64? {
    let usable = points.filter { channelID != nil || !$0.kind.isOfOneChannel }
    guard let first = usable.first else { return nil }
    let id = try store.insertCustomer(
      name: Desk.storable(name ?? first.raw), language: language, country: country?.uppercased(), at: now())
    for point in usable { try store.insert(point, ofCustomer: id, onChannel: channelID) }
    return id
  }

  /// Keeps these points, which nobody has, as the customer's, and the name where they have none.
  func learn(_ newPoints: [ContactPoint], name: String?, of id: Int64, channelID: Int64?) throws {
    for point in newPoints { try store.insert(point, ofCustomer: id, onChannel: channelID) }
    guard let name, PersonName.isName(name), let customer = try store.customer(id),
      !PersonName.isName(customer.name)
    else { return }
    try store.setName(name, ofCustomer: id)
  }
}

extension Desk {
  var matcher: CustomerMatcher { CustomerMatcher(store: store, now: now) }
}
