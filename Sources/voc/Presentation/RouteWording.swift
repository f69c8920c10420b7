import VocDesk
import VocDomain

// The words for what put a ticket where it stands, and for what keeps an agent from it.

extension RouteMethod {
  /// Who is chosen.
  var phrase: Phrase {
    switch self {
    case .spare: Phrase(es: "más cupo libre", en: "most room left")
    case .sparePercent: Phrase(es: "más cupo libre en proporción", en: "most room left in proportion")
    case .roundRobin: Phrase(es: "por turnos", en: "in turn")
    case .skill: Phrase(es: "más nivel en lo que se pide", en: "highest level of what is asked")
    case .leastOpen: Phrase(es: "menos tickets abiertos", en: "fewest open tickets")
    }
  }
}

extension OrderPlace {
  /// `own`: the ticket’s priority, from which segment or stage may have raised the one that counts.
  func phrase(own: Ticket.Priority) -> Phrase {
    switch self {
    case .late: Phrase(es: "SLA, venció {when}", en: "SLA, was due {when}")
    case .starving:
      Phrase(
        es: "pasa adelante porque espera desde {when}, más de lo que permite su cola",
        en: "goes first, as it has waited since {when}, longer than its queue allows")
    case .due(_?, _, _): Phrase(es: "SLA, vence {when}", en: "SLA, due {when}")
    case .due(nil, let priority, _):
      Phrase(es: "SLA, nada por vencer: {rest}", en: "SLA, nothing due: {rest}")
        .filling("rest", OrderPlace.byPriority(priority, own: own))
    case .priority(let priority, _): OrderPlace.byPriority(priority, own: own)
    case .score: Phrase(es: "{score} puntos, espera desde {when}", en: "{score} points, waiting since {when}")
    }
  }

  private static func byPriority(_ priority: Ticket.Priority, own: Ticket.Priority) -> Phrase {
    let phrase =
      priority == own
      ? Phrase(
        es: "prioridad {priority}, espera desde {when}", en: "{priority} priority, waiting since {when}")
      : Phrase(
        es: "cuenta como prioridad {priority}, espera desde {when}",
        en: "counts as {priority} priority, waiting since {when}")
    return phrase.filling("priority", priority.phrase)
  }

  /// What `{when}` is.
  var moment: Instant {
    switch self {
    case .late(let moment), .starving(let moment), .due(let moment?, _, _), .due(nil, _, let moment),
      .priority(_, let moment), .score(_, let moment):
      moment
    }
  }

  var score: Int64? {
    if case .score(let score, _) = self { score } else { nil }
  }
}

extension Obstacle {
  /// What is in the agent's way, after the agent's name; `kind`: the ticket's kind of channel.
  func text(kind: String, _ invocation: Invocation) -> String {
    switch self {
    case .state(let state):
      let name = Escaping.line(invocation.say(AgentStateText.phrase(state)))
      let takesNothing = [AgentProfile.State.offline, AgentProfile.State.unresponsive].contains(state)
      return invocation.say(
        takesNothing
          ? Phrase(es: "en estado «{state}»", en: "in state “{state}”")
          : Phrase(
            es: "en estado «{state}», que no recibe {kind}", en: "in state “{state}”, which takes no {kind}"),
        ["state": name, "kind": Escaping.line(kind)])
    case .skills(let gaps):
      let texts = gaps.map { gap in
        invocation.say(
          gap.level == 0
            ? Phrase(es: "{skill} de nivel {asked}", en: "{skill} at level {asked}")
            : Phrase(
              es: "{skill} de nivel {asked} (tiene {level})", en: "{skill} at level {asked} (has {level})"),
          ["skill": Escaping.line(gap.skill), "asked": "\(gap.asked)", "level": "\(gap.level)"])
      }
      return invocation.say(Phrase(es: "le falta ", en: "lacks ")) + texts.joined(separator: ", ")
    }
  }
}
