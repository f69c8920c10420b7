import VocDomain

extension ZendeskObjectReader {
  /// - Parameter at: when, for the comment events of an audit that do not say.
  /// - Parameter author: who, likewise.
  mutating func add(
    comment value: JSONValue, of ticket: String, at fallback: Instant? = nil, author: String? = nil
  ) throws(ZendeskFault) {
    let key = try ZendeskValue.id(value, "id")
    let createdAt = try ZendeskValue.instant(value, "created_at")
    guard let at = createdAt ?? fallback else { throw .missingField }
    let authorKey = value["author_id"].text ?? author
    guard let author = people.party(authorKey, embedded: value["author"]) else { throw .missingField }
    guard ZendeskKind.hasBody(value) else { throw .missingField }
    let isCall = value["type"].text?.hasSuffix("VoiceComment") == true || value["data"].has("recording_url")
    let files = value["attachments"].array.compactMap { $0["file_name"].text }
    var message = MessageRecord(line: line, at: .instant(at), author: author, text: text(of: value))
    message.key = key
    message.ticket = ticket
    message.isPublic = value["public"].bool ?? true
    message.attachment = files.isEmpty ? nil : files.joined(separator: ", ")
    if isCall {
      add(call: value["data"], to: &message)
    } else if author.role == .system {
      message.kind = .system
    } else if message.text.isEmpty {
      // Nothing was said and nothing sent: an update that Zendesk keeps as an empty comment.
      if files.isEmpty { return }
      message.kind = .media
    }
    append(.message(message))
  }

  private func text(of value: JSONValue) -> String {
    if let body = (value["body"].text ?? value["plain_body"].text)?.zendeskTrimmed, !body.isEmpty {
      return body
    }
    return value["html_body"].text.map(ZendeskHTML.text) ?? ""
  }

  /// A call that stands in a ticket as a comment, with its transcript where there is one.
  private func add(call data: JSONValue, to message: inout MessageRecord) {
    message.kind = .call
    if let transcript = data["transcription_text"].text?.zendeskTrimmed, !transcript.isEmpty,
      !message.text.contains(transcript)
    {
      message.text = [message.text, transcript].filter { !$0.isEmpty }.joined(separator: "\n")
    }
    message.attachment = message.attachment ?? data["recording_url"].text
    if data["answered_by_id"].text != nil { message.flags.insert(.answeredCall) }
  }
}
