import VocDomain
import VocStore

/// Collects suggestions, kind by kind, until there are enough.
struct SuggestionSearch {
  typealias Suggestion = Desk.CustomerSuggestion
  let store: Store
  let limit: Int
  private var found: [Suggestion] = []
  private var seen: Set<[Int64]> = []
  private static let page = 200

  init(store: Store, limit: Int) {
    self.store = store
    self.limit = limit
  }

  mutating func run() throws -> [Suggestion] {
    try addRecordedPairs()
    try addPairs(sharing: .number) { _ in (.sameNumber, .medium) }
    // Numbers that may be one, first of people whose names agree.
    try addPairs(sharing: .looseNumber) { $0 == .agree ? (.similarNumber, .medium) : nil }
    try addPairs(sharing: .name) { _ in (.sameName, .low) }
    try addPairs(sharing: .looseNumber) { $0 == .unknown ? (.similarNumber, .low) : nil }
    return found
  }

  private enum Names { case agree, unknown, contradict }

  private mutating func addRecordedPairs() throws {
    var last: (Int64, Int64) = (0, 0)
    while found.count < limit {
      let pairs = try store.suggestedPairs(after: last, limit: Self.page)
      for pair in pairs {
        try add(store.survivor(of: pair.0), store.survivor(of: pair.1), sharing: nil) { _ in
          (.sameRecord, .high)
        }
      }
      guard let next = pairs.last else { return }
      last = next
    }
  }

  private mutating func addPairs(
    sharing kind: Store.SharedKey, verdict: (Names) -> (Suggestion.Reason, Suggestion.Confidence)?
  ) throws {
    var last = ""
    while found.count < limit {
      let keys = try store.sharedKeys(kind, after: last, limit: Self.page)
      for key in keys where found.count < limit {
        let ids = try store.customers(sharing: key, kind)
        // Each with the one before: as many pairs as customers, and the rest follows once these are merged.
        for (one, other) in zip(ids, ids.dropFirst()) { try add(one, other, sharing: key, verdict: verdict) }
      }
      guard let next = keys.last else { return }
      last = next
    }
  }

  private mutating func add(
    _ one: Int64, _ other: Int64, sharing key: String?,
    verdict: (Names) -> (Suggestion.Reason, Suggestion.Confidence)?
  ) throws {
    let pair = [min(one, other), max(one, other)]
    guard one != other, found.count < limit, !seen.contains(pair), try !store.wereToldApart(one, other),
      let customer = try store.customer(pair[0]), let second = try store.customer(pair[1]),
      let (reason, confidence) = verdict(names(customer, second))
    else { return }
    seen.insert(pair)
    found.append(
      Suggestion(customer: customer, other: second, reason: reason, confidence: confidence, shared: key))
  }

  private func names(_ customer: Customer, _ other: Customer) -> Names {
    let (one, two) = (PersonName(customer.name), PersonName(other.name))
    if !one.isKnown || !two.isKnown { return .unknown }
    return one.contradicts(two) ? .contradict : .agree
  }
}
