import VocDesk
import VocDomain

/// `voc config laws`
enum ConfigLaws {
  static let verb = Verb(
    words: ["config", "laws"],
    summary: Phrase(
      es: "Muestra los plazos y horarios que fijan las leyes de la región, listos para aplicar",
      en: "Shows the deadlines and hours that laws of the region set, ready to apply"),
    details: Phrase(
      es:
        "Sin nombre los lista con su ley y su vigencia; con un nombre escribe el documento, que se aplica con «voc config apply -». Ninguno rige mientras no se aplique; conviene que lo revise quien conozca la ley.",
      en:
        "Without a name it lists them with their law and since when; with one it writes the document, to be applied with “voc config apply -”. None holds until it is applied; have somebody who knows the law look at it."
    ),
    positional: .init(
      name: Phrase(es: "NOMBRE", en: "NAME"), count: 0...1,
      summary: Phrase(es: "cuál escribir", en: "which one to write"), completes: .law),
    jsonFields: listing.fields,
    isListing: true, examples: ["voc config laws", "voc config laws pe-libro-de-reclamaciones"],
    run: { invocation in
      let laws = try Desk.laws()
      guard let name = invocation.positionals.first else {
        if invocation.isForPeople {
          for law in laws { writeEntry(law, invocation) }
        } else {
          listing.write(laws, for: invocation)
        }
        return .ok
      }
      guard let law = laws.first(where: { $0.name == name }) else {
        let near = Nearest.names(to: name, among: laws.map(\.name))
        throw Refusal(
          Phrase(es: "no hay un plazo de ley «{name}»", en: "there is no law “{name}”"),
          near.isEmpty
            ? Phrase(es: "«voc config laws» los muestra", en: "“voc config laws” shows them")
            : Phrase(es: "Tal vez: {near}", en: "Perhaps: {near}"),
          ["name": name, "near": near.joined(separator: ", ")], exitCode: .notFound)
      }
      invocation.world.out(law.document)
      return .ok
    })

  private static func writeEntry(_ law: Desk.Law, _ invocation: Invocation) {
    invocation.print(invocation.style.bold(law.name))
    for line in TextWrap.lines(law.note, width: max(20, invocation.world.width - 2)) {
      invocation.print("  " + line)
    }
  }

  private static let listing = Listing<Desk.Law>([
    .init(name: "name", header: Phrase(both: ""), value: { .string($0.name) }),
    .init(name: "note", header: Phrase(both: ""), value: { .string($0.note) }),
  ])
}
