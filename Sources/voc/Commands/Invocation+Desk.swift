import Foundation
import VocDesk
import VocDomain

extension Invocation {
  /// The desk on the database that was named.
  ///
  /// Reading needs no file; writing makes it, and says so. `patience`: how many seconds to wait for others' writing.
  /// `mayBeMade`: whether the file that is read may be missing as a matter of course.
  func desk(for purpose: Desk.Purpose, patience: Double = 10, mayBeMade: Bool = false) throws -> Desk {
    let path = databasePath
    let isNamed = string("--db") != nil || DataFile.isNamed(world.environment)
    if purpose == .reading && !mayBeMade && isNamed && !hasDatabase {
      notice(
        Phrase(
          es:
            "La base de datos {path} no existe: se lee como si estuviera vacía. Si ya hay una, conviene revisar --db y VOC_DB; si no, la crea «voc import» o «voc demo».",
          en:
            "The database {path} does not exist: it reads as if it were empty. If there is one, look at --db and VOC_DB; if not, “voc import” or “voc demo” makes it."
        ), ["path": path])
    }
    let desk = try Desk(
      path: path, for: purpose, actor: actor, systemZone: world.systemZone(), patience: patience,
      now: world.now)
    if desk.madeDatabase {
      notice(Phrase(es: "Se creó la base de datos {path}", en: "Created the database {path}"), ["path": path])
    }
    return desk
  }

  /// Whether the database that was named is there.
  var hasDatabase: Bool { DataFile.exists(databasePath) }

  /// `--limit`, else as many as the verb shows.
  func limit(_ usual: Int) throws -> Int { try int("--limit", in: 1...10_000_000) ?? usual }

  /// So that nobody takes a part of a list for the whole, whoever reads it.
  func noticeCut(shown: Int, of total: Int) {
    if shown >= total { return }
    let phrase = CountedPhrase(
      one: Phrase(
        es: "Se muestra {n} de {total}: --limit {limit} los muestra todos.",
        en: "Showing {n} of {total}: --limit {limit} shows them all."),
      other: Phrase(
        es: "Se muestran {n} de {total}: --limit {limit} los muestra todos.",
        en: "Showing {n} of {total}: --limit {limit} shows them all."))
    world.remark(phrase(shown, in: numbers, ["total": numbers.integer(total), "limit": "\(total)"]) + "\n")
  }

  /// For a list that was asked for one more than it may show.
  func noticeMore() {
    notice(Phrase(es: "Hay más: --limit N muestra N.", en: "There is more: --limit N shows N."))
  }

  /// That a file which was asked for is there now.
  func noticeWritten(_ path: String) {
    notice(Phrase(es: "Se escribió {path}", en: "Wrote {path}"), ["path": path])
  }

  /// The clock on the reader's wall.
  func readersClock() throws -> ZoneClock { try ZoneClock(named: world.systemZone()) }

  func localDisplay(_ instant: Instant, _ clock: ZoneClock) -> String {
    Timestamp.display(clock.localTime(of: instant), language)
  }

  /// A day, or of a month or a year its first day, or its last for `isEnd`.
  func day(_ name: String, isEnd: Bool) throws -> CivilDate? {
    let advice = Phrase(
      es: "Se escribe como 2026-11-21, 2026-11, 2026, hoy, ayer o -7d",
      en: "Write it as 2026-11-21, 2026-11, 2026, today, yesterday or -7d")
    return try days(name, advice).map { CivilDate(daysSince1970: isEnd ? $0.upperBound : $0.lowerBound) }
  }

  /// The same where only one day will do.
  func oneDay(_ name: String) throws -> CivilDate? {
    let advice = Phrase(
      es: "Se escribe como 2026-11-21, hoy, ayer o -7d",
      en: "Write it as 2026-11-21, today, yesterday or -7d")
    guard let days = try days(name, advice) else { return nil }
    if days.count == 1 { return CivilDate(daysSince1970: days.lowerBound) }
    throw UsageError(
      Phrase(
        es: "«{value}» son varios días, y {option} pide uno",
        en: "“{value}” is many days, and {option} asks for one"),
      advice, ["value": string(name) ?? "", "option": name])
  }

  /// What the filter language calls days; today is where the reports' days are.
  private func days(_ name: String, _ advice: Phrase) throws -> ClosedRange<Int>? {
    guard let text = string(name) else { return nil }
    let days = try FilterDate(text)?.wholeDays { try desk(for: .reading, mayBeMade: true).today() }
    if let days { return days }
    throw UsageError(
      Phrase(es: "«{value}» no es una fecha para {option}", en: "“{value}” is no date for {option}"),
      advice, ["value": text, "option": name])
  }
}
