import VocDesk
import VocDomain

/// `voc agent list`
enum AgentList {
  static let verb = Verb(
    words: ["agent", "list"],
    summary: Phrase(es: "Lista los agentes", en: "Lists the agents"),
    jsonFields: ["id", "name", "email"],
    examples: ["voc agent list"],
    run: { invocation in
      let agents = try invocation.desk(for: .reading).agents()
      if agents.isEmpty && invocation.jsonFields == nil && invocation.world.errorIsTerminal {
        invocation.notice(
          Phrase(
            es: "Todavía no hay agentes: «voc agent add NOMBRE» da de alta al primero.",
            en: "There are no agents yet: “voc agent add NAME” adds the first."))
      }
      listing.write(agents, for: invocation)
      return .ok
    })

  static let listing = Listing<Agent>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.id) },
      cell: { item, _ in .init("#\(item.id)") }),
    .init(
      name: "name", header: Phrase(es: "Agente", en: "Agent"), isFlexible: true, value: { .string($0.name) }),
    .init(name: "email", header: Phrase(es: "Correo", en: "E-mail"), value: { JSON($0.email) }),
  ])
}

/// `voc agent add`
enum AgentAdd {
  static let verb = Verb(
    words: ["agent", "add"],
    summary: Phrase(es: "Da de alta a un agente", en: "Adds an agent"),
    positional: .init(
      name: Phrase(es: "NOMBRE", en: "NAME"), count: 1...1,
      summary: Phrase(
        es: "el nombre con que actúa (--as, VOC_AGENT)", en: "the name under which they act (--as, VOC_AGENT)"
      )),
    options: [
      Option(
        names: ["--email"], value: Phrase(es: "CORREO", en: "E-MAIL"),
        summary: Phrase(es: "su correo", en: "their e-mail"))
    ],
    jsonFields: ["id", "name", "email"],
    examples: ["voc agent add \"Lucía Fernández\""],
    run: { invocation in
      let name = invocation.positionals[0].trimmed
      if name.isEmpty { throw UsageError.emptyName }
      let agent = try invocation.desk(for: .writing).addAgent(name: name, email: invocation.string("--email"))
      AgentList.listing.write([agent], for: invocation)
      return .ok
    })
}
