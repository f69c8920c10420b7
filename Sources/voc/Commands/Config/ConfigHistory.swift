import VocDesk
import VocDomain

/// `voc config history`
enum ConfigHistory {
  static let verb = Verb(
    words: ["config", "history"],
    summary: Phrase(
      es: "Lista las versiones de la configuración, la última primero",
      en: "Lists the versions of the policy, the last one first"),
    options: [
      Option(
        names: ["--limit", "-n"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántas (20)", en: "how many (20)"))
    ],
    jsonFields: listing.fields,
    isListing: true, examples: ["voc config history", "voc config history --json version,paths"],
    run: { invocation in
      let limit = try invocation.limit(20)
      let versions = try invocation.desk(for: .reading).policyHistory()
      if versions.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "Todavía no se aplicó nada: «voc config apply» aplica la primera versión.",
            en: "Nothing was applied yet: “voc config apply” applies the first version."))
      }
      listing.write(versions.prefix(limit), for: invocation)
      if versions.count > limit { invocation.noticeMore() }
      return .ok
    })

  static let listing = Listing<Desk.PolicyVersion>([
    .init(
      name: "version", header: Phrase(es: "Versión", en: "Version"), alignment: .right,
      value: { .int($0.version) }),
    .init(
      name: "at", header: Phrase(es: "Cuándo", en: "When"), value: { .string(Timestamp.rfc3339($0.at)) },
      cell: { item, invocation in
        .init((try? invocation.localDisplay(item.at, invocation.readersClock())) ?? "")
      }),
    .init(name: "actor", header: Phrase(es: "Quién", en: "Who"), value: { .string($0.actor) }),
    .init(
      name: "changes", header: Phrase(es: "Cambios", en: "Changes"), alignment: .right,
      value: { .int(Int64($0.differences.count)) },
      cell: { item, invocation in .init(invocation.numbers.integer(item.differences.count)) }),
    .init(
      name: "paths", header: Phrase(es: "Dónde", en: "Where"), isFlexible: true,
      value: { .array($0.differences.map { .string($0.path) }) },
      cell: { item, _ in .init(item.differences.map(\.path).joined(separator: ", ")) }),
  ])
}
