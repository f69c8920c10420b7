import VocDesk
import VocDomain

extension ReportFigure.Measure {
  /// What people call it.
  var phrase: Phrase {
    switch self {
    case .nps: Phrase(both: "NPS")
    case .csat: Phrase(both: "CSAT")
    case .ces: Phrase(es: "Facilidad (CES)", en: "Ease (CES)")
    case .enps: Phrase(both: "eNPS")
    case .responseRate: Phrase(es: "Tasa de respuesta", en: "Response rate")
    case .commentRate: Phrase(es: "Tasa de comentario", en: "Comment rate")
    case .firstReply: Phrase(es: "Primera respuesta, mediana", en: "First reply, median")
    case .firstReplyP90: Phrase(es: "Primera respuesta, p90", en: "First reply, p90")
    case .businessFirstReply: Phrase(es: "1.ª resp. en horario", en: "1st reply, business hours")
    case .businessFirstReplyP90: Phrase(es: "1.ª resp. p90, en horario", en: "1st reply p90, business hours")
    case .nextReply: Phrase(es: "Siguiente respuesta, mediana", en: "Next reply, median")
    case .nextReplyP90: Phrase(es: "Siguiente respuesta, p90", en: "Next reply, p90")
    case .resolution: Phrase(es: "Resolución, mediana", en: "Resolution, median")
    case .resolutionP90: Phrase(es: "Resolución, p90", en: "Resolution, p90")
    case .businessResolution: Phrase(es: "Resolución en horario", en: "Resolution, business hours")
    case .businessResolutionP90:
      Phrase(es: "Resolución p90, en horario", en: "Resolution p90, business hours")
    case .netResolution: Phrase(es: "Resolución neta, mediana", en: "Net resolution, median")
    case .netResolutionP90: Phrase(es: "Resolución neta, p90", en: "Net resolution, p90")
    case .firstContact: Phrase(es: "Resuelto al primer contacto", en: "First-contact resolution")
    case .reopened: Phrase(es: "Reabiertos", en: "Reopened")
    case .transferred: Phrase(es: "Traspasos de cola", en: "Transferred")
    case .handedOff: Phrase(es: "Cambios de agente", en: "Handed to another agent")
    case .abandoned: Phrase(es: "Abandono", en: "Abandoned")
    case .serviceLevel: Phrase(es: "Nivel de servicio", en: "Service level")
    case .speedOfAnswer: Phrase(es: "Espera hasta contestar, media", en: "Average speed of answer")
    case .followedUp: Phrase(es: "Malas respuestas con seguimiento", en: "Bad answers followed up")
    case .followUpClosed: Phrase(es: "Seguimientos cerrados", en: "Follow-ups closed")
    case .followUpOnTime: Phrase(es: "Seguimientos a tiempo", en: "Follow-ups in time")
    case .recovered: Phrase(es: "Mejoran tras el seguimiento", en: "Better after a follow-up")
    case .recoveredAlone: Phrase(es: "Mejoran sin seguimiento", en: "Better without one")
    case .competitorShare: Phrase(es: "Clientes que lo nombran", en: "Customers who name it")
    case .negativeShare: Phrase(es: "Textos negativos", en: "Negative texts")
    case .handleTime: Phrase(es: "Tiempo de atención, medio", en: "Average handle time")
    }
  }
}

extension ReportFigure.Measure {
  /// The time within which nine in ten are, of a median.
  var p90: ReportFigure.Measure? {
    switch self {
    case .firstReply: .firstReplyP90
    case .resolution: .resolutionP90
    case .netResolution: .netResolutionP90
    default: nil
    }
  }

  /// The same time in business hours.
  var businessTime: ReportFigure.Measure? {
    switch self {
    case .firstReply: .businessFirstReply
    case .firstReplyP90: .businessFirstReplyP90
    case .resolution: .businessResolution
    case .resolutionP90: .businessResolutionP90
    default: nil
    }
  }

  var isBusinessTime: Bool { ReportFigure.Measure.allCases.contains { $0.businessTime == self } }

  /// What business hours are, for the legend of a report that counts in them.
  static let businessHours = Phrase(
    es:
      "En horario: solo el tiempo en que se atiende el canal, según el horario que regía entonces; lo anterior al primer horario que tuvo cuenta con él.",
    en:
      "Business hours: only the time in which the channel is attended, by the hours in force then; what came before the first hours it had counts by those."
  )
}

extension ReportFigure.Measure {
  /// For the head of a narrow column.
  var shortPhrase: Phrase {
    switch self {
    case .ces: Phrase(both: "CES")
    case .firstReply: Phrase(es: "1.ª resp.", en: "1st reply")
    case .resolution: Phrase(es: "Resolución", en: "Resolution")
    case .firstContact: Phrase(es: "1.er contacto", en: "1st contact")
    default: phrase
    }
  }
}

extension ReportFigure.Measure {
  /// What gives way first where a table of groups is too wide, the lowest first; nil: nothing does.
  var rank: Int? {
    switch self {
    case .abandoned: 1
    case .reopened: 2
    case .ces: 3
    case .firstContact: 4
    case .resolution: 5
    default: nil
    }
  }
}

extension ReportFigure {
  /// What it was before, where that may be shown.
  var previousShown: ReportValue { (previousN ?? 0) >= 10 ? value(previous) : .none }

  /// What programs know it by: "nps", "response_rate_nps".
  var code: String { survey.map { "\(measure.rawValue)_\($0.rawValue)" } ?? measure.rawValue }

  /// What people call it: "NPS", "Tasa de respuesta, NPS".
  func name(_ language: Language) -> String {
    survey.map { "\(measure.phrase(language)), \($0.name)" } ?? measure.phrase(language)
  }

  func value(_ number: Double?) -> ReportValue {
    guard let number else { return .none }
    switch unit {
    case .points: return .number(number, places: 0)
    case .percent: return .percent(number, places: 1)
    case .seconds: return .duration(number)
    }
  }

  /// What people read: nothing where the sample is too small.
  var shown: ReportValue { isShown ? value(value) : .none }

  /// "33 a 60", or from a time on: "más de 3 d".
  func interval(_ invocation: Invocation) -> ReportValue {
    guard isShown, let low else { return .none }
    if let high { return .range(value(low), value(high)) }
    return .word(
      code: "",
      shown: invocation.say(
        Phrase(es: "{low} o más", en: "{low} or more"), ["low": value(low).shown(invocation.numbers)]))
  }

  /// How it changed, in words where nothing shows that it did: "+7 [2 a 12]", "sin cambio demostrable".
  func changeText(_ invocation: Invocation) -> String? {
    guard isShown, let change, (previousN ?? 0) >= 10 else { return nil }
    if !change.isDemonstrable {
      return invocation.say(Phrase(es: "sin cambio demostrable", en: "no demonstrable change"))
    }
    let places = unit == .percent ? 1 : 0
    let numbers = invocation.numbers
    let sign = change.value > 0 ? "+" : ""
    let isRatio = unit == .seconds
    let value = isRatio ? numbers.percent(change.value / 100) : numbers.bound(change.value, places: places)
    return invocation.say(
      Phrase(es: "{change} [{low} a {high}]", en: "{change} [{low} to {high}]"),
      [
        "change": sign + value, "low": numbers.bound(change.low, places: places),
        "high": numbers.bound(change.high, places: places),
      ])
  }

  /// The same where no head of a column says what it is.
  func changeNote(_ invocation: Invocation) -> String? {
    guard let text = changeText(invocation), change?.isDemonstrable == true else {
      return changeText(invocation)
    }
    return invocation.say(Phrase(es: "cambio {change}", en: "change {change}"), ["change": text])
  }

  /// The warnings as people read them; where there is no figure, nothing is indicative.
  func warningText(_ language: Language) -> String {
    if value == nil && n >= 10 && !warnings.contains(.moreAnswersThanSent) {
      return Phrase(es: "aún no se alcanza", en: "not reached yet")(language)
    }
    return warnings.filter { isShown || $0 != .indicative }.map { $0.phrase(language) }.joined(
      separator: ", ")
  }

  var warningCodes: String { warnings.map(\.code).joined(separator: " ") }
}
