public import VocDomain
public import VocRouting
import VocStore

/// The queues: which tickets they take, which agents serve them, who waits.
extension Desk {
  public struct QueueLine: Sendable {
    public var queue: QueuePolicy
    /// The groups that serve it, with their agents.
    public var groups: [(tier: QueuePolicy.Tier, agents: [Agent])]
    /// New and open tickets that nobody has.
    public var waiting: Int
    public var oldest: Instant?
  }

  /// In the order in which their conditions are tried.
  public func queues() throws -> [QueueLine] {
    let service = try currentService()
    let groups = try store.groups()
    let waiting = Dictionary(
      grouping: try waitingTickets(service, at: now()), by: \.queue)
    return service.policy.routing.queues.enumerated().map { index, queue in
      QueueLine(
        queue: queue, groups: queue.tiers.map { ($0, groups[$0.group] ?? []) },
        waiting: waiting[index]?.count ?? 0, oldest: waiting[index]?.map(\.eligibleAt).min())
    }
  }

  /// Adds a queue. `updates`: where there is one of that name, the entry's members take the place of its own (null
  /// removes), and its members and all else stay; otherwise a name that exists is a conflict.
  public func putQueue(_ entry: [String: PolicyValue], updates: Bool = false) throws -> PolicyChange {
    try changePolicy { document in
      let name = entry["name"]?.string ?? ""
      let old = document["queues"]?.elements?.first {
        Folding.folded($0["name"]?.string ?? "") == Folding.folded(name)
      }
      if updates && old == nil && name != ServicePolicy.generalQueue { _ = try queue(named: name) }
      var new = entry
      if let old {
        if !updates { throw VocError.duplicateName(name) }
        new["name"] = old["name"]
      }
      let merged = PolicyDocument.merged(.object(new), into: updates ? old : nil) ?? .object(new)
      return try PolicyDocument.applying(.object(["queues": .list([merged])]), to: document)
    }
  }

  /// Removes a queue; its tickets go to the queues whose conditions they fulfil.
  public func removeQueue(_ name: String) throws -> PolicyChange {
    try changePolicy { document in
      let name = try queue(named: name).name
      let isWritten = document["queues"]?.elements?.contains { $0["name"]?.string == name } ?? false
      if !isWritten { throw VocError.queueIsAlwaysThere(name) }
      let entry = PolicyValue.object(["name": .text(name), "remove": .bool(true)])
      return try PolicyDocument.applying(.object(["queues": .list([entry])]), to: document)
    }
  }

  public func queue(named name: String) throws -> QueuePolicy {
    let queues = try currentService().policy.routing.queues
    if let queue = queues.first(where: { Folding.folded($0.name) == Folding.folded(name) }) { return queue }
    throw VocError.unknownQueue(name, nearest: Nearest.names(to: name, among: queues.map(\.name)))
  }

  /// Adds agents to the group that serves a queue, or removes them; `group` nil: the queue's first one.
  ///
  /// A queue that everybody serves gets a group of its own name with the first member.
  public func changeMembers(
    ofQueue name: String, group: String?, adding added: [String], removing removed: [String]
  ) throws -> QueueLine {
    let queue = try store.transaction {
      let queue = try self.queue(named: name)
      let groups = queue.tiers.map(\.group)
      if let group, added.isEmpty, !groups.contains(group) {
        throw VocError.unknownGroup(group, nearest: Nearest.names(to: group, among: groups))
      }
      let group = group ?? groups.first ?? queue.name
      if !queue.tiers.contains(where: { $0.group == group }) && !added.isEmpty {
        try addTier(group, to: queue)
      }
      for name in added { try store.add(agent: agent(named: name).id, toGroup: group) }
      for name in removed {
        let agent = try agent(named: name)
        let own = try store.profile(ofAgent: agent.id)?.groups ?? []
        if !own.contains(group) {
          throw VocError.noMember(agent.name, group: group, others: groups.filter(own.contains))
        }
        try store.remove(agent: agent.id, fromGroup: group)
      }
      return queue
    }
    // Who waits is counted when nobody is held up any more.
    guard let line = try queues().first(where: { $0.queue.name == queue.name }) else {
      throw VocError.unknownQueue(name, nearest: [])
    }
    return line
  }

  private func addTier(_ group: String, to queue: QueuePolicy) throws {
    _ = try changePolicy { document in
      let entries = document["queues"]?.elements ?? []
      var entry =
        entries.first { $0["name"]?.string == queue.name } ?? .object(["name": .text(queue.name)])
      entry["groups"] = .list((entry["groups"]?.elements ?? []) + [.text(group)])
      return try PolicyDocument.applying(.object(["queues": .list([entry])]), to: document)
    }
  }
}
