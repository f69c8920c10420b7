public import VocDomain
import VocStore

/// One customer behind all channels: who may be whom, and what people decide.
extension Desk {
  /// Two customers that may be one person.
  public struct CustomerSuggestion: Sendable {
    public enum Confidence: String, CaseIterable, Sendable { case high, medium, low }

    public enum Reason: String, CaseIterable, Sendable {
      /// One record of an import named both.
      case sameRecord = "same-record"
      /// One phone number, but names that contradict each other.
      case sameNumber = "same-number"
      /// Numbers that may be one: an Argentine mobile number with and without its 9.
      case similarNumber = "similar-number"
      /// The same words, perhaps in another order.
      case sameName = "same-name"
    }

    /// Who has been known longer.
    public var customer: Customer
    public var other: Customer
    public var reason: Reason
    public var confidence: Confidence
    /// What they share; nil for a record.
    public var shared: String?
  }

  /// Pairs that may be the same person, the surest first. Whom somebody has told apart is not suggested again.
  public func suggestions(limit: Int) throws -> [CustomerSuggestion] {
    try store.snapshot {
      var search = SuggestionSearch(store: store, limit: limit)
      return try search.run()
    }
  }

  /// Makes the other customer part of the first: everything of theirs counts as the first's.
  public func merge(customer text: String, absorbing other: String, reason: String?) throws -> (
    survivor: Customer, absorbed: Customer
  ) {
    try store.transaction {
      let survivor = try unmerged(text)
      let absorbed = try unmerged(other)
      if survivor.id == absorbed.id { throw VocError.sameCustomer(survivor.id) }
      return try join(survivor, absorbing: absorbed, reason: reason)
    }
  }

  /// In a transaction of the caller.
  func join(_ survivor: Customer, absorbing absorbed: Customer, reason: String?) throws -> (
    survivor: Customer, absorbed: Customer
  ) {
    let gives = !PersonName.isName(survivor.name) && PersonName.isName(absorbed.name)
    try store.merge(
      CustomerMerge(
        id: try store.nextMergeID(), survivorID: survivor.id, absorbedID: absorbed.id, at: now(),
        actor: actor,
        reason: reason, formerName: gives ? survivor.name : nil, givenName: gives ? absorbed.name : nil))
    if gives { try store.setName(absorbed.name, ofCustomer: survivor.id) }
    return (try store.customer(survivor.id) ?? survivor, absorbed)
  }

  /// A merged customer cannot be merged again: whoever says their number means somebody who is somebody else by now.
  private func unmerged(_ text: String) throws -> Customer {
    if let customer = try customer(numbered: text),
      let merge = try store.standingMerge(ofAbsorbed: customer.id)
    {
      throw VocError.mergedAlready(customer.id, into: merge.survivorID)
    }
    return try customer(text)
  }

  /// Undoes a merge: of this customer into another, or of the only one who was merged into this.
  ///
  /// What was there before goes back exactly. What has come since stays with the survivor, unless it came in a chat
  /// of the other's contact points.
  public func unmerge(customer text: String) throws -> (restored: Customer, survivor: Customer) {
    try store.transaction {
      let merge = try standingMerge(of: text)
      try store.undo(merge, at: now(), by: actor)
      if let former = merge.formerName, let survivor = try store.customer(merge.survivorID),
        survivor.name == merge.givenName
      {
        try store.setName(former, ofCustomer: survivor.id)
      }
      guard let restored = try store.customer(merge.absorbedID),
        let survivor = try store.customer(merge.survivorID)
      else { throw VocError.unknownCustomer(text) }
      return (restored, survivor)
    }
  }

  private func standingMerge(of text: String) throws -> CustomerMerge {
    let customer = try customer(numbered: text) ?? customer(text)
    if let merge = try store.standingMerge(ofAbsorbed: customer.id) { return merge }
    let merges = try store.standingMerges(into: customer.id)
    if merges.count > 1 {
      throw VocError.severalMerges(
        customer.id, try merges.map { "#\($0.absorbedID) \(try store.customer($0.absorbedID)?.name ?? "")" })
    }
    guard let merge = merges.first else { throw VocError.notMerged(customer.id) }
    return merge
  }

  /// The customer of this very number, though they may be part of another by now.
  func customer(numbered text: String) throws -> Customer? {
    try Int64(text.hasPrefix("#") ? String(text.dropFirst()) : text).flatMap { try store.customer($0) }
  }
}
