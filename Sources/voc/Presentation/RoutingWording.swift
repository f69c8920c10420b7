import VocDesk
import VocDomain

// The words that people read for what the router and the SLA clocks say.

extension WaitReason {
  var phrase: Phrase {
    switch self {
    case .nobodyOnline:
      Phrase(es: "nadie está en línea para su canal", en: "nobody is online for its channel")
    case .channelClosed: Phrase(es: "su canal está cerrado a esta hora", en: "its channel is closed now")
    case .affinityHold:
      Phrase(es: "espera a quien atendió antes al cliente", en: "it is held for who knows the customer")
    case .nobodyEligible:
      Phrase(
        es: "hay agentes, pero ninguno puede tomarlo ahora", en: "agents are there, but none can take it now")
    }
  }

  /// After a number of tickets: "12 sin nadie en línea".
  var short: Phrase {
    switch self {
    case .nobodyOnline: Phrase(es: "sin nadie en línea", en: "with nobody online")
    case .channelClosed: Phrase(es: "con el canal cerrado", en: "with their channel closed")
    case .affinityHold: Phrase(es: "a la espera de su agente", en: "held for their agent")
    case .nobodyEligible:
      Phrase(es: "sin agente que pueda tomarlos", en: "without an agent who can take them")
    }
  }
}

extension Invocation {
  /// "3 con el canal cerrado", one for each reason that there is.
  func texts(of left: [WaitReason: Int]) -> [String] {
    WaitReason.allCases.compactMap { reason in
      left[reason].map { "\(numbers.integer($0)) \(say(reason.short))" }
    }
  }

  static let nobodyOnline = Phrase(
    es: "No hay nadie en línea: «voc agent state online --agent NOMBRE» conecta a un agente.",
    en: "Nobody is online: “voc agent state online --agent NAME” puts an agent online.")
}

extension Gate {
  /// Why an agent is out, after the agent's name.
  var phrase: Phrase {
    switch self {
    case .group: Phrase(es: "no es del grupo que atiende", en: "not in a group that serves it")
    case .state: Phrase(es: "su estado no recibe este canal", en: "their state takes none of this channel")
    case .shift: Phrase(es: "fuera de turno", en: "off shift")
    case .excluded:
      Phrase(es: "lo soltó o no lo respondió hace poco", en: "released it or left it unanswered lately")
    case .skill: Phrase(es: "le falta una habilidad", en: "lacks a skill")
    case .blocked:
      Phrase(es: "en una llamada o chat que no comparte", en: "on a call or chat that takes all of them")
    case .capacity: Phrase(es: "sin cupo", en: "no capacity left")
    }
  }
}

extension Decider {
  var phrase: Phrase {
    switch self {
    case .onlyOne: Phrase(es: "era la única persona que podía tomarlo", en: "nobody else could take it")
    case .affinity: Phrase(es: "ya conoce al cliente", en: "knows the customer")
    case .waveCap:
      Phrase(es: "a las demás ya les tocó más en esta ronda", en: "the others had more of this round")
    case .method: Phrase(es: "por el método de reparto", en: "by the method")
    case .lowerLoad: Phrase(es: "empate: tiene menos carga", en: "tie: lower load")
    case .longerSinceChannel:
      Phrase(
        es: "empate: lleva más tiempo sin recibir de este canal",
        en: "tie: longer since the last of this channel")
    case .longerSinceAny:
      Phrase(es: "empate: lleva más tiempo sin recibir nada", en: "tie: longer since the last of any channel")
    case .lowerID: Phrase(es: "empate: número de agente menor", en: "tie: lower agent number")
    }
  }
}

extension Desk.ReturnReason {
  var phrase: Phrase {
    switch self {
    case .expired: Phrase(es: "no aceptó a tiempo", en: "did not accept in time")
    case .unanswered: Phrase(es: "no respondió a tiempo", en: "did not answer in time")
    case .offShift:
      Phrase(es: "ya no está (fuera de turno o desconectado)", en: "has gone (off shift or offline)")
    }
  }
}

extension SLAPolicy.Measure {
  var phrase: Phrase {
    switch self {
    case .firstReply: Phrase(es: "primera respuesta", en: "first reply")
    case .nextReply: Phrase(es: "siguiente respuesta", en: "next reply")
    case .resolution: Phrase(es: "resolución", en: "resolution")
    case .requesterWait: Phrase(es: "espera del cliente", en: "requester wait")
    }
  }
}

/// The words for the states of agents; a policy's own state is its own word.
enum AgentStateText {
  static func phrase(_ state: String) -> Phrase {
    switch state {
    case AgentProfile.State.online: Phrase(es: "en línea", en: "online")
    case AgentProfile.State.away: Phrase(es: "ausente", en: "away")
    case AgentProfile.State.offline: Phrase(es: "desconectado", en: "offline")
    case AgentProfile.State.unresponsive: Phrase(es: "no responde", en: "unresponsive")
    default: Phrase(both: state)
    }
  }
}

/// Lengths of time to the minute: "1 h 30 min", "45 s", "2 días 3 h".
enum PreciseLength {
  /// The two largest units; days are of 24 h.
  static func text(_ seconds: Int64, _ language: Language) -> String {
    let sign = seconds < 0 ? "−" : ""
    var rest = Int64(seconds.magnitude)
    if rest < 60 { return "\(sign)\(rest) s" }
    let units: [(Int64, Phrase, Phrase)] = [
      (Seconds.day, Phrase(es: "día", en: "day"), Phrase(es: "días", en: "days")),
      (Seconds.hour, Phrase(both: "h"), Phrase(both: "h")),
      (Seconds.minute, Phrase(both: "min"), Phrase(both: "min")),
    ]
    var parts: [String] = []
    for (length, one, other) in units where rest >= length && parts.count < 2 {
      let count = rest / length
      rest -= count * length
      parts.append("\(count) \((count == 1 ? one : other)(language))")
    }
    return sign + parts.joined(separator: " ")
  }
}
