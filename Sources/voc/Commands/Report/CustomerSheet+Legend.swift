import VocDesk

/// What the report rests on.
extension CustomerSheet {
  var legend: [String] {
    var lines = [
      say(
        report.worth == .stated
          ? Phrase(
            es:
              "Valor: lo que anotó «voc customer value»; quien no lo tiene no entra en la cuenta del valor. Clase A hasta el 80 % del valor, B hasta el 95 %, C el resto.",
            en:
              "Value: what “voc customer value” keeps; who has none does not count in it. Class A up to 80% of the value, B up to 95%, C the rest."
          )
          : Phrase(
            es:
              "No hay valores anotados («voc customer value»): en su lugar cuentan los tickets del periodo, que dicen quién contacta más y no quién vale más. Clase A hasta el 80 % de los tickets, B hasta el 95 %, C el resto.",
            en:
              "No values are kept (“voc customer value”): tickets of the period stand in, which tell who writes most and not who is worth most. Class A up to 80% of the tickets, B up to 95%, C the rest."
          )),
      say(
        Phrase(
          es:
            "Quienes valen lo mismo están en la misma clase: la del que está en medio de ellos, si un límite los parte. En el 20 % primero da igual a quién de ellos se cuente: la suma es la misma.",
          en:
            "Those who are worth the same are of the same class, that of the middle one of them where a limit parts them. In the first 20% it makes no difference who of them is counted: the sum is the same."
        )),
      say(
        Phrase(
          es:
            "Señales de riesgo, a hoy: puntos que expertos dieron a cada motivo, no una probabilidad medida; altas, medias y bajas son cortes de esa suma. Días de {zone}.",
          en:
            "Signs of risk, as of today: points that experts gave to each reason, no measured probability; high, medium and low are cuts of their sum. Days of {zone}."
        ), ["zone": report.zone]),
    ]
    if report.filter != nil {
      lines.insert(
        say(
          Phrase(
            es: "Solo clientes con un ticket del periodo que cumple el filtro; las clases son entre ellos.",
            en: "Only customers with a ticket of the period that matches the filter; classes are among them.")
        ),
        at: 0)
    }
    lines.append(
      say(
        Phrase(
          es:
            "La clase la calcula este informe; el segmento de un cliente (segment:A, --by segment) es el que le dio el negocio, y puede ser otro.",
          en:
            "The class is what this report reckons; a customer’s segment (segment:A, --by segment) is what the business gave them, and may differ."
        )))
    if report.givenClasses > 0 { lines.append(CustomerCounts.given(report.givenClasses, in: numbers)) }
    if report.nobodies > 0 { lines.append(CustomerCounts.leftOut(report.nobodies, in: numbers)) }
    if report.unmeasured > 0 {
      lines.append(CustomerCounts.unmeasured(report.unmeasured, in: numbers))
    }
    return lines
  }
}
