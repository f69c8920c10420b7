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
