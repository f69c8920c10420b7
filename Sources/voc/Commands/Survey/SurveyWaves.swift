import VocDesk
import VocDomain

/// `voc survey sent` and `voc survey waves`
enum SurveyWaves {
  static let sent = Verb(
    words: ["survey", "sent"],
    summary: Phrase(
      es: "Anota cuántas encuestas se enviaron, para saber cuántos responden",
      en: "Keeps how many surveys went out, to tell how many answer"),
    details: Phrase(
      es:
        "La tasa de respuesta de «voc report satisfaction» son las respuestas del periodo entre las entregadas en él: las enviadas menos las rebotadas y las retenidas.",
      en:
        "The response rate of “voc report satisfaction” is the period’s answers over those delivered in it: sent less bounced and suppressed."
    ),
    options: [
      Option(
        names: ["--survey"], value: Phrase(es: "ENCUESTA", en: "SURVEY"), isRequired: true,
        summary: Phrase(es: "nps, csat, ces o enps", en: "nps, csat, ces or enps"),
        allowed: SurveyKind.allCases.map(\.rawValue)),
      Option(
        names: ["--n"], value: Phrase(both: "N"), isRequired: true,
        summary: Phrase(es: "cuántas se enviaron", en: "how many went out")),
      Option(
        names: ["--bounced"], value: Phrase(both: "N"),
        summary: Phrase(es: "de ellas, cuántas no llegaron", en: "of those, how many did not arrive")),
      Option(
        names: ["--suppressed"], value: Phrase(both: "N"),
        summary: Phrase(es: "de ellas, cuántas se retuvieron", en: "of those, how many were held back")),
      Option(
        names: ["--channel"], value: Phrase(es: "CANAL", en: "CHANNEL"),
        summary: Phrase(es: "por qué canal", en: "on which channel")),
      Option(
        names: ["--on"], value: Phrase(es: "FECHA", en: "DATE"),
        summary: Phrase(es: "qué día (hoy)", en: "which day (today)")),
    ],
    jsonFields: listing.fields,
    examples: ["voc survey sent --survey nps --n 500 --bounced 12 --channel WhatsApp"],
    run: { invocation in
      let many = 1...1_000_000_000
      guard let survey: SurveyKind = invocation.choice("--survey"),
        let n = try invocation.int("--n", in: many)
      else {
        throw UsageError(
          Phrase(es: "faltan la encuesta o el número", en: "the survey or the number is missing"),
          Phrase(es: "Van con --survey y --n", en: "Give them with --survey and --n"))
      }
      var new = Desk.NewSurveyWave(survey: survey, sent: n)
      new.bounced = try invocation.int("--bounced", in: 0...many.upperBound) ?? 0
      new.suppressed = try invocation.int("--suppressed", in: 0...many.upperBound) ?? 0
      new.channel = invocation.string("--channel")
      new.day = try invocation.oneDay("--on")
      let desk = try invocation.desk(for: .writing)
      let wave = try desk.record(new)
      try write([wave], desk, invocation)
      let all = try desk.surveyWaves(like: wave)
      if all.count > 1 {
        invocation.notice(
          Phrase(
            es:
              "De ese día, encuesta y canal van {count} envíos, que suman {n} enviadas; si era el mismo, «voc survey waves --remove {id}» quita este.",
            en:
              "Of that day, survey and channel there are {count} sendings now, {n} sent in all; if it was the same one, “voc survey waves --remove {id}” forgets this."
          ),
          [
            "count": "\(all.count)", "n": invocation.numbers.integer(all.reduce(0) { $0 + $1.sent }),
            "id": "\(wave.id)",
          ])
      }
      return .ok
    })

  static let list = Verb(
    words: ["survey", "waves"],
    summary: Phrase(
      es: "Lista los envíos de encuestas anotados", en: "Lists the sendings of surveys that are kept"),
    options: [
      Option(
        names: ["--remove"], value: Phrase(both: "N"),
        summary: Phrase(es: "borra el envío de este número", en: "forgets the sending of this number")),
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántos como máximo (50)", en: "how many at the most (50)")),
    ],
    jsonFields: listing.fields,
    isListing: true, examples: ["voc survey waves", "voc survey waves --remove 3"],
    run: { invocation in
      if let id = try invocation.int("--remove", in: 1...Int.max) {
        let desk = try invocation.desk(for: .writing)
        try write([desk.removeSurveyWave(Int64(id))], desk, invocation)
        invocation.notice(Phrase(es: "Se borró ese envío.", en: "That sending was forgotten."))
        return .ok
      }
      let desk = try invocation.desk(for: .reading)
      let limit = try invocation.limit(50)
      let waves = try desk.surveyWaves(limit: limit + 1)
      if waves.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "No hay envíos anotados: «voc survey sent» anota uno.",
            en: "No sendings are kept: “voc survey sent” keeps one."))
      }
      try write(Array(waves.prefix(limit)), desk, invocation)
      if waves.count > limit { invocation.noticeMore() }
      return .ok
    })

  private struct Line {
    let wave: SurveyWave
    let channel: String?
  }

  private static func write(_ waves: [SurveyWave], _ desk: Desk, _ invocation: Invocation) throws {
    let names = try desk.channels().reduce(into: [Int64: String]()) { $0[$1.id] = $1.name }
    listing.write(
      waves.map { wave in Line(wave: wave, channel: wave.channelID.map { names[$0] ?? "#\($0)" }) },
      for: invocation)
  }

  private static func number(_ name: String, _ header: Phrase, _ n: @escaping @Sendable (SurveyWave) -> Int)
    -> Listing<Line>.Column
  {
    .init(
      name: name, header: header, alignment: .right, value: { .int(Int64(n($0.wave))) },
      cell: { .init($1.numbers.integer(n($0.wave))) })
  }

  private static let listing = Listing<Line>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.wave.id) }),
    .init(
      name: "survey", header: Phrase(es: "Encuesta", en: "Survey"),
      value: { .string($0.wave.survey.rawValue) },
      cell: { line, _ in .init(line.wave.survey.name) }),
    .init(
      name: "day", header: Phrase(es: "Día", en: "Day"),
      value: { .string(Timestamp.day($0.wave.day.midnight, .en)) },
      cell: { line, invocation in .init(Timestamp.day(line.wave.day.midnight, invocation.language)) }),
    .init(
      name: "channel", header: Phrase(es: "Canal", en: "Channel"), isFlexible: true,
      isIdle: { $0.channel == nil }, value: { JSON($0.channel) }),
    number("sent", Phrase(es: "Enviadas", en: "Sent")) { $0.sent },
    number("bounced", Phrase(es: "Rebotadas", en: "Bounced")) { $0.bounced },
    number("suppressed", Phrase(es: "Retenidas", en: "Suppressed")) { $0.suppressed },
    number("delivered", Phrase(es: "Entregadas", en: "Delivered")) { $0.delivered },
  ])
}

extension SurveyKind {
  /// What people call it.
  var name: String { self == .enps ? "eNPS" : rawValue.uppercased() }
}
