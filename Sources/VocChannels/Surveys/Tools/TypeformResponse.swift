import VocDomain

/// One response of a Typeform form, from a webhook or from the Responses API.
///
/// Source: Typeform, "Webhooks: Example payload" and "Responses API": the value of an answer stands under a key
/// named by its type.
struct TypeformResponse {
  struct Answer {
    var question: String
    var text: String
    var type: String
    var value: String
    var isOpen: Bool { type == "text" || type == "long_text" || type == "short_text" }
  }

  private let response: JSONValue
  private let titles: [String: String]

  /// Nil for JSON that is no response.
  init?(_ value: JSONValue) {
    response = value["form_response"].isNull ? value : value["form_response"]
    guard response["token"].text ?? response["response_id"].text != nil,
      response.has("answers") || response.has("landed_at")
    else { return nil }
    var titles: [String: String] = [:]
    for field in response[path: "definition.fields"].array {
      guard let title = field["title"].text else { continue }
      for key in [field["id"].text, field["ref"].text].compactMap(\.self) { titles[key] = title }
    }
    self.titles = titles
  }

  var token: String? { response["token"].text ?? response["response_id"].text }

  /// Nil, or empty as the API has it ("0001-01-01T00:00:00Z"), for a response that was left before its end.
  var submittedAt: RecordTime? {
    guard let text = response["submitted_at"].text, !text.hasPrefix("0001-") else { return nil }
    return SurveyTime.time(.string(text))
  }

  var completeness: AnswerRecord.Completeness {
    let type = response["response_type"].text
    if type == "started" || type == "partial" { return .partial }
    return submittedAt == nil ? .partial : .complete
  }

  var landedAt: RecordTime? { SurveyTime.time(response["landed_at"]) }

  var hidden: JSONValue { response["hidden"] }

  var answers: [Answer] {
    response["answers"].array.compactMap { answer in
      let field = answer["field"]
      guard let type = answer["type"].text, let id = field["id"].text ?? field["ref"].text else { return nil }
      let value = answer[type]
      guard let text = value["label"].text ?? value.cell ?? Self.list(value) else { return nil }
      let title = titles[id] ?? field["title"].text ?? field["ref"].text.flatMap { titles[$0] ?? $0 } ?? id
      return Answer(question: id, text: title, type: field["type"].text ?? type, value: text)
    }
  }

  private static func list(_ value: JSONValue) -> String? {
    let labels = value["labels"].array.compactMap(\.text)
    return labels.isEmpty ? nil : labels.joined(separator: "; ")
  }
}
