import VocDomain

/// The survey answers in a contact's attributes, where a column map names them.
struct ConnectAnswers: Sendable {
  private let scores: [(path: String, survey: SurveyKind)]
  private let comment: String?

  /// Throws `UnreadableExport.unknownField` for a field that is no survey's score and no comment.
  init(options: ReadingOptions) throws {
    var scores: [(path: String, survey: SurveyKind)] = []
    var comment: String?
    for (path, field) in options.map {
      let name = field.lowercased()
      if name == "comment" {
        comment = path
      } else if let survey = SurveyKind(rawValue: name) ?? (name == "score" ? options.survey : nil) {
        scores.append((path, survey))
      } else {
        let names = SurveyKind.allCases.map(\.rawValue) + ["score", "comment"]
        throw UnreadableExport.unknownField(field, nearest: Nearest.names(to: field, among: names))
      }
    }
    self.scores = scores
    self.comment = comment
  }

  /// Throws a `CellTrouble` for a score outside its scale; blank attributes are no answers.
  func of(_ contact: JSONValue, _ leg: ConnectLeg) throws -> [AnswerRecord] {
    try scores.compactMap { path, survey in
      guard let text = value(path, in: contact).text?.trimmed, !text.isEmpty else { return nil }
      guard case .number(let score) = SurveyCell.score(text.utf8.span), survey.scale.contains(score) else {
        throw CellTrouble(reason: .score)
      }
      var answer = AnswerRecord(line: leg.line, survey: survey, score: score)
      answer.comment = comment.flatMap { value($0, in: contact).text } ?? ""
      answer.at = contact["DisconnectTimestamp"].time ?? leg.at
      answer.phone = leg.address.flatMap { $0.isDialled ? $0 : nil }
      answer.agent = leg.agent
      answer.key = "\(leg.id)#\(path)"
      answer.updatedAt = leg.updatedAt
      if contact["Channel"].text ?? "VOICE" != "VOICE" { answer.ticketKey = leg.key }
      return answer
    }
  }

  /// By the path, or by the attribute's bare name.
  private func value(_ path: String, in contact: JSONValue) -> JSONValue {
    let named = contact["Attributes"][path]
    if !named.isNull { return named }
    if path.hasPrefix("Attributes.") { return contact["Attributes"][String(path.dropFirst(11))] }
    return contact[path: path]
  }
}
