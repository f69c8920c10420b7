public import VocDomain

/// Reads a SurveyMonkey export of all responses, in CSV: a row of questions, a row of their choices.
///
/// A question's cell is empty above all of its choices but the first. The row of choices may be empty as a
/// whole.
public struct SurveyMonkeyExport: ExportReader {
  public static let format = ExportFormat.surveymonkey
  public let findings: ExportFindings
  private let plan: SurveyPlan

  public static func recognises(_ head: ExportHead) -> Bool {
    TableHead.rows(head, most: 1).first.map(isHeader) ?? false
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    plan = try SurveyPass.survey(source, Self.dialect, options)
    findings = plan.findings
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    try SurveyPass.read(source, plan, record: record, problem: problem)
  }

  private static var dialect: SurveyDialect { SurveyDialect(lookahead: 2, layout: layout) }

  private static func isHeader(_ row: [String]) -> Bool {
    let keys = row.prefix(4).map(HeaderKey.fold)
    return keys.first.map(respondents.contains) == true && keys.contains(where: collectors.contains)
  }

  private static func layout(_ rows: [TableRow], _ options: ReadingOptions) throws -> SurveyLayout {
    guard let first = rows.first?.trimmedCells, isHeader(first) else { throw UnreadableExport.noHeader }
    let second = rows.count > 1 ? rows[1].trimmedCells : []
    // The second row is answers where a respondent's number stands in it.
    let hasChoices = second.first?.isEmpty == true
    var columns: [ToolColumns.Column] = []
    var question = ""
    for index in first.indices {
      let choice = hasChoices ? second[index] : ""
      if !first[index].isEmpty { question = first[index] }
      let isOpen = open.contains(HeaderKey.fold(choice))
      let text = isOpen && first[index].isEmpty ? choice : question
      let isAnswer = choice.isEmpty || isOpen || answers.contains(HeaderKey.fold(choice))
      // A question with a column for each of its steps is one question still; a matrix is one for each row.
      let isStep = !isAnswer && ![.blank, .unreadable].contains(AnswerReading(choice))
      let key = HeaderKey.fold(question) + (isAnswer || isStep ? "" : "/" + HeaderKey.fold(choice))
      columns.append(
        ToolColumns.Column(code: first[index], text: text, question: key, isOpen: isOpen, isStep: isStep))
    }
    var layout = SurveyLayout(columns: columns.map(\.text))
    layout.headerRows = hasChoices ? 2 : 1
    var ends: [Int] = []
    var starts: [Int] = []
    for (index, name) in first.enumerated() where index < 12 {
      let key = HeaderKey.fold(name)
      if respondents.contains(key) {
        layout.fields[.id] = layout.fields[.id] ?? index
      } else if let field = Self.fields[key] {
        layout.fields[field] = layout.fields[field] ?? index
      } else if endDates.contains(key) {
        ends.append(index)
      } else if startDates.contains(key) {
        starts.append(index)
      } else if collectors.contains(key) || addresses.contains(key) {
        layout.ignored.insert(index)
      }
    }
    layout.dates = ends + starts
    let taken = Set(layout.fields.values).union(layout.dates).union(layout.ignored)
    try ToolColumns.fill(&layout, columns, taken: taken, options: options)
    return layout
  }

  private static let respondents: Set<String> = [
    "respondentid", "iddelencuestado", "iddeencuestado", "iddelparticipante", "iddorespondente",
    "identificaciondelencuestado",
  ]
  private static let collectors: Set<String> = [
    "collectorid", "iddelrecopilador", "idderecopilador", "iddocoletor", "idcoletor",
  ]
  private static let endDates: Set<String> = [
    "enddate", "fechadefinalizacion", "fechafinal", "datadetermino", "datedemodificacion", "datemodified",
  ]
  private static let startDates: Set<String> = [
    "startdate", "fechadeinicio", "datadeinicio", "datecreated",
  ]
  private static let addresses: Set<String> = ["ipaddress", "direccionip", "enderecoip"]
  private static let fields: [String: SurveyField] = [
    "emailaddress": .email, "direcciondecorreoelectronico": .email, "enderecodeemail": .email,
    "firstname": .name,
    "nombre": .name, "nome": .name, "lastname": .lastName, "apellido": .lastName, "apellidos": .lastName,
    "sobrenome": .lastName,
  ]
  private static let open: Set<String> = [
    "openendedresponse", "respuestaabierta", "respuestadeextremoabierto", "respostaaberta",
    "otherpleasespecify",
    "otroespecifique", "otroporfavorespecifique", "outroespecifique", "comments", "comentarios",
  ]
  private static let answers: Set<String> = ["response", "respuesta", "resposta"]
}
