public import VocDomain

/// What a column of a survey table can hold; the raw values are the names of a column map.
public enum SurveyField: String, CaseIterable, Sendable {
  /// Which survey the row answers.
  case survey
  /// The score of the row's survey.
  case score
  case comment, at, phone, name, email, channel, agent, ticket
  /// The score of that very survey, so that one row may answer several.
  case nps, csat, ces, enps
  /// The answer's own id: a table's answers are known by it only where a column map says so.
  case id
  /// What follows the first name.
  case lastName = "lastname"

  /// The survey whose score the column holds, where the field names one.
  public var kind: SurveyKind? { SurveyKind(rawValue: rawValue) }

  var isScore: Bool { self == .score || kind != nil }

  /// The field that a header usually means, nil for an unknown one.
  static func recognised(_ header: String) -> SurveyField? {
    let key = HeaderKey.fold(header)
    return usual[key] ?? question(key) ?? (asksForEase(key) && !QuestionText.isComment(key) ? .ces : nil)
  }

  /// "¿Qué tan fácil fue…?", "How easy was it…?", "Facilidad"; not "Facilidades de pago".
  static func asksForEase(_ key: String) -> Bool {
    let questions = [
      "tanfacil", "cuanfacil", "comodefacil", "quaofacil", "tansencillo", "howeasy", "easytohandle",
      "madeiteasy",
    ]
    let isNoun = key.contains("facilidad") && !key.contains("facilidades")
    return isNoun || questions.contains(where: key.contains)
  }

  /// The NPS question in full: "¿Qué tan probable es que nos recomiende…?".
  ///
  /// "Recomendaciones" and "¿Por qué nos recomendaría?" ask for words, not for a score.
  private static func question(_ key: String) -> SurveyField? {
    guard asksForRecommendation(key) else { return nil }
    let isLikelihood = key.contains("probab") || key.contains("provav") || key.contains("likely")
    if isLikelihood { return .nps }
    let asksWhy = ["porque", "why", "motivo", "razon", "comentari", "observac"].contains(where: key.hasPrefix)
    let isAdvice = ["recomendacion", "recomendaco", "recommendation"].contains(where: key.contains)
    return asksWhy || isAdvice ? .comment : .nps
  }

  /// "recomendaría", "recomiende", "recommend".
  static func asksForRecommendation(_ key: String) -> Bool {
    ["recomend", "recomiend", "recommend"].contains(where: key.contains)
  }

  private static let usual: [String: SurveyField] = {
    var table: [String: SurveyField] = [:]
    for (field, names) in names {
      for name in names.split(separator: " ") { table[String(name)] = field }
    }
    return table
  }()

  /// Usual headers in Spanish, Portuguese and English, folded.
  private static let names: [(SurveyField, String)] = [
    (.survey, "survey encuesta pesquisa surveytype surveykind tipodeencuesta tipoencuesta tipodepesquisa"),
    (.score, "score rating puntaje puntuacion calificacion nota pontuacao avaliacao valoracion"),
    (
      .comment,
      """
      comment comments comentario comentarios observacion observaciones observacao observacoes feedback \
      sugerencia sugerencias verbatim opinion motivo
      """
    ),
    (
      .at,
      """
      at date fecha data fechayhora fechahora dataehora datahora marcatemporal marcadetiempo timestamp \
      carimbodedatahora submittedat submitdate submitdateutc answeredat createdat recordedat recordeddate \
      fechaderespuesta datadaresposta fechadeenvio
      """
    ),
    (
      .phone,
      """
      phone telefono telefone celular movil whatsapp phonenumber mobile numerodetelefono telefonocelular \
      contactphonenumber
      """
    ),
    (
      .name,
      """
      name nombre nome cliente customer customername nombrecompleto nombreyapellido nombredelcliente \
      nomedocliente nomecompleto contactname
      """
    ),
    (
      .email,
      """
      email correo correoelectronico direcciondecorreoelectronico emailaddress mail contactemailaddress \
      enderecodeemail
      """
    ),
    (.channel, "channel canal canaldeatencion canaldeatendimento"),
    (.agent, "agent agente asesor asesora ejecutivo ejecutiva atendente agentname nombredelagente"),
    (.ticket, "ticket folio caso chamado ticketid numerodeticket nticket case"),
    (.nps, "nps netpromoterscore"),
    (.csat, "csat satisfaccion satisfacao satisfaction"),
    (
      .ces,
      """
      ces esfuerzo esforco effort customereffortscore niveldeesfuerzo niveldeesforco puntajedeesfuerzo \
      effortlevel effortscore levelofeffort
      """
    ),
    (.enps, "enps employeenetpromoterscore"),
  ]
}

extension SurveyKind {
  /// The survey that a cell names: "NPS", "Encuesta CSAT", "Satisfacción", "esforço"; nil for none or
  /// several.
  init?(named text: String) {
    let key = HeaderKey.fold(text)
    let words = Set(text.lowercased().split { !$0.isLetter }.map { HeaderKey.fold(String($0)) })
    var found: Set<SurveyKind> = Set(SurveyKind.allCases.filter { words.contains($0.rawValue) })
    if found.isEmpty {
      if key.contains("netpromoter") || SurveyField.asksForRecommendation(key) {
        found.insert(.nps)
      }
      if key.contains("satisf") { found.insert(.csat) }
      if ["esfuerzo", "esforco", "effort"].contains(where: key.contains) { found.insert(.ces) }
    }
    let isOfEmployees = ["employee", "emplead", "colaborador", "funcionari"].contains(where: key.contains)
    if found == [.nps] && isOfEmployees { found = [.enps] }
    guard found.count == 1, let kind = found.first else { return nil }
    self = kind
  }
}
