import VocDesk
import VocDomain

/// `voc search`
enum SearchCommand {
  static let verb = Verb(
    words: ["search"],
    summary: Phrase(
      es: "Busca en lo que se dijo, primero lo más nuevo", en: "Searches what was said, the newest first"),
    details: Phrase(
      es:
        "Busca palabras enteras en los mensajes y notas, sin distinguir mayúsculas ni acentos. Todas tienen que estar; O entre ellas pide una u otra, - delante pide que no esté, \"entre comillas\" van seguidas y un * al final vale por lo que siga. Los campos del filtro dicen en qué tickets, también resueltos; «voc help filters» los explica. Sin palabras, un campo que deja pocos tickets (customer:, id:, tag:) da todo lo que se dijo en ellos. No se busca ni en los asuntos ni en los comentarios de las encuestas. Lo encontrado va entre corchetes.",
      en:
        "Searches whole words in messages and notes, whatever their case and accents. All of them must be there; OR between them asks for either, - before one asks for its absence, \"in quotes\" they stand in a row, and a * at the end is whatever follows. The filter’s fields say on which tickets, solved ones too; “voc help filters” explains them. Without words a field that leaves few tickets (customer:, id:, tag:) gives all that was said on them. Subjects and comments of surveys are not searched. What was found stands in brackets."
    ),
    positional: .init(
      name: Phrase(es: "BÚSQUEDA", en: "SEARCH"), count: 1...Int.max,
      summary: Phrase(
        es: "palabras, y condiciones como channel:whatsapp",
        en: "words, and conditions such as channel:whatsapp"
      ),
      isFilter: true, completes: .filter),
    options: [
      Option(
        names: ["--rank"],
        summary: Phrase(
          es: "primero los mensajes que más tratan de eso (bm25)",
          en: "first the messages that are most about it (bm25)")),
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos como máximo (50)", en: "how many at the most (50)")),
    ],
    jsonFields: listing.fields,
    isListing: true,
    examples: [
      "voc search reembolso",
      "voc search 'reembolso -cancelado \"no llega\" channel:whatsapp'",
      "voc search 'reemb*' status:open --rank",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let desk = try invocation.desk(for: .reading)
    let limit = try invocation.limit(50)
    let filter = try FilterInput.read(desk, invocation)
    let order: Desk.SearchOrder = invocation.flag("--rank") ? .best : .newest
    let hits = try desk.search(filter, order, limit: limit + 1)
    if hits.isEmpty && invocation.hasRemarks { invocation.notice(try nothing(desk)) }
    listing.write(hits.prefix(limit), for: invocation)
    if hits.count > limit && invocation.hasRemarks { invocation.noticeMore() }
    return .ok
  }

  private static func nothing(_ desk: Desk) throws -> Phrase {
    try desk.hasTickets()
      ? Phrase(
        es:
          "Ningún mensaje lo dice. Un * al final de una palabra también encuentra las que siguen: reemb*; en los asuntos busca «voc ticket list --status all».",
        en:
          "No message says so. A * at the end of a word finds the ones that go on, too: refund*; “voc ticket list --status all” searches subjects."
      )
      : TicketList.none
  }

  private static let listing = Listing<MessageHit>([
    .init(
      name: "ticket", header: Phrase(both: "Ticket"), alignment: .right, value: { .int($0.ticketID) },
      cell: { hit, _ in .init("#\(hit.ticketID)") }),
    .init(
      name: "at", header: Phrase(es: "Cuándo", en: "When"), value: { TicketJSON.time($0.message.at) },
      cell: { hit, invocation in
        .init(RelativeTime.text(hit.message.at, now: invocation.world.now(), invocation.language))
      }),
    .init(
      name: "status", header: Phrase(es: "Estado", en: "Status"), rank: 2,
      value: { .string($0.status.rawValue) },
      cell: { hit, invocation in
        .init(hit.status.phrase(invocation.language), paint: hit.status.paint)
      }),
    .init(
      name: "channel", header: Phrase(es: "Canal", en: "Channel"), least: 10, rank: 1,
      value: { .string($0.channel) }),
    .init(
      name: "name", header: Phrase(es: "Quién", en: "Who"), least: 14, rank: 3,
      value: { .string($0.message.authorName) },
      cell: { hit, _ in .init(DisplayWidth.truncated(hit.message.direction + hit.message.authorName, to: 24))
      }
    ),
    .init(
      name: "snippet", header: Phrase(es: "Mensaje", en: "Message"), isFlexible: true, least: 36,
      value: { .string($0.snippet.marked) },
      cell: { hit, _ in
        let parts = nearMatch(hit.snippet.parts.map { .init(Escaping.line($0.text), isFound: $0.isFound) })
        return .init(parts.map(\.marked).joined(), paint: { painted(parts, $0, $1) })
      }),
    .init(
      name: "author", header: Phrase(both: ""), isHidden: true,
      value: { .string($0.message.author.rawValue) }),
    .init(
      name: "public", header: Phrase(both: ""), isHidden: true, value: { .bool($0.message.isPublic) }),
    .init(name: "customer", header: Phrase(both: ""), isHidden: true, value: { .string($0.customer) }),
    .init(name: "subject", header: Phrase(both: ""), isHidden: true, value: { .string($0.subject) }),
    .init(name: "text", header: Phrase(both: ""), isHidden: true, value: { .string($0.message.body) }),
  ])

  /// From a few words before what was found, so that a narrow column shows it.
  private static func nearMatch(_ parts: [MessageHit.Snippet.Part]) -> [MessageHit.Snippet.Part] {
    let most = 16
    guard let first = parts.first, !first.isFound, first.text.count > most, parts.count > 1 else {
      return parts
    }
    let words = first.text.suffix(most).drop { $0 != " " }.dropFirst()
    return [.init("…" + words)] + parts.dropFirst()
  }

  /// What was found in bold type, as far as the column shows it.
  private static func painted(_ parts: [MessageHit.Snippet.Part], _ style: Style, _ text: String) -> String {
    var rest = text[...]
    var result = ""
    for part in parts {
      guard rest.hasPrefix(part.marked) else { break }
      result += part.isFound ? style.bold(part.marked) : part.marked
      rest = rest.dropFirst(part.marked.count)
    }
    return result + rest
  }
}

extension Message {
  /// Which way it went, as on a ticket's page; a note did not leave the house.
  fileprivate var direction: String {
    switch author {
    case .customer: "← "
    case .agent: isPublic ? "→ " : "· "
    case .bot, .system: "· "
    }
  }
}
