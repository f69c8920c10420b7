import VocDesk
import VocDomain

/// What every report can be asked: which days, which tickets.
enum ReportOptions {
  static let since = Option(
    names: ["--since"], value: Phrase(es: "FECHA", en: "DATE"),
    summary: Phrase(
      es: "desde este día, mes o año: 2026-11-01, 2026-11, 2026, ayer, -7d",
      en: "from this day, month or year on: 2026-11-01, 2026-11, 2026, yesterday, -7d"))
  static let until = Option(
    names: ["--until"], value: Phrase(es: "FECHA", en: "DATE"),
    summary: Phrase(
      es: "hasta este día, mes o año, incluido", en: "up to this day, month or year, included"))
  static let filter = Option(
    names: ["--filter"], value: Phrase(es: "FILTRO", en: "FILTER"),
    summary: Phrase(
      es: "solo los tickets que cumplan este filtro, además de lo escrito suelto",
      en: "only tickets that match this filter, besides the words given without it"),
    completes: .filter)

  static let all = [since, until, filter]
}

extension Invocation {
  /// `--since` and `--until`; refuses an end before the beginning.
  func reportPeriod() throws -> ReportPeriod {
    let period = ReportPeriod(
      since: try day("--since", isEnd: false), until: try day("--until", isEnd: true))
    if let since = period.since, let until = period.until, until < since {
      throw UsageError(
        Phrase(es: "--until es anterior a --since", en: "--until is before --since"),
        Phrase(es: "Conviene invertirlos", en: "Swap them"))
    }
    return period
  }

  /// What the body makes of the filter, from `--filter` and from the words that stand by themselves.
  func withReportFilter<Result>(_ body: (_ filter: String) throws -> Result) throws -> Result {
    let parts = (strings("--filter") + [positionals.joined(separator: " ")]).filter { !$0.trimmed.isEmpty }
    return try FilterInput.joining(parts, desk: desk(for: .reading, mayBeMade: true), body)
  }

  /// Answers with a report of the days that the options tell; `sheet` asks the desk for it.
  func writeReportOfPeriod(
    _ sheet: (_ period: ReportPeriod) throws -> ReportSheet
  ) throws -> ExitCode {
    let output = ReportOutput(invocation: self)
    try output.check()
    output.write(try sheet(reportPeriod()))
    return .ok
  }

  /// The same for a verb that takes a filter, too.
  func writeReport(
    _ sheet: (_ period: ReportPeriod, _ filter: String) throws -> ReportSheet
  ) throws -> ExitCode {
    try writeReportOfPeriod { period in
      try withReportFilter { try sheet(period, $0) }
    }
  }

  /// What a report is of, where it is not of everything, for the sentences that say that there is nothing.
  static func scope(of period: ReportPeriod, filter: String?) -> Phrase? {
    switch (period != .always, filter != nil) {
    case (false, false): nil
    case (true, false): Phrase(es: "en este periodo", en: "in this period")
    case (false, true): Phrase(es: "con este filtro", en: "with this filter")
    case (true, true): Phrase(es: "en este periodo y con este filtro", en: "in this period with this filter")
    }
  }

  /// The period, and of which tickets, beside a report's title.
  func subtitle(of period: ReportPeriod, filter: String?) -> String {
    let period = text(of: period, all: Phrase(es: "todo lo registrado", en: "everything on record"))
    guard let filter else { return period }
    return say(
      Phrase(es: "{period}, solo tickets de: {filter}", en: "{period}, only tickets of: {filter}"),
      ["period": period, "filter": filter])
  }

  /// "Solo tickets de: channel:whatsapp", beside a report of these tickets only.
  func onlyTickets(of filter: String) -> String {
    say(Phrase(es: "Solo tickets de: {filter}", en: "Only tickets of: {filter}"), ["filter": filter])
  }

  /// "del 01/10/2026 al 31/10/2026"; `all` where there is no limit.
  func text(of period: ReportPeriod, all: Phrase) -> String {
    func day(_ date: CivilDate) -> String { Timestamp.day(date.midnight, language) }
    switch (period.since, period.until) {
    case (nil, nil): return say(all)
    case (let since?, nil):
      return say(Phrase(es: "desde el {since}", en: "since {since}"), ["since": day(since)])
    case (nil, let until?):
      return say(Phrase(es: "hasta el {until}", en: "until {until}"), ["until": day(until)])
    case (let since?, let until?):
      return say(
        Phrase(es: "del {since} al {until}", en: "{since} to {until}"),
        ["since": day(since), "until": day(until)])
    }
  }
}

extension ReportPeriod {
  /// What JSON tells of it.
  var facts: [JSON.Member] {
    func day(_ day: CivilDate?) -> JSON { JSON(day.map { Timestamp.day($0.midnight, .en) }) }
    return [.init("since", day(since)), .init("until", day(until))]
  }
}
