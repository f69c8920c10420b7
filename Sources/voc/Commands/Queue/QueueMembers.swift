import VocDesk
import VocDomain

/// `voc queue members`
enum QueueMembers {
  static let verb = Verb(
    words: ["queue", "members"],
    summary: Phrase(
      es: "Muestra y cambia los agentes que atienden una cola",
      en: "Shows and changes the agents who serve a queue"),
    details: Phrase(
      es:
        "Los agentes entran en un grupo de la cola: el primero si no se indica --group. Una cola sin grupos la atienden todos; con el primer agente que se agrega pasa a tener un grupo con su nombre.",
      en:
        "Agents join a group of the queue: its first one unless --group says which. A queue without groups is served by everybody; with the first agent added it gets a group of its own name."
    ),
    positional: .init(
      name: Phrase(es: "COLA", en: "QUEUE"), count: 1...1,
      summary: Phrase(es: "el nombre de la cola", en: "the queue’s name")),
    options: [
      Option(
        names: ["--add"], value: Phrase(es: "AGENTE", en: "AGENT"), isRepeatable: true,
        summary: Phrase(es: "un agente que entra", en: "an agent who joins")),
      Option(
        names: ["--remove"], value: Phrase(es: "AGENTE", en: "AGENT"), isRepeatable: true,
        summary: Phrase(es: "un agente que sale", en: "an agent who leaves")),
      Option(
        names: ["--group"], value: Phrase(es: "GRUPO", en: "GROUP"),
        summary: Phrase(
          es: "en qué grupo; sin cambios, solo ese", en: "in which group; when listing, only that one")),
    ],
    jsonFields: listing.fields,
    examples: [
      "voc queue members ventas",
      "voc queue members ventas --add \"Lucía Fernández\" --remove \"Diego Ramírez\"",
    ],
    run: run)

  struct Member: Sendable {
    var agent: Agent
    /// Nil where everybody serves the queue.
    var tier: QueuePolicy.Tier?
    var state: String
  }

  static let listing = Listing<Member>([
    .init(
      name: "agent", header: Phrase(es: "Agente", en: "Agent"), isFlexible: true,
      value: { .string($0.agent.name) }),
    .init(
      name: "group", header: Phrase(es: "Grupo", en: "Group"), value: { JSON($0.tier?.group) },
      cell: { item, _ in .init(item.tier?.group ?? "—") }),
    .init(
      name: "after", header: Phrase(es: "Después de", en: "After"), isIdle: { ($0.tier?.after ?? 0) == 0 },
      value: { JSON($0.tier.map { PolicyDuration.text($0.after) }) },
      cell: { item, _ in .init(item.tier.map { $0.after == 0 ? "" : PolicyDuration.text($0.after) } ?? "") }),
    .init(
      name: "state", header: Phrase(es: "Estado", en: "State"), value: { .string($0.state) },
      cell: { item, invocation in .init(invocation.say(AgentStateText.phrase(item.state))) }),
  ])

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let name = invocation.positionals[0]
    let group = invocation.string("--group")
    let (added, removed) = (invocation.strings("--add"), invocation.strings("--remove"))
    let isChange = !(added + removed).isEmpty
    let desk = try invocation.desk(for: isChange ? .writing : .reading)
    let wasEverybodys = try desk.queue(named: name).tiers.isEmpty
    if isChange {
      _ = try desk.changeMembers(ofQueue: name, group: group, adding: added, removing: removed)
    }
    let queue = try desk.queue(named: name)
    if let group, !isChange, !queue.tiers.contains(where: { $0.group == group }) {
      throw VocError.unknownGroup(group, nearest: Nearest.names(to: group, among: queue.tiers.map(\.group)))
    }
    let members = try self.members(of: queue, desk).filter {
      isChange || group == nil || $0.tier?.group == group
    }
    listing.write(members, for: invocation)
    tell(queue, wasEverybodys: wasEverybodys, isEmpty: members.isEmpty, invocation)
    return .ok
  }

  private static func members(of queue: QueuePolicy, _ desk: Desk) throws -> [Member] {
    let roster = try desk.roster().map(\.profile)
    if queue.tiers.isEmpty { return roster.map { Member(agent: $0.agent, state: $0.state) } }
    return queue.tiers.flatMap { tier in
      roster.filter { $0.groups.contains(tier.group) }.map {
        Member(agent: $0.agent, tier: tier, state: $0.state)
      }
    }
  }

  private static func tell(
    _ queue: QueuePolicy, wasEverybodys: Bool, isEmpty: Bool, _ invocation: Invocation
  ) {
    if queue.tiers.isEmpty {
      invocation.notice(
        Phrase(
          es: "La cola «{name}» no tiene grupos: la atienden todos los agentes.",
          en: "The queue “{name}” has no groups: all agents serve it."), ["name": queue.name])
    } else if wasEverybodys {
      invocation.notice(
        Phrase(
          es: "La cola «{name}» ya no es de todos: la atiende el grupo «{group}».",
          en: "The queue “{name}” is no longer everybody’s: the group “{group}” serves it."),
        ["name": queue.name, "group": queue.tiers.map(\.group).joined(separator: ", ")])
    } else if isEmpty {
      invocation.notice(
        Phrase(
          es: "Nadie está en los grupos de la cola «{name}»: --add AGENTE agrega al primero.",
          en: "Nobody is in the groups of the queue “{name}”: --add AGENT adds the first."),
        ["name": queue.name])
    }
  }
}
