import VocDesk
import VocDomain

/// `voc qa card`
enum QualityCardCommand {
  static let verb = Verb(
    words: ["qa", "card"],
    summary: Phrase(
      es: "Muestra qué se evalúa y cuánto pesa, o lo cambia",
      en: "Shows what is judged and how much it weighs, or changes it"),
    details: Phrase(
      es:
        "Con --item se pone otra pauta, con todos sus puntos. Lo ya evaluado queda evaluado con la de entonces. Mientras nadie ponga otra vale la usual, cuyos puntos se escriben en español o en inglés.",
      en:
        "With --item another card is put in force, with all of its items. What was judged stays judged by the card of then. Until somebody sets another the usual one holds; its items are written in Spanish or in English."
    ),
    options: [
      Option(
        names: ["--item"], value: Phrase(es: "PUNTO=PESO", en: "ITEM=WEIGHT"), isRepeatable: true,
        summary: Phrase(es: "un punto con su peso, de 1 a 1000", en: "an item with its weight, 1 to 1000"))
    ],
    jsonFields: listing.fields,
    isListing: true,
    examples: ["voc qa card", "voc qa card --item saludo=1 --item claridad=2 --item solución=4"],
    run: { invocation in
      let items = try invocation.strings("--item").map { word in
        let pair = try NamedNumber.read(word, in: QualityCard.weights, none: nil)
        return QualityCard.Item(pair.name, weight: pair.number ?? 0)
      }
      let desk = try invocation.desk(for: items.isEmpty ? .reading : .writing)
      if !items.isEmpty { _ = try desk.setQualityCard(try QualityCard(items: items)) }
      let card = try desk.qualityCard(usual: .usual).card
      let total = card.items.reduce(0) { $0 + $1.weight }
      listing.write(
        card.items.map { Row(item: $0, share: Double($0.weight) / Double(total)) }, for: invocation)
      return .ok
    })

  private struct Row {
    var item: QualityCard.Item
    var share: Double
  }

  private static let listing = Listing<Row>([
    .init(
      name: "item", header: Phrase(es: "Punto", en: "Item"), isFlexible: true,
      value: { .string($0.item.key) }, cell: { row, invocation in .init(row.item.shown(invocation.language)) }
    ),
    .init(
      name: "weight", header: Phrase(es: "Peso", en: "Weight"), alignment: .right,
      value: { .int(Int64($0.item.weight)) }),
    .init(
      name: "share", header: Phrase(es: "Parte", en: "Share"), alignment: .right,
      value: { .hundredths(100 * $0.share) },
      cell: { row, invocation in .init(invocation.numbers.percent(row.share)) }),
  ])
}

extension QualityCard.Item {
  /// A usual item in the reader's language, any other as it was written.
  func shown(_ language: Language) -> String {
    guard let word = UsualQualityItem(named: name)?.phrase(language) else { return name }
    return Folding.folded(word) == Folding.folded(name) ? name : word
  }
}

extension UsualQualityItem {
  var phrase: Phrase {
    switch self {
    case .greeting: Phrase(es: "saludo", en: "greeting")
    case .understanding: Phrase(es: "comprensión", en: "understanding")
    case .clarity: Phrase(es: "claridad", en: "clarity")
    case .solution: Phrase(es: "solución", en: "solution")
    }
  }
}
