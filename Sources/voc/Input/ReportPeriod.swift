import VocDomain

/// The days that a report covers, as `--since` and `--until` say: both included, nil without a limit.
struct ReportPeriod: Equatable {
  let since: CivilDate?
  let until: CivilDate?

  static let options = [
    Option(
      names: ["--since"], value: Phrase(es: "FECHA", en: "DATE"),
      summary: Phrase(
        es: "desde este día (2026-11-01) o mes (2026-11)",
        en: "from this day (2026-11-01) or month (2026-11) on")),
    Option(
      names: ["--until"], value: Phrase(es: "FECHA", en: "DATE"),
      summary: Phrase(es: "hasta este día o mes, incluido", en: "up to this day or month, included")),
  ]

  init(_ invocation: Invocation) throws {
    since = try invocation.day("--since", isEnd: false)
    until = try invocation.day("--until", isEnd: true)
    if let since, let until, until < since {
      throw UsageError(
        Phrase(es: "--until es anterior a --since", en: "--until is before --since"),
        Phrase(es: "Conviene invertirlos", en: "Swap them"))
    }
  }

  /// "del 01/10/2026 al 31/10/2026"; what is said where nothing limits it is the report's own.
  func text(_ invocation: Invocation, whole: Phrase) -> String {
    func day(_ date: CivilDate) -> String { Timestamp.day(date.midnight, invocation.language) }
    switch (since, until) {
    case (nil, nil): return invocation.say(whole)
    case (let since?, nil):
      return invocation.say(Phrase(es: "desde el {since}", en: "since {since}"), ["since": day(since)])
    case (nil, let until?):
      return invocation.say(Phrase(es: "hasta el {until}", en: "until {until}"), ["until": day(until)])
    case (let since?, let until?):
      return invocation.say(
        Phrase(es: "del {since} al {until}", en: "{since} to {until}"),
        ["since": day(since), "until": day(until)])
    }
  }

  /// What JSON tells of it.
  var facts: [JSON.Member] {
    func day(_ date: CivilDate?) -> JSON { JSON(date.map { Timestamp.day($0.midnight, .en) }) }
    return [.init("since", day(since)), .init("until", day(until))]
  }
}
