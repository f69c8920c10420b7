import VocDesk
import VocDomain

/// `voc queue add`
enum QueueAdd {
  static let verb = Verb(
    words: ["queue", "add"],
    summary: Phrase(es: "Agrega una cola a la configuración", en: "Adds a queue to the policy"),
    details: Phrase(
      es:
        "Una cola sin --condition recibe todo lo que no quiso ninguna otra. Las duraciones se escriben 30s, 15m, 4h, 2d; se cuentan en horas de trabajo.",
      en:
        "A queue without --condition takes all that no other wanted. Durations are written 30s, 15m, 4h, 2d; they count in business time."
    ),
    positional: .init(
      name: Phrase(es: "COLA", en: "QUEUE"), count: 1...1,
      summary: Phrase(es: "cómo se llama", en: "what it is called")),
    options: [
      Option(
        names: ["--condition"], value: Phrase(es: "FILTRO", en: "FILTER"),
        summary: Phrase(
          es: "qué tickets son suyos: \"channel:whatsapp tag:ventas\"",
          en: "which tickets are its: \"channel:whatsapp tag:sales\"")),
      Option(
        names: ["--group"], value: Phrase(es: "GRUPO[=DESPUÉS]", en: "GROUP[=AFTER]"), isRepeatable: true,
        summary: Phrase(
          es: "un grupo que la atiende, desde el principio o cuando un ticket ha esperado tanto",
          en: "a group that serves it, from the start or once a ticket has waited so long")),
      Option(
        names: ["--fallback"], value: Phrase(es: "COLA=DESPUÉS", en: "QUEUE=AFTER"),
        summary: Phrase(
          es: "otra cola cuyos agentes ayudan cuando un ticket ha esperado tanto",
          en: "another queue whose agents join in once a ticket has waited so long")),
      Option(
        names: ["--skill"], value: Phrase(es: "HABILIDAD[=NIVEL]", en: "SKILL[=LEVEL]"), isRepeatable: true,
        summary: Phrase(
          es: "habilidad indispensable, con su nivel mínimo de 1 a 5",
          en: "a skill that is needed, with its least level from 1 to 5")),
      Option(
        names: ["--optional-skill"], value: Phrase(es: "HABILIDAD=1..3", en: "SKILL=1..3"),
        isRepeatable: true,
        summary: Phrase(
          es: "habilidad deseable; la de nivel 3 es la primera que se deja de pedir",
          en: "a skill to be wished for; one of level 3 is given up first")),
      Option(
        names: ["--skill-timeout"], value: Phrase(es: "DURACIÓN", en: "DURATION"),
        summary: Phrase(
          es: "cada cuánto se deja de pedir una habilidad deseable (5m)",
          en: "after which time each wish is given up (5m)")),
      Option(
        names: ["--max-wait"], value: Phrase(es: "DURACIÓN", en: "DURATION"),
        summary: Phrase(
          es: "espera después de la cual un ticket pasa adelante, o none (4h)",
          en: "the wait after which a ticket goes to the front, or none (4h)")),
      Option(
        names: ["--calendar"], value: Phrase(es: "CALENDARIO", en: "CALENDAR"),
        summary: Phrase(
          es: "el horario en que se cuenta la espera", en: "the hours in which the wait is counted")),
      Option(
        names: ["--department"], value: Phrase(es: "DEPARTAMENTO", en: "DEPARTMENT"),
        summary: Phrase(es: "de quién es la cola", en: "whose queue it is")),
      Option(
        names: ["--update"],
        summary: Phrase(
          es: "cambia una cola que ya existe: solo lo que se indica",
          en: "changes a queue that exists: only what is given")),
    ],
    jsonFields: QueueList.listing.fields,
    examples: [
      "voc queue add ventas --condition \"channel:whatsapp tag:ventas\" --group ventas --group apoyo=10m",
      "voc queue add ventas --update --max-wait 2h --fallback general=30m",
    ],
    run: { invocation in
      let name = invocation.positionals[0].trimmed
      if name.isEmpty { throw UsageError.emptyName }
      let desk = try invocation.desk(for: .writing)
      do {
        _ = try desk.putQueue(entry(name, invocation), updates: invocation.flag("--update"))
      } catch VocError.duplicateName {
        throw Refusal(
          Phrase(es: "ya existe la cola «{name}»", en: "there is a queue “{name}” already"),
          Phrase(es: "Con --update se cambia", en: "With --update it is changed"), ["name": name],
          exitCode: .conflict)
      }
      return try QueueList.show(name, desk, invocation)
    })

  private static func entry(_ name: String, _ invocation: Invocation) throws -> [String: PolicyValue] {
    var entry: [String: PolicyValue] = ["name": .text(name)]
    let texts = [
      ("condition", "--condition"), ("skill_timeout", "--skill-timeout"), ("maximum_wait", "--max-wait"),
      ("calendar", "--calendar"), ("department", "--department"),
    ]
    for (key, option) in texts { entry[key] = invocation.string(option).map(PolicyValue.text) }
    if let fallback = invocation.string("--fallback") {
      let (queue, after) = split(fallback)
      guard let after else {
        throw UsageError(
          Phrase(es: "a --fallback le falta después de cuánto", en: "--fallback lacks after how long"),
          Phrase(es: "Se escribe {name}=15m", en: "Write {name}=15m"), ["name": queue])
      }
      entry["fallback"] = .object(["queue": .text(queue), "after": .text(after)])
    }
    let groups = invocation.strings("--group").map { word -> PolicyValue in
      let (group, after) = split(word)
      guard let after else { return .text(group) }
      return .object(["name": .text(group), "after": .text(after)])
    }
    if !groups.isEmpty { entry["groups"] = .list(groups) }
    entry["required_skills"] = try skills("--skill", 1...5, invocation)
    entry["optional_skills"] = try skills("--optional-skill", 1...3, invocation)
    return entry
  }

  private static func skills(
    _ option: String, _ range: ClosedRange<Int>, _ invocation: Invocation
  ) throws -> PolicyValue? {
    var skills: [String: PolicyValue] = [:]
    for word in invocation.strings(option) {
      let given = range.upperBound == 5 && !word.contains("=") ? word + "=1" : word
      let pair = try NamedNumber.read(given, in: range, none: nil)
      skills[pair.name] = pair.number.map { .integer(Int64($0)) }
    }
    return skills.isEmpty ? nil : .object(skills)
  }

  /// "apoyo=10m"; what follows the last "=" counts.
  private static func split(_ word: String) -> (name: String, after: String?) {
    guard let equals = word.lastIndex(of: "=") else { return (word.trimmed, nil) }
    return (String(word[..<equals]).trimmed, String(word[word.index(after: equals)...]).trimmed)
  }
}

/// `voc queue remove`
enum QueueRemove {
  static let verb = Verb(
    words: ["queue", "remove"],
    summary: Phrase(es: "Quita una cola de la configuración", en: "Removes a queue from the policy"),
    details: Phrase(
      es: "Sus tickets pasan a la cola cuya condición cumplan; los grupos conservan a sus agentes.",
      en: "Its tickets go to the queue whose condition they fulfil; the groups keep their agents."),
    positional: .init(
      name: Phrase(es: "COLA", en: "QUEUE"), count: 1...1,
      summary: Phrase(es: "el nombre de la cola", en: "the queue’s name")),
    jsonFields: QueueList.listing.fields,
    examples: ["voc queue remove ventas"],
    run: { invocation in
      let desk = try invocation.desk(for: .writing)
      _ = try desk.removeQueue(invocation.positionals[0])
      QueueList.listing.write(QueueList.Item.all(try desk.queues()), for: invocation)
      return .ok
    })
}
