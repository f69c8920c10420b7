import VocDesk
import VocDomain

/// By which formulas and dates the figures count, and what they leave out.
extension SatisfactionSheet {
  var legend: [String] { pageLegend + commentLegend }

  /// Without what the supervisor's page does not show.
  var pageLegend: [String] {
    var lines = UnfinishedImports.lines(report.unfinishedImports, invocation)
    lines += hasService || report.unmeasured > 0 ? ofSurveysAndService : ofSurveys
    if report.figures.contains(where: { $0.measure.isBusinessTime }) {
      lines.append(say(ReportFigure.Measure.businessHours))
    }
    if report.figures.contains(where: { $0.measure == .responseRate }) {
      lines.append(
        say(
          Phrase(
            es:
              "Tasa de respuesta: respuestas del periodo desde el primer envío, en los canales de los envíos ÷ encuestas entregadas en él (enviadas − rebotadas − retenidas).",
            en:
              "Response rate: answers of the period since the first sending, on the channels that were sent to ÷ surveys delivered in it (sent − bounced − suppressed)."
          )))
      if report.answersBeforeSending > 0 {
        lines.append(SatisfactionSheet.beforeSending(report.answersBeforeSending, in: invocation.numbers))
      }
    }
    if report.unmeasured > 0 { lines.append(SatisfactionSheet.unmeasured(report.unmeasured, invocation)) }
    if report.withoutTicket > 0 {
      lines.append(SatisfactionSheet.leftOut(report.withoutTicket, in: invocation.numbers))
    }
    return lines
  }

  private static let beforeSending = CountedPhrase(
    one: Phrase(
      es: "No entra en ella {n} respuesta de antes del primer envío anotado.",
      en: "It leaves out {n} answer from before the first sending on record."),
    other: Phrase(
      es: "No entran en ella {n} respuestas de antes del primer envío anotado.",
      en: "It leaves out {n} answers from before the first sending on record."))

  private static let leftOut = CountedPhrase(
    one: Phrase(
      es: "Del periodo queda fuera {n} respuesta que no es de ningún ticket.",
      en: "{n} answer of the period is left out: it belongs to no ticket."),
    other: Phrase(
      es: "Del periodo quedan fuera {n} respuestas que no son de ningún ticket.",
      en: "{n} answers of the period are left out: they belong to no ticket."))

  private var commentLegend: [String] {
    var lines: [String] = []
    if report.figures.contains(where: { $0.measure == .commentRate }) {
      lines.append(
        say(
          Phrase(
            es: "Tasa de comentario: respuestas con comentario ÷ respuestas del periodo.",
            en: "Comment rate: answers with a comment ÷ answers of the period.")))
    }
    if report.hasUncountedComments {
      lines.append(
        say(
          Phrase(
            es:
              "Sin tasa de comentario: faltan por contar los comentarios de antes de esta versión; «voc reindex service» los cuenta.",
            en:
              "No comment rate: the comments from before this version are still to be counted; “voc reindex service” counts them."
          )))
    }
    return lines
  }

  private var ofSurveys: [String] {
    [
      say(
        Phrase(
          es: "IC 95 %: NPS Wald ajustado; CSAT y CES Wilson. Por fecha de respuesta, días de {zone}.",
          en: "95% CI: NPS adjusted Wald; CSAT and CES Wilson. By date of answer, days of {zone}."),
        ["zone": report.zone])
    ]
  }

  private var ofSurveysAndService: [String] {
    [
      say(
        Phrase(
          es:
            "IC 95 %: NPS Wald ajustado; porcentajes Wilson; cambios Newcombe y Wald ajustado; tiempos por estadísticos de orden, y la resolución por Kaplan-Meier, con los tickets sin resolver dentro; la neta, sin el tiempo en espera del cliente. Tiempos exactos al 1 %.",
          en:
            "95% CI: NPS adjusted Wald; percentages Wilson; changes Newcombe and adjusted Wald; times by order statistics, and resolution by Kaplan-Meier, unsolved tickets included; net, without the time waiting for the customer. Times within 1%."
        )),
      say(
        Phrase(
          es:
            "Encuestas por fecha de respuesta; primera respuesta y resolución por fecha de creación; primer contacto (7 días; si constan mensajes o llamadas), reabiertos (14 días) y traspasos por fecha de la primera solución. Días de {zone}.",
          en:
            "Surveys by date of answer; first reply and resolution by date of creation; first contact (7 days; where messages or calls are on record), reopened (14 days) and transfers by date of the first solve. Days of {zone}."
        ), ["zone": report.zone]),
    ]
  }

  static func unmeasured(_ n: Int, _ invocation: Invocation) -> String {
    CountedPhrase(
      one: Phrase(
        es:
          "{n} ticket de antes de esta versión no cuenta en las cifras de servicio: «voc reindex service» lo mide.",
        en:
          "{n} ticket from before this version does not count in the figures of service: “voc reindex service” measures it."
      ),
      other: Phrase(
        es:
          "{n} tickets de antes de esta versión no cuentan en las cifras de servicio: «voc reindex service» los mide.",
        en:
          "{n} tickets from before this version do not count in the figures of service: “voc reindex service” measures them."
      ))(n, in: invocation.numbers)
  }
}
