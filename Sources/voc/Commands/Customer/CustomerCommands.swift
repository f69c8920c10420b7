import VocDesk
import VocDomain

/// `voc customer list`
enum CustomerList {
  static let verb = Verb(
    words: ["customer", "list"],
    summary: Phrase(es: "Lista los clientes por nombre", en: "Lists customers by name"),
    positional: .init(
      name: Phrase(es: "NOMBRE", en: "NAME"), count: 0...1,
      summary: Phrase(es: "cómo empieza el nombre", en: "how the name begins")),
    options: [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos como máximo (50)", en: "how many at the most (50)"))
    ],
    jsonFields: ["id", "name", "segment", "tickets", "unsolved", "country", "language", "stage"],
    examples: ["voc customer list ana"],
    run: { invocation in
      let lines = try invocation.desk(for: .reading).customers(
        prefix: invocation.positionals.first ?? "",
        limit: invocation.int("--limit", in: 1...1_000_000) ?? 50)
      if lines.isEmpty && invocation.jsonFields == nil && invocation.world.errorIsTerminal {
        invocation.notice(Phrase(es: "Ningún cliente coincide.", en: "No customer matches."))
      }
      listing.write(lines, for: invocation)
      return .ok
    })

  private static let listing = Listing<Desk.CustomerLine>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.customer.id) },
      cell: { item, _ in .init("#\(item.customer.id)") }),
    .init(
      name: "name", header: Phrase(es: "Cliente", en: "Customer"), isFlexible: true,
      value: { .string($0.customer.name) }),
    .init(
      name: "segment", header: Phrase(es: "Segmento", en: "Segment"), isIdle: { $0.customer.segment == nil },
      value: { JSON($0.customer.segment?.rawValue) }),
    .init(name: "tickets", header: Phrase(both: "Tickets"), alignment: .right, value: { .int($0.tickets) }),
    .init(
      name: "unsolved", header: Phrase(es: "Sin resolver", en: "Unsolved"), alignment: .right,
      value: { .int($0.unsolved) }),
    .init(
      name: "country", header: Phrase(both: ""), isHidden: true,
      value: { JSON($0.customer.country) }),
    .init(
      name: "language", header: Phrase(both: ""), isHidden: true,
      value: { JSON($0.customer.language) }),
    .init(
      name: "stage", header: Phrase(both: ""), isHidden: true,
      value: { JSON($0.customer.stage?.rawValue) }),
  ])
}

/// `voc customer view`
enum CustomerView {
  static let verb = Verb(
    words: ["customer", "view"], aliases: ["show"],
    summary: Phrase(
      es: "Muestra a un cliente con sus contactos, tickets y encuestas",
      en: "Shows a customer with their contact points, tickets and answers"),
    positional: .init(
      name: Phrase(es: "CLIENTE", en: "CUSTOMER"), count: 1...1,
      summary: Phrase(es: "número, teléfono, correo o nombre", en: "number, phone, e-mail or name")),
    jsonFields: [
      "id", "name", "language", "country", "segment", "stage", "contact_points", "tickets", "answers",
    ],
    examples: ["voc customer view \"+52 55 1234 5678\""],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let view = try invocation.desk(for: .reading).view(customer: invocation.positionals[0])
    if let fields = invocation.jsonFields {
      invocation.print(json(view, fields).text)
      return .ok
    }
    let customer = view.customer
    let style = invocation.style
    let clock = try invocation.readersClock()
    var facts = ["#\(customer.id)"]
    if let segment = customer.segment {
      facts.append(
        invocation.say(Phrase(es: "segmento {name}", en: "segment {name}"), ["name": segment.rawValue]))
    }
    if let country = customer.country { facts.append(Escaping.line(country)) }
    invocation.print(style.bold(Escaping.line(customer.name)) + "  " + facts.joined(separator: " · "))
    for point in view.contactPoints {
      invocation.print(
        "  \(point.kind.phrase(invocation.language)): \(Escaping.line(point.kind == .name ? point.raw : point.value))"
      )
    }
    invocation.print("\n" + style.bold(invocation.say(Phrase(both: "Tickets"))))
    if view.tickets.isEmpty { invocation.print(invocation.say(Phrase(es: "ninguno", en: "none"))) }
    let history = CustomerHistory(invocation: invocation, clock: clock)
    history.write(view.tickets)
    history.write(view.answers)
    return .ok
  }

  private static func json(_ view: Desk.CustomerView, _ fields: [String]) -> JSON {
    guard case .object(let members) = TicketJSON.customer(view.customer, view.contactPoints) else {
      return .null
    }
    let all =
      members + [
        .init("tickets", .array(view.tickets.map(TicketJSON.ticketLine))),
        .init("answers", .array(view.answers.map(TicketJSON.answer))),
      ]
    return JSON.object(all).selecting(fields)
  }
}

extension ContactPoint.Kind {
  var phrase: Phrase {
    switch self {
    case .phone: Phrase(es: "teléfono", en: "phone")
    case .email: Phrase(es: "correo", en: "e-mail")
    case .name: Phrase(es: "nombre en el canal", en: "name on the channel")
    case .bsuid: Phrase(es: "id de WhatsApp", en: "WhatsApp id")
    case .visitor: Phrase(es: "visitante del chat", en: "chat visitor")
    case .social: Phrase(es: "cuenta en redes", en: "social account")
    case .external: Phrase(es: "número en otro sistema", en: "number in another system")
    }
  }
}
