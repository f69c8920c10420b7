import VocDomain

extension VocError {
  /// Of the errors about what a policy names.
  var routingSentences: Sentences {
    switch self {
    case .unknownPolicy(let version):
      (
        Phrase(
          es: "no existe la versión {id} de la configuración", en: "there is no version {id} of the policy"),
        Phrase(es: "«voc config history» las muestra", en: "“voc config history” shows them"),
        ["id": "\(version)"], .notFound
      )
    case .unknownAlert(let id):
      (
        Phrase(es: "no hay un aviso {id} por confirmar", en: "there is no alert {id} to acknowledge"),
        Phrase(es: "«voc sla alerts» los muestra", en: "“voc sla alerts” shows them"), ["id": "\(id)"],
        .notFound
      )
    case .unknownQueue(let name, let nearest):
      unknown(
        name, nearest, Phrase(es: "no existe la cola «{name}»", en: "there is no queue “{name}”"),
        Phrase(es: "«voc queue list» las muestra", en: "“voc queue list” shows them"))
    case .queueIsAlwaysThere(let name):
      (
        Phrase(
          es: "la cola «{name}» no se puede quitar: recibe lo que ninguna otra",
          en: "the queue “{name}” cannot be removed: it takes what no other does"),
        Phrase(
          es: "«voc queue add {name}» le da condiciones propias",
          en: "“voc queue add {name}” gives it terms of its own"), ["name": name], .conflict
      )
    case .unknownGroup(let name, let nearest):
      unknown(
        name, nearest,
        Phrase(es: "aquí no hay un grupo «{name}»", en: "there is no group “{name}” here"),
        Phrase(
          es: "Los grupos están en «voc queue list» y los nombra «voc queue add COLA --group GRUPO»",
          en: "“voc queue list” shows the groups and “voc queue add QUEUE --group GROUP” names them"))
    case .noMember(let name, let group, let others):
      (
        Phrase(es: "{name} no está en el grupo «{group}»", en: "{name} is not in the group “{group}”"),
        others.isEmpty
          ? Phrase(
            es: "«voc queue members COLA» muestra a quienes la atienden",
            en: "“voc queue members QUEUE” shows who serves it")
          : Phrase(
            es: "Con --group {other} sale de ese otro grupo",
            en: "--group {other} takes them out of that other group"),
        ["name": name, "group": group, "other": others.first.map(ShellWord.plain) ?? ""], .notFound
      )
    case .unknownSkill(let name, let nearest):
      unknown(
        name, nearest, Phrase(es: "no existe la habilidad «{name}»", en: "there is no skill “{name}”"),
        Phrase(es: "Con --new se da de alta", en: "With --new it is added"))
    case .unknownCalendar(let name, let nearest):
      unknown(
        name, nearest, Phrase(es: "no existe el calendario «{name}»", en: "there is no calendar “{name}”"),
        Phrase(
          es: "Los calendarios están en «voc config show» y se cambian con «voc config apply»",
          en: "“voc config show” shows the calendars and “voc config apply” changes them"))
    case .unknownState(let name, let nearest):
      unknown(
        name, nearest,
        Phrase(es: "«{name}» no es un estado de agente", en: "“{name}” is no state of an agent"),
        Phrase(es: "Los estados son online, away y offline", en: "The states are online, away and offline"))
    case .unknownKind(let name, let nearest):
      unknown(
        name, nearest, Phrase(es: "«{name}» no es un tipo de canal", en: "“{name}” is no kind of channel"),
        Phrase(es: "«voc channel list» los muestra", en: "“voc channel list” shows them"))
    case .offered(let id, let agent):
      (
        Phrase(
          es: "el ticket #{id} se le ofreció a {agent}, que aún puede aceptarlo",
          en: "ticket #{id} was offered to {agent}, who may still accept it"),
        Phrase(
          es: "Se le asigna a otra persona con «voc ticket assign {id} --to AGENTE»",
          en: "Give it to somebody else with “voc ticket assign {id} --to AGENT”"),
        ["id": "\(id)", "agent": agent], .conflict
      )
    case .handOverToSelf(let agent):
      (
        Phrase(
          es: "{agent} no puede entregarse sus propios tickets", en: "{agent} cannot hand over to themselves"),
        Phrase(
          es: "--to nombra a otra persona; --release los devuelve a su cola",
          en: "Name somebody else with --to; --release gives them back to their queue"), ["agent": agent],
        .usage
      )
    case .notTheirs(let id, let agent, let holder):
      (
        holder == nil
          ? Phrase(es: "el ticket #{id} no lo tiene nadie", en: "nobody has ticket #{id}")
          : Phrase(
            es: "el ticket #{id} lo tiene {holder}, no {agent}", en: "{holder} has ticket #{id}, not {agent}"),
        Phrase(
          es: "No se entregó nada; «voc shift handover --agent {word}» muestra los que sí",
          en: "Nothing was handed over; “voc shift handover --agent {word}” shows those that can be"),
        ["id": "\(id)", "agent": agent, "holder": holder ?? "", "word": ShellWord.plain(agent)], .conflict
      )
    default: preconditionFailure("not about routing: \(self)")
    }
  }

  private func unknown(_ name: String, _ nearest: [String], _ what: Phrase, _ other: Phrase) -> Sentences {
    (
      what, VocError.perhaps(nearest, else: other),
      ["name": name, "nearest": nearest.joined(separator: ", ")],
      .notFound
    )
  }
}
