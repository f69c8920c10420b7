import VocDomain

extension CallRecord {
  /// The call of which these are the legs: the parent tells who called whom, its children who answered.
  init?(twilio legs: [TwilioLeg]) {
    var newest: [String: TwilioLeg] = [:]
    for leg in legs {
      if let known = newest[leg.sid], (known.updatedAt?.unixSeconds ?? 0) > (leg.updatedAt?.unixSeconds ?? 0)
      {
        continue
      }
      newest[leg.sid] = leg
    }
    let ordered = newest.values.sorted { ($0.at.order, $0.sid) < ($1.at.order, $1.sid) }
    guard let root = ordered.first(where: { $0.sid == $0.key }) ?? ordered.first else { return nil }
    let children = ordered.filter { $0.sid != root.sid }
    let answered = children.filter(\.isAnswered)
    let (other, ours) = Self.sides(root, answered.last ?? children.last)
    var customer = PartyRecord(role: .customer)
    customer.phone = other.flatMap { $0.isTwilioAddress ? nil : $0.withPlus }
    if !root.isOutbound { customer.name = root.name }
    self.init(
      line: legs.map(\.line).min() ?? 0, key: root.key, at: root.at,
      direction: root.isOutbound ? .outbound : .inbound, customer: customer,
      disposition: Self.disposition(root, children))
    updatedAt = ordered.compactMap(\.updatedAt).max()
    note = ordered.compactMap(\.note).first
    transfers = max(0, answered.count - 1)
    if let first = answered.first {
      wait = first.at.seconds(since: root.at)
      talk = Self.sum(answered.map(\.duration))
    } else if disposition == .answered {
      wait = root.queueTime
      talk = root.duration
    } else {
      wait = children.isEmpty ? root.queueTime : root.duration ?? root.queueTime
    }
    if disposition == .answered { agent = ours.map { PartyRecord(twilio: $0) } }
    fragments = ordered.map(\.fragment).sorted()
  }

  /// The customer's side and the agent's. A call of ours may ring at the agent first and then dial the customer.
  private static func sides(_ root: TwilioLeg, _ child: TwilioLeg?) -> (customer: String?, agent: String?) {
    if !root.isOutbound { return (root.from, child?.to) }
    if root.to?.isTwilioAddress ?? false, let child { return (child.to, root.to) }
    return (root.to, child?.to ?? root.from.flatMap { $0.isTwilioAddress ? $0 : nil })
  }

  private static func disposition(_ root: TwilioLeg, _ children: [TwilioLeg]) -> Disposition {
    guard let last = children.last else { return root.disposition }
    if children.contains(where: \.isAnswered) { return .answered }
    // Ringing ended because the caller gave up.
    if last.status == "canceled" && !root.isOutbound { return .abandoned }
    return last.disposition
  }
}

extension String {
  /// A client or a SIP address, which no customer calls from.
  fileprivate var isTwilioAddress: Bool { hasPrefix("client:") || hasPrefix("sip:") }

  /// Twilio's numbers are E.164; tables that went through a spreadsheet or a warehouse have lost the plus sign.
  fileprivate var withPlus: String {
    let isBare = (8...15).contains(utf8.count) && utf8.allSatisfy { (48...57).contains($0) } && first != "0"
    return isBare ? "+" + self : self
  }
}

extension PartyRecord {
  /// Whom <Dial> reached: "client:lucia", "sip:lucia@tienda.sip.twilio.com" or a phone.
  fileprivate init(twilio address: String) {
    self.init(role: .agent)
    if address.hasPrefix("client:") {
      name = String(address.dropFirst(7))
    } else if address.hasPrefix("sip:") {
      name = String(address.dropFirst(4).prefix { $0 != "@" })
    } else {
      phone = address
    }
  }
}
