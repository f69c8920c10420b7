import Foundation
import VocDesk
import VocDomain

/// `voc doctor`
enum Doctor {
  static let verb = Verb(
    words: ["doctor"],
    summary: Phrase(
      es: "Revisa que los datos estén sanos y que lo calculado coincida con lo guardado",
      en: "Checks that the data is sound and that what is kept equals what is computed"),
    jsonFields: ["check", "problems"],
    examples: ["voc doctor"],
    run: { invocation in
      let path = invocation.databasePath
      if !FileManager.default.fileExists(atPath: path) { throw VocError.fileNotFound(path) }
      let desk = try invocation.desk(for: .reading)
      let findings = try desk.examine()
      if try desk.hasUnreadTexts() { invocation.notice(UnreadTexts.phrase) }
      for line in UnfinishedImports.lines(try desk.unfinishedImports(), naming: true, invocation) {
        invocation.notice(Phrase(both: "{line}"), ["line": line])
      }
      if invocation.jsonFields != nil {
        listing.write(findings, for: invocation)
      } else {
        for finding in findings {
          let verdict =
            finding.problems == 0
            ? invocation.style.green(invocation.say(Phrase(es: "bien", en: "ok")))
            : invocation.style.red(
              invocation.say(
                Phrase(es: "mal: {n}", en: "wrong: {n}"), ["n": invocation.numbers.integer(finding.problems)])
            )
          invocation.print(DisplayWidth.padded(finding.check.phrase(invocation.language), to: 40) + verdict)
        }
      }
      if findings.allSatisfy({ $0.problems == 0 }) { return .ok }
      throw Refusal(
        Phrase(es: "la base de datos tiene problemas", en: "the database has problems"),
        Phrase(es: "Conviene restaurar la última copia", en: "Restore the last backup"))
    })

  private static let listing = Listing<Desk.Finding>([
    .init(name: "check", header: Phrase(both: ""), value: { .string($0.check.rawValue) }),
    .init(name: "problems", header: Phrase(both: ""), value: { .int(Int64($0.problems)) }),
  ])
}

extension Desk.Check {
  fileprivate var phrase: Phrase {
    switch self {
    case .file: Phrase(es: "archivo y referencias", en: "file and references")
    case .search: Phrase(es: "índice de búsqueda", en: "search index")
    case .counters: Phrase(es: "contadores de satisfacción", en: "satisfaction counters")
    case .waiting: Phrase(es: "tiempos de espera", en: "waiting times")
    case .calls: Phrase(es: "llamadas", en: "calls")
    case .merges: Phrase(es: "clientes unidos", en: "merged customers")
    case .derived: Phrase(es: "historia derivada de lo importado", en: "history derived from imports")
    case .measures: Phrase(es: "cifras de servicio", en: "figures of service")
    case .texts: Phrase(es: "señales de los textos", en: "signals of texts")
    case .service: Phrase(es: "plazos de los tickets", en: "tickets’ due times")
    case .holders: Phrase(es: "asignaciones y ofertas", en: "assignments and offers")
    case .outbox: Phrase(es: "bandeja de salida", en: "outbox")
    }
  }
}
