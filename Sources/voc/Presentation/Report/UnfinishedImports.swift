import VocDomain

/// What reports and `voc doctor` say of imports that have not ended, whether they still run or were killed.
enum UnfinishedImports {
  static let key = "unfinished_imports"

  /// What JSON tells: their numbers.
  static func fact(_ imports: [UnfinishedImport]) -> JSON.Member {
    .init(key, .array(imports.map { .int($0.id) }))
  }

  /// One sentence, or none where all have ended.
  ///
  /// - Parameter naming: whether the newest is told by its file too, which may bear a customer's name: not where the
  ///   sentence leaves the house.
  static func lines(_ imports: [UnfinishedImport], naming: Bool = false, _ invocation: Invocation) -> [String]
  {
    guard let newest = imports.first else { return [] }
    let shown = imports.prefix(10).map { "\($0.id)" }.joined(separator: ", ")
    return [
      CountedPhrase(one: one, other: other)(
        imports.count, in: invocation.numbers,
        [
          "import": naming ? newest.file.map { "\(newest.id) (\($0))" } ?? "\(newest.id)" : "\(newest.id)",
          "batch": "\(newest.id)",
          "all": imports.count > 10 ? shown + "…" : shown,
        ])
    ]
  }

  private static let one = Phrase(
    es:
      "La importación {import} no ha terminado, y lo que trajo hasta ahora cuenta. Si ya no está en marcha, el mismo «voc import» otra vez la completa, y «voc import undo {batch}» la quita.",
    en:
      "Import {import} has not ended, and what it brought so far counts. If it is not running any more, the same “voc import” again makes it whole, and “voc import undo {batch}” takes it back."
  )
  private static let other = Phrase(
    es:
      "Las importaciones {all} no han terminado, y lo que trajeron hasta ahora cuenta. Si ya no están en marcha, el mismo «voc import» otra vez las completa, y «voc import undo» con su número las quita.",
    en:
      "Imports {all} have not ended, and what they brought so far counts. If they are not running any more, the same “voc import” again makes them whole, and “voc import undo” with their number takes them back."
  )
}
