import VocDesk
import VocDomain

extension Invocation {
  /// The desk on the database that was named.
  ///
  /// Reading needs no file; writing makes it, and says so.
  func desk(for purpose: Desk.Purpose) throws -> Desk {
    let path = databasePath
    let desk = try Desk(
      path: path, for: purpose, actor: actor, systemZone: world.systemZone(), now: world.now)
    if desk.madeDatabase {
      notice(Phrase(es: "Se creó la base de datos {path}", en: "Created the database {path}"), ["path": path])
    }
    return desk
  }

  /// The clock on the reader's wall.
  func readersClock() throws -> ZoneClock { try ZoneClock(named: world.systemZone()) }

  func localDisplay(_ instant: Instant, _ clock: ZoneClock) -> String {
    Timestamp.display(clock.localTime(of: instant), language)
  }

  /// A day written as 2026-11-21, or a month as 2026-11: its first day, or its last for `isEnd`.
  func day(_ name: String, isEnd: Bool) throws -> CivilDate? {
    guard let text = string(name) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let date = CivilDate(year: year, month: month, day: day)
    {
      return date
    }
    if parts.count == 2, let year = parts[0], let month = parts[1],
      let first = CivilDate(year: year, month: month, day: 1)
    {
      let days = CivilDate.days(ofMonth: first.monthsSince1970)
      return CivilDate(daysSince1970: isEnd ? days.upperBound : days.lowerBound)
    }
    throw UsageError(
      Phrase(es: "«{value}» no es una fecha para {option}", en: "“{value}” is no date for {option}"),
      Phrase(
        es: "Se escribe como 2026-11-21, o 2026-11 para un mes",
        en: "Write it as 2026-11-21, or 2026-11 for a month"),
      ["value": text, "option": name])
  }
}
