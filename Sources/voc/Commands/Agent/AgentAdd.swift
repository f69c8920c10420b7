import VocDesk
import VocDomain

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
        summary: Phrase(es: "su correo", en: "their e-mail")),
      Option(
        names: ["--group"], value: Phrase(es: "GRUPO", en: "GROUP"), isRepeatable: true,
        summary: Phrase(
          es: "un grupo de alguna cola («voc queue list»)", en: "a group of some queue (“voc queue list”)")),
      Option(
        names: ["--shift"], value: Phrase(es: "CALENDARIO", en: "CALENDAR"),
        summary: Phrase(es: "el calendario de su turno", en: "the calendar of their shift")),
      Option(
        names: ["--skill"], value: Phrase(es: "HABILIDAD=NIVEL", en: "SKILL=LEVEL"), isRepeatable: true,
        summary: Phrase(es: "lo que sabe, de 1 a 5", en: "what they can do, 1 to 5")),
      AgentSkill.new,
    ],
    jsonFields: AgentList.listing.fields,
    examples: [
      "voc agent add \"Lucía Fernández\"",
      "voc agent add \"Diego Ramírez\" --group ventas --shift matutino --skill inglés=4",
    ],
    run: { invocation in
      let name = invocation.positionals[0].trimmed
      if name.isEmpty { throw UsageError.emptyName }
      var skills: [String: Int] = [:]
      for word in invocation.strings("--skill") {
        let pair = try NamedNumber.read(word, in: 1...5, none: nil)
        skills[pair.name] = pair.number
      }
      let desk = try invocation.desk(for: .writing)
      let agent = try desk.addAgent(
        name: name, email: invocation.string("--email"), groups: invocation.strings("--group"),
        shift: invocation.string("--shift"), skills: skills, makesNew: invocation.flag("--new"))
      return try AgentList.show(agent, desk, invocation)
    })
}
