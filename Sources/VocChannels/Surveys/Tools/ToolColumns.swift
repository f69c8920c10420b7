import VocDomain

/// What the columns of a survey tool's table mean, beyond those that every table of the tool has.
struct ToolColumns {
  /// A column as its header rows tell it.
  struct Column {
    /// A short name: "Q1", a question's code; or the question itself.
    var code: String
    /// The question in words.
    var text: String
    /// Unique and stable within the survey.
    var question: String
    /// Holds what somebody typed.
    var isOpen = false
    /// Holds one of its question's choices, the other choices have columns of their own.
    var isStep = false
  }

  /// Gives every column that is not taken its meaning: mapped, a score, a comment, or whose answer it is.
  static func fill(
    _ layout: inout SurveyLayout, _ columns: [Column], taken: Set<Int>, options: ReadingOptions
  ) throws {
    layout.ignored.formUnion(columns.indices.filter { columns[$0].code.isEmpty && columns[$0].text.isEmpty })
    let questions = unique(columns)
    var taken = taken.union(layout.ignored)
    taken.formUnion(
      try layout.apply(
        options.map, codes: columns.map(\.code), texts: columns.map(\.text), questions: questions))
    let hasGivenScore = layout.scores.contains(where: \.isGiven)
    var unnamed: [Int] = []
    let grouped = Set(columns.map(\.code).filter(isGroup).map { $0.dropLast(groupEnding.count) })
    for (index, column) in columns.enumerated() where !taken.contains(index) {
      let key = HeaderKey.fold(column.text)
      if isGroup(column.code) {
        layout.ignored.insert(index)
      } else if grouped.contains(column.code[...]) {
        if !hasGivenScore { layout.add(score: index, kind: .nps, question: questions[index]) }
      } else if QuestionText.isComment(key) {
        layout.comments.append(index)
      } else if !column.isOpen, let kind = QuestionText.kind(code: column.code, text: column.text) {
        if !hasGivenScore { layout.add(score: index, kind: kind, question: questions[index]) }
      } else if let field = SurveyField.asked(column.text) ?? SurveyField.recognised(column.code) {
        if field == .comment {
          layout.comments.append(index)
        } else if field == .score {
          unnamed.append(index)
        } else if !field.isScore && field != .at && layout.fields[field] == nil {
          layout.fields[field] = index
        }
      } else if column.isOpen {
        layout.comments.append(index)
      }
    }
    if layout.scores.isEmpty {
      for index in unnamed { layout.add(score: index, kind: nil, question: questions[index]) }
    }
    layout.comments.sort()
    // What somebody typed where no score stands is no comment of any.
    if layout.scores.isEmpty { layout.comments = [] }
  }

  /// "Q1_NPS_GROUP" stands beside the NPS question "Q1" and says again what its score does.
  private static let groupEnding = "_NPS_GROUP"

  private static func isGroup(_ code: String) -> Bool { code.hasSuffix(groupEnding) }

  private static func unique(_ columns: [Column]) -> [String] {
    var seen: [String: Int] = [:]
    return columns.map { column in
      if column.isStep { return column.question }
      let count = (seen[column.question] ?? 0) + 1
      seen[column.question] = count
      return count == 1 ? column.question : "\(column.question)#\(count)"
    }
  }
}

extension SurveyField {
  /// The field that a question asks for: "¿Cuál es su nombre?", "Número de celular".
  static func asked(_ question: String) -> SurveyField? {
    if let field = recognised(question) { return field }
    let key = HeaderKey.fold(question)
    if key.utf8.count > 60 { return nil }
    if ["correoelectronico", "email"].contains(where: key.contains) { return .email }
    if ["telefono", "telefone", "celular", "whatsapp", "phonenumber"].contains(where: key.contains) {
      return .phone
    }
    let names = [
      "sunombre", "tunombre", "seunome", "yourname", "nombrecompleto", "nombreyapellido", "nomecompleto",
    ]
    return names.contains(where: key.contains) ? .name : nil
  }
}

/// The first rows of a file's head, as far as they are whole.
extension TableHead {
  static func rows(_ head: ExportHead, most: Int) -> [[String]] {
    var rows: [[String]] = []
    _ = try? TableReader.read(ByteSource(name: "", bytes: head.bytes)) { row in
      if rows.count < most { rows.append((0..<row.count).map(row.trimmed)) }
    } problem: { _ in
    }
    return rows
  }
}

extension TableRow {
  /// All cells without white space around them.
  var trimmedCells: [String] { (0..<count).map(trimmed) }
}
