public import VocDomain
import VocStore

/// Filters as people ask them of lists, searches and reports: read against the names that there are, then made
/// ready for SQLite.
extension Desk {
  /// Reads a filter, in which `@name` is a saved view. Channels, queues, agents, customers and views that there are
  /// not are errors: `FilterError`, `VocError`.
  public func filter(_ text: String) throws -> TicketFilter {
    let filter = try filter(text, views: text.contains("@") ? .saved(store.views()) : .saved([]))
    for choice in filter.customers { try check(customer: choice) }
    return filter
  }

  /// A filter asks for whole names: a part of one would find nothing and say nothing. What is saved may name somebody
  /// who has not come yet.
  private func check(customer choice: TicketFilter.NameChoice) throws {
    switch choice {
    case .none, .me: return
    case .number(let id): if try store.customer(id) == nil { throw VocError.unknownCustomer("#\(id)") }
    case .named(let name):
      let named = try store.customers(prefix: name.text, limit: 6).map(\.customer)
      if named.contains(where: { Folding.folded($0.name) == name.folded }) { return }
      let candidates = named.isEmpty ? [try customer(reachedAt: name.text)].compactMap(\.self) : named
      if candidates.isEmpty { throw VocError.unknownCustomer(name.text) }
      throw Desk.several(candidates, for: name.text)
    }
  }

  func filter(_ text: String, views: FilterViews) throws -> TicketFilter {
    let filter = try TicketFilter.parse(text, among: filterNames(), views: views)
    for choice in filter.assignees {
      switch choice {
      case .me: _ = try requiredActor()
      case .named(let name): _ = try agent(named: name.text)
      case .none, .number: break
      }
    }
    return filter
  }

  /// What SQLite is asked for a filter. Days are those of whoever asks; queues take tickets as they are routed.
  func condition(of filter: TicketFilter) throws -> TicketCondition {
    let moment = now()
    let zone = try ZoneClock(named: systemZone)
    let me = try actingAgent()?.name
    var setting = FilterSetting(context: FilterContext(now: moment, zone: zone, me: me))
    if filter.fields.contains(.queue) {
      let service = try currentService()
      setting.queues = service.policy.routing.queues.map {
        QueueCondition(name: $0.name, filter: $0.condition)
      }
      setting.queueContext = try filterContext(service, at: moment)
    }
    return try store.condition(of: filter, in: setting)
  }
}
