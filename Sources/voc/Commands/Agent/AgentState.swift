import VocDesk
import VocDomain

/// `voc agent state`
enum AgentState {
  static let verb = Verb(
    words: ["agent", "state"],
    summary: Phrase(es: "Cambia el estado de un agente", en: "Changes an agent’s state"),
    positional: .init(
      name: Phrase(es: "ESTADO", en: "STATE"), count: 1...1,
      summary: Phrase(
        es: "online (en línea), away (ausente), offline (desconectado) o uno de la configuración",
        en: "online, away, offline or one of the policy’s")),
    options: [option],
    jsonFields: AgentList.listing.fields,
    examples: ["voc agent state online", "voc agent state away --agent \"Diego Ramírez\""],
    run: { invocation in
      let word = invocation.positionals[0]
      let desk = try invocation.desk(for: .writing)
      do {
        let profile = try desk.setState(state(word) ?? word, ofAgent: agent(invocation))
        return try AgentList.show(profile.agent, desk, invocation)
      } catch VocError.unknownState(_, let nearest) {
        throw VocError.unknownState(word, nearest: nearest.isEmpty ? AgentState.nearest(word) : nearest)
      }
    })

  /// Of the verbs that change one agent: the actor unless somebody is named.
  static let option = Option(
    names: ["--agent"], value: Phrase(es: "AGENTE", en: "AGENT"),
    summary: Phrase(es: "quién; si no se dice, quien actúa", en: "who; unless given, whoever acts"))

  static func agent(_ invocation: Invocation) -> String { invocation.string("--agent") ?? "@me" }

  private static let settable = [
    AgentProfile.State.online, AgentProfile.State.away, AgentProfile.State.offline,
  ]

  /// The state that a Spanish or English word means; nil for any other.
  private static func state(_ word: String) -> String? {
    let folded = Folding.folded(word)
    return settable.first { words($0).contains(folded) }
  }

  private static func words(_ state: String) -> [String] {
    let spanish = Folding.folded(AgentStateText.phrase(state).es)
    let others = ["offline": ["desconectada", "fuera"], "online": ["enlinea", "en-linea"]]
    return [state, spanish] + (others[state] ?? [])
  }

  private static func nearest(_ word: String) -> [String] {
    let folded = Folding.folded(word)
    return settable.filter { !Nearest.names(to: folded, among: words($0)).isEmpty }
  }
}

/// `voc agent shift`
enum AgentShift {
  static let verb = Verb(
    words: ["agent", "shift"],
    summary: Phrase(es: "Cambia el turno de un agente", en: "Changes an agent’s shift"),
    positional: .init(
      name: Phrase(es: "CALENDARIO", en: "CALENDAR"), count: 1...1,
      summary: Phrase(
        es: "un calendario de la configuración, o none: siempre en turno",
        en: "a calendar of the policy, or none: always on shift")),
    options: [AgentState.option],
    jsonFields: AgentList.listing.fields,
    examples: ["voc agent shift matutino --agent \"Lucía Fernández\"", "voc agent shift none"],
    run: { invocation in
      let word = invocation.positionals[0]
      let isNone = ["none", "ninguno"].contains(Folding.folded(word))
      let desk = try invocation.desk(for: .writing)
      let profile = try desk.setShift(isNone ? nil : word, ofAgent: AgentState.agent(invocation))
      return try AgentList.show(profile.agent, desk, invocation)
    })
}
