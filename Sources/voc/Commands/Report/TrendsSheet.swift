import VocDesk
import VocDomain

/// The report of trends as tables; nil is an empty database.
struct TrendsSheet {
  let report: TrendsReport?
  let invocation: Invocation

  static let tables = ["terms", "series"]

  var sheet: ReportSheet {
    ReportSheet(
      title: say(Phrase(es: "Tendencias", en: "Trends")), subtitle: subtitle, headline: headline,
      facts: facts, tables: [terms, series],
      legend: UnfinishedImports.lines(unfinishedImports, invocation) + (report == nil ? [] : legend))
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values)
  }

  private var unfinishedImports: [UnfinishedImport] { report?.unfinishedImports ?? [] }

  private var subtitle: String {
    guard let report else { return "" }
    let period = invocation.subtitle(of: report.period, filter: report.filter)
    if !report.isUsual { return period }
    return say(
      Phrase(es: "{now}, los últimos 30 días con datos", en: "{now}, the last 30 days with data"),
      ["now": period])
  }

  private var headline: String? {
    guard let report else { return say(SatisfactionSheet.noData) }
    let before = say(
      Phrase(
        es: "Frente a los 4 periodos anteriores, {before}.", en: "Against the 4 periods before, {before}."),
      ["before": invocation.text(of: report.before, all: Phrase(both: ""))])
    return before + " " + volume(report)
  }

  private var facts: [JSON.Member] {
    guard let report else {
      return ["since", "until", "before", "zone", "filter", "volume", "negative", "texts"].map {
        .init($0, .null)
      } + [UnfinishedImports.fact(unfinishedImports)]
    }
    let volume = report.volume.map { volume in
      JSON.object([
        .init("periods", .int(Int64(volume.periods))), .init("p", .double(volume.p)),
        .init("slope", .double(volume.slope)),
      ])
    }
    return report.period.facts + [
      .init("before", .object(report.before.facts)), .init("zone", .string(report.zone)),
      .init("filter", JSON(report.filter)), .init("volume", volume ?? .null),
      .init("negative", report.negative.map(json) ?? .null), UnfinishedImports.fact(unfinishedImports),
      .init(
        "texts",
        .object([
          .init("read", .int(Int64(report.readNow))), .init("of", .int(Int64(report.textsNow))),
          .init("read_before", .int(Int64(report.readBefore))),
          .init("of_before", .int(Int64(report.textsBefore))),
        ])),
    ]
  }

  private func json(_ change: TrendsReport.Change) -> JSON {
    .object([
      .init("now", .int(Int64(change.now))), .init("now_n", .int(Int64(change.nowN))),
      .init("before", .int(Int64(change.before))), .init("before_n", .int(Int64(change.beforeN))),
      .init("difference", .double(change.difference)), .init("low", .double(change.low)),
      .init("high", .double(change.high)),
    ])
  }

  private var terms: ReportTable {
    var table = ReportTable(
      "terms", say(Phrase(es: "Términos emergentes", en: "Emerging terms")),
      columns: [
        .init("term", say(Phrase(es: "Término", en: "Term")), isFlexible: true),
        .init("tier", say(Phrase(es: "Nivel", en: "Tier"))),
        .init("before", say(Phrase(es: "Antes", en: "Before"))),
        .init("now", say(Phrase(es: "Ahora", en: "Now"))),
        .init("ratio", say(Phrase(es: "Veces", en: "Times"))),
        .init("customers", say(Phrase(es: "Clientes", en: "Customers"))),
        .init("g2", "G²"), .init("surge", say(Phrase(es: "Alza", en: "Surge")), for: .people, rank: 1),
        .init("surge_since", "", for: .programs), .init("surge_until", "", for: .programs),
      ],
      whenEmpty: say(
        report?.readNow ?? 0 == 0 || report?.readBefore == 0
          ? Phrase(
            es: "Sin datos: hacen falta textos ahora y antes.",
            en: "No data: texts now and before are needed.")
          : Phrase(es: "Nada nuevo que destaque.", en: "Nothing new that stands out.")))
    guard let report else { return table }
    for term in report.terms {
      let surge = term.surge.map { days in
        ReportValue.text(
          invocation.text(
            of: ReportPeriod(since: days.lowerBound, until: days.upperBound), all: Phrase(both: "")))
      }
      table.add([
        .text(term.term), .word(code: term.tier.rawValue, shown: say(term.tier.phrase)),
        .count(term.before), .count(term.now), ReportValue(term.ratio) { .number($0, places: 1) },
        .count(term.customers), .number(term.g2, places: 1), surge ?? .none,
        day(term.surge?.lowerBound), day(term.surge?.upperBound),
      ])
    }
    table.remarks = [texts(report)]
    if !report.namesLeftOut.isEmpty {
      table.remarks.append(
        say(
          Phrase(
            es: "Sin los nombres de agentes, que también destacan: {names}.",
            en: "Without names of agents, which stand out, too: {names}."),
          ["names": Escaping.line(report.namesLeftOut.prefix(10).joined(separator: ", "))]))
    }
    return table
  }

  private func day(_ day: CivilDate?) -> ReportValue {
    day.map { .text(Timestamp.day($0.midnight, .en)) } ?? .none
  }

  private func texts(_ report: TrendsReport) -> String {
    let numbers = invocation.numbers
    let values = [
      "now": numbers.integer(report.readNow), "all": numbers.integer(report.textsNow),
      "before": numbers.integer(report.readBefore), "allBefore": numbers.integer(report.textsBefore),
      "days": TrendsSheet.days(report.period.dayCount ?? 0, in: numbers),
      "daysBefore": numbers.integer(report.before.dayCount ?? 0),
    ]
    return say(
      Phrase(
        es:
          "Textos leídos: {now} de {all} ahora, en {days}; {before} de {allBefore} antes, en {daysBefore}; «Antes» y «Ahora» los cuentan, «Veces» compara sus partes.",
        en:
          "Texts read: {now} of {all} now, in {days}; {before} of {allBefore} before, in {daysBefore}; “Before” and “Now” count them, “Times” compares their shares."
      ),
      values)
  }

  private var series: ReportTable {
    var table = ReportTable(
      "series",
      say(
        report?.isMonthly ?? false
          ? Phrase(es: "Mes a mes", en: "Month by month") : Phrase(es: "Semana a semana", en: "Week by week")),
      columns: [
        .init("since", say(Phrase(es: "Desde", en: "Since")), for: .people),
        .init("since", "", for: .programs), .init("until", "", for: .programs),
        .init("created", say(Phrase(es: "Tickets", en: "Tickets"))),
        .init("csat", "CSAT"), .init("csat_n", "n"),
        .init("nps", "NPS"), .init("nps_n", "n"),
        .init("negative", say(Phrase(es: "Suenan mal", en: "Sound bad"))),
        .init("read", say(Phrase(es: "leídos", en: "read"))),
        .init("alarm", say(Phrase(es: "Alarma", en: "Alarm")), isFlexible: true),
        .init("csat_warning", "", for: .programs), .init("nps_warning", "", for: .programs),
        .init("negative_warning", "", for: .programs),
      ], whenEmpty: say(SatisfactionSheet.noData))
    for bucket in report?.buckets ?? [] {
      table.add([
        .text(Timestamp.day(bucket.days.lowerBound.midnight, invocation.language)),
        day(bucket.days.lowerBound), day(bucket.days.upperBound), .count(bucket.created),
        share(bucket.csatTop, of: bucket.csatN), .count(bucket.csatN),
        isHidden(bucket.npsN) ? .none : ReportValue(bucket.nps) { .number($0, places: 0) },
        .count(bucket.npsN),
        share(bucket.negative, of: bucket.read), .count(bucket.read), alarms(bucket),
        warning(bucket.csatN), warning(bucket.npsN), warning(bucket.read),
      ])
    }
    if let report { table.remarks = (report.negative.map { [negative($0)] } ?? []) + [alarms(report)] }
    return table
  }

  /// For people nothing of fewer than ten; programs are told so beside it.
  private func share(_ part: Int, of n: Int) -> ReportValue {
    isHidden(n) ? .none : .percent(100 * Double(part) / Double(n), places: 1)
  }

  private func isHidden(_ n: Int) -> Bool {
    n == 0 || n < SampleWarning.fewestShown && !ReportOutput(invocation: invocation).isForPrograms
  }

  private func warning(_ n: Int) -> ReportValue {
    .text(SampleWarning.rule(n: n, marginOfError: nil).map(\.code).joined(separator: " "))
  }

  private func alarms(_ bucket: TrendsReport.Bucket) -> ReportValue {
    let alarms = [("CSAT", bucket.csatAlarm), ("NPS", bucket.npsAlarm)].compactMap { name, alarm in
      alarm.map { (name: name, alarm: $0) }
    }
    return .word(
      code: alarms.map { "\($0.name) \($0.alarm.rawValue)" }.joined(separator: ", "),
      shown: alarms.map { "\($0.name) \(say($0.alarm.phrase))" }.joined(separator: ", "))
  }

  private var legend: [String] {
    [
      say(
        Phrase(
          es:
            "G² de Rayson por número de textos; alza según Kleinberg (2 estados). «Suenan mal» es una estimación del léxico sobre lo primero que dijo el cliente. — con menos de 10. Días de {zone}.",
          en:
            "Rayson’s G² by number of texts; surge by Kleinberg (2 states). “Sound bad” is an estimate of the lexicon on what the customer first said. — under 10. Days of {zone}."
        ), ["zone": report?.zone ?? ""])
    ]
  }
}

extension TrendsReport.Alarm {
  fileprivate var phrase: Phrase {
    switch self {
    case .up: Phrase(es: "sube", en: "rises")
    case .down: Phrase(es: "baja", en: "falls")
    }
  }
}

extension TrendsReport.Term.Tier {
  fileprivate var phrase: Phrase {
    switch self {
    case .emerging: Phrase(es: "emerge", en: "emerging")
    case .watch: Phrase(es: "vigilar", en: "watch")
    }
  }
}
