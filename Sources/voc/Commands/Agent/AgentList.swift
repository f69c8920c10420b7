import VocDesk
import VocDomain

/// `voc agent list`
enum AgentList {
  static let verb = Verb(
    words: ["agent", "list"],
    summary: Phrase(
      es: "Lista los agentes: dónde están y qué pueden atender",
      en: "Lists the agents: where they are and what they can take"),
    details: Phrase(
      es:
        "La carga son los tickets nuevos y abiertos que ocupan su cupo: no cuentan los pendientes ni los que están en espera, ni las conversaciones que llevan un rato sin mensajes, como casi todas las importadas; todo lo que tienen sin resolver lo muestra «voc shift handover --all».",
      en:
        "The load is the new and open tickets that take up their capacity: pending ones, those on hold and conversations that have had no message for a while, as most imported ones, do not count; “voc shift handover --all” shows all that they have unsolved."
    ),
    jsonFields: listing.fields,
    isListing: true, examples: ["voc agent list", "voc agent list --json name,state,load"],
    run: { invocation in
      let agents = try invocation.desk(for: .reading).roster()
      if agents.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "Todavía no hay agentes: «voc agent add NOMBRE» da de alta al primero.",
            en: "There are no agents yet: “voc agent add NAME” adds the first."))
      }
      listing.write(agents, for: invocation)
      return .ok
    })

  /// Shows the one agent as they are now.
  static func show(_ agent: Agent, _ desk: Desk, _ invocation: Invocation) throws -> ExitCode {
    listing.write([try desk.agentLine(agent.id)].compactMap { $0 }, for: invocation)
    return .ok
  }

  static let listing = Listing<Desk.AgentLine>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right,
      value: { .int($0.profile.agent.id) },
      cell: { item, _ in .init("#\(item.profile.agent.id)") }),
    .init(
      name: "name", header: Phrase(es: "Agente", en: "Agent"), isFlexible: true,
      value: { .string($0.profile.agent.name) }),
    .init(
      name: "state", header: Phrase(es: "Estado", en: "State"), value: { .string($0.profile.state) },
      cell: { item, invocation in stateCell(item.profile, invocation) }),
    .init(
      name: "since", header: Phrase(es: "Desde", en: "Since"), isHidden: true,
      value: { JSON($0.profile.since.map { Timestamp.rfc3339($0) }) }),
    .init(
      name: "shift", header: Phrase(es: "Turno", en: "Shift"), rank: 4,
      isIdle: { $0.profile.shift == nil }, value: { JSON($0.profile.shift) },
      cell: { item, invocation in shiftCell(item, invocation) }),
    .init(
      name: "on_shift", header: Phrase(es: "En turno", en: "On shift"), isHidden: true,
      value: { .bool($0.isOnShift) }),
    .init(
      name: "groups", header: Phrase(es: "Grupos", en: "Groups"), rank: 3,
      isIdle: { $0.profile.groups.isEmpty },
      value: { .array($0.profile.groups.map(JSON.string)) },
      cell: { item, _ in .init(item.profile.groups.joined(separator: ", ")) }),
    .init(
      name: "skills", header: Phrase(es: "Habilidades", en: "Skills"), rank: 2,
      isIdle: { $0.profile.skills.isEmpty },
      value: { .object(sorted($0.profile.skills).map { .init($0.key, .int(Int64($0.value))) }) },
      plain: { skills($0).joined(separator: ",") },
      cell: { item, _ in .init(skills(item).joined(separator: ", ")) }),
    .init(
      name: "load", header: Phrase(es: "Carga", en: "Load"), isIdle: { $0.loads.isEmpty },
      value: { .array($0.loads.map(load)) },
      plain: { $0.loads.map { "\($0.kind) \($0.used)/\($0.capacity)" }.joined(separator: ",") },
      cell: { item, invocation in loadCell(item, invocation) }),
    .init(
      name: "offers", header: Phrase(es: "Ofrecidos", en: "Offered"), isIdle: { $0.offers.isEmpty },
      value: { .array($0.offers.map(JSON.int)) },
      cell: { item, _ in .init(item.offers.map { "#\($0)" }.joined(separator: ", ")) }),
    .init(
      name: "email", header: Phrase(es: "Correo", en: "E-mail"), rank: 1,
      isIdle: { $0.profile.agent.email == nil }, value: { JSON($0.profile.agent.email) }),
  ])

  private static func sorted(_ skills: [String: Int]) -> [(key: String, value: Int)] {
    skills.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  /// "ventas 3", the best first.
  private static func skills(_ line: Desk.AgentLine) -> [String] {
    sorted(line.profile.skills).map { "\($0.key) \($0.value)" }
  }

  private static func load(_ load: Desk.Load) -> JSON {
    .object([
      .init("kind", .string(load.kind)), .init("used", .int(Int64(load.used))),
      .init("capacity", .int(Int64(load.capacity))),
    ])
  }

  /// What they have, and what they take otherwise than others.
  private static func loadCell(_ line: Desk.AgentLine, _ invocation: Invocation) -> TextTable.Cell {
    let told = line.loads.filter { $0.used > 0 || line.profile.capacity[$0.kind] != nil }
    if told.isEmpty { return .init(invocation.say(Phrase(es: "libre", en: "free"))) }
    return .init(told.map { "\($0.kind) \($0.used)/\($0.capacity)" }.joined(separator: ", "))
  }

  /// "en línea, 2 h".
  private static func stateCell(_ profile: AgentProfile, _ invocation: Invocation) -> TextTable.Cell {
    let words = invocation.say(AgentStateText.phrase(profile.state))
    let length = profile.since.map { invocation.world.now() - $0 }.flatMap {
      $0 < Seconds.minute ? nil : ", " + RelativeTime.length($0, invocation.language)
    }
    return .init(words + (length ?? "")) { style, text in
      switch profile.state {
      case AgentProfile.State.online: style.green(text)
      case AgentProfile.State.away: style.yellow(text)
      case AgentProfile.State.unresponsive: style.red(text)
      default: style.dim(text)
      }
    }
  }

  private static func shiftCell(_ line: Desk.AgentLine, _ invocation: Invocation) -> TextTable.Cell {
    guard let shift = line.profile.shift else { return "—" }
    if line.isOnShift { return .init(shift) }
    return .init(
      invocation.say(Phrase(es: "{shift} (fuera)", en: "{shift} (off)"), ["shift": shift]),
      paint: { $0.dim($1) })
  }
}
