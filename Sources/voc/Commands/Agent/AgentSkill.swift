import VocDesk
import VocDomain

/// `voc agent skill`
enum AgentSkill {
  static let verb = Verb(
    words: ["agent", "skill"],
    summary: Phrase(es: "Cambia las habilidades de un agente", en: "Changes an agent’s skills"),
    positional: .init(
      name: Phrase(es: "AGENTE HABILIDAD=NIVEL", en: "AGENT SKILL=LEVEL"), count: 2...Int.max,
      summary: Phrase(
        es: "quién, y cada habilidad con su nivel de 1 a 5; =none la quita",
        en: "who, and each skill with its level from 1 to 5; =none takes it away")),
    options: [new],
    jsonFields: AgentList.listing.fields,
    examples: [
      "voc agent skill \"Lucía Fernández\" portugués=4 ventas=2 --new",
      "voc agent skill \"Diego Ramírez\" ventas=none",
    ],
    run: { invocation in
      var skills: [String: Int?] = [:]
      for word in invocation.positionals.dropFirst() {
        let pair = try NamedNumber.read(word, in: 1...5, none: ["none", "ninguno", "ninguna"])
        skills.updateValue(pair.number, forKey: pair.name)
      }
      let desk = try invocation.desk(for: .writing)
      let profile = try desk.setSkills(
        skills, ofAgent: invocation.positionals[0], makesNew: invocation.flag("--new"))
      return try AgentList.show(profile.agent, desk, invocation)
    })

  static let new = Option(
    names: ["--new"],
    summary: Phrase(
      es: "da de alta en la configuración las habilidades que no tiene",
      en: "adds to the policy the skills that it lacks"))
}

/// `voc agent capacity`
enum AgentCapacity {
  static let verb = Verb(
    words: ["agent", "capacity"],
    summary: Phrase(
      es: "Cambia cuánto atiende a la vez un agente", en: "Changes how much an agent takes at once"),
    positional: .init(
      name: Phrase(es: "AGENTE CANAL=N", en: "AGENT CHANNEL=N"), count: 2...Int.max,
      summary: Phrase(
        es: "quién, y cuánto de cada tipo de canal; =default: lo que diga la configuración",
        en: "who, and how much of each kind of channel; =default: what the policy says")),
    jsonFields: AgentList.listing.fields,
    examples: [
      "voc agent capacity \"Lucía Fernández\" whatsapp=8 chat=2",
      "voc agent capacity \"Lucía Fernández\" chat=default",
    ],
    run: { invocation in
      var capacity: [String: Int?] = [:]
      for word in invocation.positionals.dropFirst() {
        let pair = try NamedNumber.read(word, in: 0...1000, none: ["default"])
        capacity.updateValue(pair.number, forKey: pair.name)
      }
      let desk = try invocation.desk(for: .writing)
      let profile = try desk.setCapacity(capacity, ofAgent: invocation.positionals[0])
      return try AgentList.show(profile.agent, desk, invocation)
    })
}
