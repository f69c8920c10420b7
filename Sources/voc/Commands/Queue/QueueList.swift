import VocDesk
import VocDomain

/// `voc queue list`
enum QueueList {
  static let verb = Verb(
    words: ["queue", "list"],
    summary: Phrase(
      es: "Lista las colas, en el orden en que se prueban sus condiciones",
      en: "Lists the queues, in the order in which their conditions are tried"),
    details: Phrase(
      es:
        "Un ticket es de la primera cola cuya condición cumple. La cola «general» recibe lo que ninguna otra; a una cola sin grupos la atienden todos los agentes.",
      en:
        "A ticket belongs to the first queue whose condition it fulfils. The queue “general” takes what no other does; a queue without groups is served by all agents."
    ),
    jsonFields: listing.fields,
    isListing: true, examples: ["voc queue list", "voc queue list --json name,waiting"],
    run: { invocation in
      listing.write(Item.all(try invocation.desk(for: .reading).queues()), for: invocation)
      return .ok
    })

  /// Shows the one queue as it is now.
  static func show(_ name: String, _ desk: Desk, _ invocation: Invocation) throws -> ExitCode {
    let name = try desk.queue(named: name).name
    listing.write(Item.all(try desk.queues()).filter { $0.line.queue.name == name }, for: invocation)
    return .ok
  }

  /// A queue with its place.
  struct Item: Sendable {
    let order: Int
    let line: Desk.QueueLine

    var queue: QueuePolicy { line.queue }

    static func all(_ lines: [Desk.QueueLine]) -> [Item] {
      lines.enumerated().map { Item(order: $0.offset + 1, line: $0.element) }
    }
  }

  static let listing = Listing<Item>([
    .init(
      name: "order", header: Phrase(es: "Nº", en: "No."), alignment: .right,
      value: { .int(Int64($0.order)) }),
    .init(name: "name", header: Phrase(es: "Cola", en: "Queue"), value: { .string($0.queue.name) }),
    .init(
      name: "condition", header: Phrase(es: "Condición", en: "Condition"), isFlexible: true,
      value: { .string($0.queue.condition.description) },
      cell: { item, _ in .init(item.queue.condition.description.orDash) }),
    .init(
      name: "groups", header: Phrase(es: "Grupos", en: "Groups"),
      value: { .array($0.line.groups.map(group)) },
      plain: { groups($0.line).joined(separator: ",") },
      cell: { item, invocation in .init(groups(item.line, invocation)) }),
    .init(
      name: "fallback", header: Phrase(es: "Respaldo", en: "Fallback"), rank: 3,
      isIdle: { $0.queue.fallback == nil }, value: { fallback($0.queue) },
      plain: { fallbackText($0.queue) ?? "" },
      cell: { item, _ in .init(fallbackText(item.queue) ?? "—") }),
    .init(
      name: "required_skills", header: Phrase(es: "Habilidades", en: "Skills"), rank: 2,
      isIdle: { $0.queue.required.isEmpty && $0.queue.optional.isEmpty },
      value: { .object($0.queue.required.map { .init($0.name, .int(Int64($0.atLeast))) }) },
      plain: { $0.queue.required.map { "\($0.name) \($0.atLeast)" }.joined(separator: ",") },
      cell: { item, _ in .init(skills(item.queue)) }),
    .init(
      name: "optional_skills", header: Phrase(es: "Opcionales", en: "Optional"), isHidden: true,
      value: { .object($0.queue.optional.map { .init($0.name, .int(Int64($0.level))) }) }),
    .init(
      name: "waiting", header: Phrase(es: "Esperan", en: "Waiting"), alignment: .right,
      value: { .int(Int64($0.line.waiting)) },
      cell: { item, invocation in .init(invocation.numbers.integer(item.line.waiting)) }),
    .init(
      name: "oldest", header: Phrase(es: "El más viejo", en: "Oldest"),
      value: { JSON($0.line.oldest.map { Timestamp.rfc3339($0) }) },
      cell: { item, invocation in
        let wait = item.line.oldest.map { max(invocation.world.now() - $0, 0) }
        return .init(wait.map { RelativeTime.length($0, invocation.language) } ?? "—")
      }),
    .init(
      name: "maximum_wait", header: Phrase(es: "Espera máx.", en: "Max. wait"), rank: 1,
      value: { JSON($0.queue.maximumWait.map(PolicyDuration.text)) },
      cell: { item, _ in .init(item.queue.maximumWait.map(PolicyDuration.text) ?? "—") }),
    .init(
      name: "skill_timeout", header: Phrase(es: "Plazo", en: "Timeout"), isHidden: true,
      value: { .string(PolicyDuration.text($0.queue.skillTimeout)) }),
    .init(
      name: "calendar", header: Phrase(es: "Calendario", en: "Calendar"), isHidden: true,
      value: { JSON($0.queue.calendar) }),
  ])

  private static func group(_ group: (tier: QueuePolicy.Tier, agents: [Agent])) -> JSON {
    .object([
      .init("name", .string(group.tier.group)),
      .init("after", .string(PolicyDuration.text(group.tier.after))),
      .init("agents", .array(group.agents.map { .string($0.name) })),
    ])
  }

  /// "ventas 3, apoyo 2 (10m)".
  private static func groups(_ line: Desk.QueueLine, _ invocation: Invocation) -> String {
    if line.groups.isEmpty { return invocation.say(Phrase(es: "todos", en: "everybody")) }
    return groups(line).joined(separator: ", ")
  }

  private static func groups(_ line: Desk.QueueLine) -> [String] {
    line.groups.map { tier, agents in
      "\(tier.group) \(agents.count)" + (tier.after > 0 ? " (\(PolicyDuration.text(tier.after)))" : "")
    }
  }

  /// "general (30m)".
  private static func fallbackText(_ queue: QueuePolicy) -> String? {
    queue.fallback.map { "\($0) (\(PolicyDuration.text(queue.fallbackAfter)))" }
  }

  private static func fallback(_ queue: QueuePolicy) -> JSON {
    guard let name = queue.fallback else { return .null }
    return .object([
      .init("queue", .string(name)), .init("after", .string(PolicyDuration.text(queue.fallbackAfter))),
    ])
  }

  /// "ventas ≥2, portugués (3)": an optional one with the level that tells when it is given up.
  private static func skills(_ queue: QueuePolicy) -> String {
    let required = queue.required.map { "\($0.name) ≥\($0.atLeast)" }
    return (required + queue.optional.map { "\($0.name) (\($0.level))" }).joined(separator: ", ")
  }
}
