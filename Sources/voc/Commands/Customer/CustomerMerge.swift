import VocDesk
import VocDomain

/// `voc customer merge`
enum CustomerMerge {
  static let verb = Verb(
    words: ["customer", "merge"],
    summary: Phrase(
      es: "Une a dos clientes que son la misma persona", en: "Joins two customers who are one person"),
    details: Phrase(
      es:
        "Todo lo del segundo pasa al primero: contactos, conversaciones, tickets y encuestas. «voc customer unmerge» lo deshace.",
      en:
        "Everything of the second becomes the first’s: contact points, conversations, tickets and answers. “voc customer unmerge” undoes it."
    ),
    positional: .init(
      name: Phrase(es: "CLIENTE OTRO", en: "CUSTOMER OTHER"), count: 2...2,
      summary: Phrase(
        es: "quién queda y quién pasa a ser parte suya: número, teléfono, correo o nombre",
        en: "who stays and who becomes part of them: number, phone, e-mail or name")),
    options: [
      Option(
        names: ["--reason"], value: Phrase(es: "TEXTO", en: "TEXT"),
        summary: Phrase(es: "por qué son la misma persona", en: "why they are one person"))
    ],
    examples: ["voc customer merge 12 48 --reason \"mismo pedido\""],
    run: { invocation in
      let (survivor, other) = try invocation.desk(for: .writing).merge(
        customer: invocation.positionals[0], absorbing: invocation.positionals[1],
        reason: invocation.string("--reason").map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 })
      invocation.print(
        invocation.say(
          Phrase(
            es: "#{other} {otherName} es ahora parte de #{id} {name}",
            en: "#{other} {otherName} is now part of #{id} {name}"),
          [
            "other": "\(other.id)", "otherName": Escaping.line(other.name), "id": "\(survivor.id)",
            "name": Escaping.line(survivor.name),
          ]))
      return .ok
    })

  static let undo = Verb(
    words: ["customer", "unmerge"],
    summary: Phrase(
      es: "Separa a dos clientes que se unieron", en: "Tells two customers apart who were joined"),
    details: Phrase(
      es:
        "Lo que había vuelve a quien era. Lo que llegó después se queda con quien quedó, salvo lo llegado por los contactos del otro.",
      en:
        "What was there goes back to whom it was. What came since stays with whoever stayed, but for what came by the other’s contact points."
    ),
    positional: .init(
      name: Phrase(es: "CLIENTE", en: "CUSTOMER"), count: 1...1,
      summary: Phrase(
        es: "el número de quien pasó a ser parte de otro",
        en: "the number of the one who became part of another")),
    examples: ["voc customer unmerge 48"],
    run: { invocation in
      let (restored, survivor) = try invocation.desk(for: .writing).unmerge(
        customer: invocation.positionals[0])
      invocation.print(
        invocation.say(
          Phrase(
            es: "#{other} {otherName} ya no es parte de #{id} {name}",
            en: "#{other} {otherName} is no longer part of #{id} {name}"),
          [
            "other": "\(restored.id)", "otherName": Escaping.line(restored.name), "id": "\(survivor.id)",
            "name": Escaping.line(survivor.name),
          ]))
      return .ok
    })
}
