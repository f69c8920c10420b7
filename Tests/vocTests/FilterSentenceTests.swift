import Testing
import VocDomain

@testable import voc

@Suite struct FilterSentenceTests {
  static let cases: [(filter: String, spanish: String)] = [
    ("estado:open", "en la columna 1, no hay un campo «estado». Tal vez: status."),
    (
      "a http://x",
      "en la columna 3, «http://x» no es un campo con su valor. Un texto con dos puntos va entre comillas, y en la "
        + "terminal así: '\"http://x\"'."
    ),
    (
      "a http:x",
      "en la columna 3, no hay un campo «http». Los campos son id, status, priority, channel, queue, assignee, "
        + "customer, segment, stage, language, country, tag, cause, cue, mood, created, updated, waiting, due, solved, is; "
        + "un texto con dos puntos va entre comillas."
    ),
    ("status:opne", "en la columna 8, «opne» no es un valor de status. Tal vez: open."),
    (
      "status:\"en pausa\"",
      "en la columna 8, «en pausa» no es un valor de status. Los valores son new, open, pending, hold, solved, "
        + "closed."
    ),
    (
      "country:Mexico",
      "en la columna 9, «Mexico» no es un valor de country. Va el código de dos letras, como MX o CO."
    ),
    (
      "tag: vip",
      "en la columna 1, falta el valor de tag. Se escribe tag:VALOR, sin espacio después de los dos puntos."
    ),
    ("a \"\"", "en la columna 3, no hay nada entre las comillas. Va entre ellas el texto que se busca."),
    ("id:12a", "en la columna 4, «12a» no es un número. Se escribe solo con cifras."),
    (
      "created:2026-02-30",
      "en la columna 9, «2026-02-30» no es una fecha. Se escribe como 2026-11-21, 2026-11, today o -7d."
    ),
    ("due:<2x", "en la columna 6, «2x» no es una duración. Se escribe como 30m, 2h o 3d."),
    ("queue:>Ventas", "en la columna 7, queue no admite <, > ni rangos. Se escribe queue:VALOR."),
    (
      "waiting:2h", "en la columna 9, waiting necesita <, > o un rango. Por ejemplo, waiting:<2h."
    ),
    (
      "created:-7d", "en la columna 9, created necesita <, > o un rango. Por ejemplo, created:>=-7d."
    ),
    ("id:9..5", "en la columna 4, el rango de id va al revés. Va primero el menor y después el mayor."),
    ("a \"b", "en la columna 3, unas comillas no se cierran. Faltan las comillas del final."),
    ("(a", "en la columna 1, un paréntesis no se cierra. Falta un ) más adelante."),
    ("a)", "en la columna 2, un ) no cierra nada. Sobra, o falta un ( antes."),
    ("()", "en la columna 1, no hay nada entre los paréntesis. Va adentro al menos una condición."),
    ("a OR", "en la columna 3, a «OR» le falta una condición al lado. Va entre dos condiciones."),
    ("a - b", "en la columna 3, a «-» le falta una condición al lado. Va pegado a lo que niega: -tag:vip."),
    (
      "tag:\"a\"b",
      "en la columna 8, sobra «b». Después de cada condición va un espacio; un texto con dos puntos va entre "
        + "comillas."
    ),
    (
      String(repeating: "(", count: 60) + "a",
      "en la columna 51, hay demasiados paréntesis, unos dentro de otros. Conviene escribirlo con menos."
    ),
  ]

  @Test(arguments: cases.indices)
  func everyErrorIsASentence(index: Int) throws {
    let (filter, spanish) = FilterSentenceTests.cases[index]
    let error = try #require(throws: FilterError.self) { try TicketFilter.parse(filter) }
    let explanation = Explanation(error, language: .es)
    #expect(explanation.line == "voc: el filtro no se entiende: \(spanish)\n")
    #expect(explanation.exitCode == .usage)
    let english = Explanation(error, language: .en).line
    #expect(english.hasPrefix("voc: the filter makes no sense: at column "))
    #expect(!english.contains("{") && !english.contains("«"))
  }
}
