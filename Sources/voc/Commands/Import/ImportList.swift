import VocDesk
import VocDomain

/// `voc import list`
enum ImportList {
  static let verb = Verb(
    words: ["import", "list"],
    summary: Phrase(
      es: "Lista las importaciones, la última primero", en: "Lists the imports, the last one first"),
    options: [
      Option(
        names: ["--limit", "-n"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántas (20)", en: "how many (20)"))
    ],
    jsonFields: listing.fields,
    isListing: true, examples: ["voc import list", "voc import list --json batch,files"],
    run: { invocation in
      let limit = try invocation.limit(20)
      let batches = try invocation.desk(for: .reading).batches(limit: limit + 1)
      if batches.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "Todavía no se importó nada: «voc import formats» muestra qué se puede.",
            en: "Nothing was imported yet: “voc import formats” shows what can be."))
      }
      listing.write(batches.prefix(limit), for: invocation)
      if batches.count > limit { invocation.noticeMore() }
      return .ok
    })

  static let listing = Listing<ImportBatch>([
    .init(
      name: "batch", header: Phrase(es: "Lote", en: "Batch"), alignment: .right, value: { .int($0.id) }),
    .init(
      name: "at", header: Phrase(es: "Cuándo", en: "When"),
      value: { .string(Timestamp.rfc3339($0.startedAt)) },
      cell: { item, invocation in
        .init((try? invocation.localDisplay(item.startedAt, invocation.readersClock())) ?? "")
      }),
    .init(name: "actor", header: Phrase(es: "Quién", en: "Who"), rank: 2, value: { .string($0.actor) }),
    .init(
      name: "state", header: Phrase(es: "Estado", en: "State"), value: { .string($0.state) },
      cell: { item, invocation in
        .init(invocation.say(item.statePhrase, ["batch": item.continuedBy.map { "\($0)" } ?? ""]))
      }),
    .init(
      name: "new", header: Phrase(es: "Nuevos", en: "New"), alignment: .right, value: { .int($0.sum(\.new)) },
      cell: { item, invocation in .init(invocation.numbers.integer(Int(item.sum(\.new)))) }),
    .init(
      name: "updated", header: Phrase(es: "Cambiados", en: "Updated"), alignment: .right,
      isIdle: { $0.sum(\.updated) == 0 }, value: { .int($0.sum(\.updated)) },
      cell: { item, invocation in .init(invocation.numbers.integer(Int(item.sum(\.updated)))) }),
    .init(
      name: "problems", header: Phrase(es: "Problemas", en: "Problems"), alignment: .right,
      isIdle: { $0.sum(\.problems) == 0 }, value: { .int($0.sum(\.problems)) },
      cell: { item, invocation in .init(invocation.numbers.integer(Int(item.sum(\.problems)))) }),
    .init(
      name: "names", header: Phrase(es: "Archivos", en: "Files"), isFlexible: true,
      value: { .string($0.files.map(\.name).joined(separator: ", ")) },
      cell: { item, invocation in
        let rest = item.files.count - 1
        let first = item.files.first?.name ?? "—"
        return .init(rest > 0 ? "\(first) +\(invocation.numbers.integer(rest))" : first)
      }),
    .init(
      name: "files", header: Phrase(es: "Archivos", en: "Files"), isHidden: true,
      value: { .array($0.files.map(file)) }),
    .init(
      name: "options", header: Phrase(es: "Opciones", en: "Options"), isHidden: true,
      value: { .string($0.options) }),
    .init(
      name: "continued_by", header: Phrase(es: "Continuado en", en: "Continued in"), isHidden: true,
      value: { JSON($0.continuedBy) }),
    .init(
      name: "undone_at", header: Phrase(es: "Deshecho", en: "Undone"), isHidden: true,
      value: { JSON($0.undoneAt.map { Timestamp.rfc3339($0) }) }),
    .init(
      name: "undone_by", header: Phrase(es: "Por", en: "By"), isHidden: true, value: { JSON($0.undoneBy) }),
  ])

  private static func file(_ file: ImportedFile) -> JSON {
    func int(_ name: String, _ value: Int) -> JSON.Member { .init(name, .int(Int64(value))) }
    return .object([
      .init("file", .string(file.name)), .init("format", .string(file.format)), int("bytes", file.byteCount),
      .init("sha256", .string(file.sha256)), int("records", file.counts.records),
      int("new", file.counts.new), int("updated", file.counts.updated), int("known", file.counts.known),
      int("waiting", file.counts.waiting), int("problems", file.counts.problems),
    ])
  }
}

extension ImportBatch {
  fileprivate func sum(_ count: KeyPath<ImportCounts, Int>) -> Int64 {
    Int64(files.reduce(0) { $0 + $1.counts[keyPath: count] })
  }

  /// "unfinished" for one that was killed or still runs, "continued" once another has brought all its files.
  fileprivate var state: String {
    if undoneAt != nil { return "undone" }
    if finishedAt != nil { return "done" }
    return continuedBy == nil ? "unfinished" : "continued"
  }

  fileprivate var statePhrase: Phrase {
    switch state {
    case "undone": Phrase(es: "deshecho", en: "undone")
    case "done": Phrase(es: "hecho", en: "done")
    case "continued": Phrase(es: "continuado en {batch}", en: "continued in {batch}")
    default: Phrase(es: "sin terminar", en: "unfinished")
    }
  }
}
