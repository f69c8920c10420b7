import VocDomain

extension CallRecord {
  /// The call of which these are the contacts; of one contact's versions the newest.
  init?(connect legs: [ConnectLeg]) {
    var newest: [String: ConnectLeg] = [:]
    for leg in legs {
      if let known = newest[leg.id], (known.updatedAt?.unixSeconds ?? 0) > (leg.updatedAt?.unixSeconds ?? 0) {
        continue
      }
      newest[leg.id] = leg
    }
    let ordered = newest.values.sorted { ($0.at.order, $0.id) < ($1.at.order, $1.id) }
    guard let first = ordered.first(where: { $0.id == $0.key }) ?? ordered.first,
      let last = ordered.last
    else { return nil }
    let answered = ordered.filter(\.isAnswered)
    var customer = PartyRecord(role: .customer)
    customer.phone = first.address ?? ordered.compactMap(\.address).first
    self.init(
      line: legs.map(\.line).min() ?? 0, key: first.key, at: first.at,
      direction: first.isOutbound ? .outbound : .inbound, customer: customer,
      disposition: answered.isEmpty ? last.disposition : .answered)
    updatedAt = ordered.compactMap(\.updatedAt).max()
    agent = answered.last?.agent.map { PartyRecord(agent: $0) }
    queue = ordered.compactMap(\.queue).first
    let beforeAnswer = ordered.firstIndex(where: \.isAnswered) ?? ordered.count - 1
    wait = Self.sum(ordered[...beforeAnswer].map(\.wait))
    talk = Self.sum(ordered.map(\.talk))
    hold = Self.sum(ordered.map(\.hold))
    wrapUp = Self.sum(ordered.map(\.wrapUp))
    transfers = ordered.count { $0.id != first.id && ($0.method?.contains("TRANSFER") ?? false) }
    fragments = ordered.map(\.fragment).sorted()
  }
}
