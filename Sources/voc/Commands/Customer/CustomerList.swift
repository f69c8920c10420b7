import VocDesk
import VocDomain

/// `voc customer list`
enum CustomerList {
  static let verb = Verb(
    words: ["customer", "list"],
    summary: Phrase(es: "Lista los clientes por nombre", en: "Lists customers by name"),
    positional: .init(
      name: Phrase(es: "NOMBRE", en: "NAME"), count: 0...1,
      summary: Phrase(
        es: "cómo empieza el nombre, o un teléfono o correo", en: "how the name begins, or a phone or e-mail"),
      completes: .customer),
    options: [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos como máximo (50)", en: "how many at the most (50)"))
    ],
    jsonFields: ["id", "name", "segment", "tickets", "unsolved", "country", "language", "stage"],
    isListing: true, examples: ["voc customer list ana"],
    run: { invocation in
      let desk = try invocation.desk(for: .reading)
      let text = invocation.positionals.first ?? ""
      let limit = try invocation.limit(50)
      let lines = try desk.customers(matching: text, limit: limit)
      if lines.isEmpty && invocation.hasRemarks {
        invocation.notice(try desk.customers(matching: "", limit: 1).isEmpty ? none : nothing)
      }
      listing.write(lines, for: invocation)
      let total = lines.count < limit ? lines.count : Int(try desk.countCustomers(matching: text))
      invocation.noticeCut(shown: lines.count, of: total)
      return .ok
    })

  private static let none = Phrase(
    es: "Todavía no hay clientes: los trae «voc import ARCHIVO»; «voc demo» inventa unos, para probar.",
    en: "There are no customers yet: “voc import FILE” brings them in, “voc demo” invents some to try.")
  private static let nothing = Phrase(
    es:
      "Ningún nombre empieza así. Por su contacto se le encuentra con «voc customer view TELÉFONO|CORREO|NÚMERO».",
    en: "No name begins so. “voc customer view PHONE|E-MAIL|NUMBER” finds them by how they are reached.")

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
