import VocDomain

/// Why an object of an export gives no record.
struct ZendeskFault: Error {
  let reason: ImportProblem.Reason

  static let missingField = ZendeskFault(reason: .missingField)
  static let unplaced = ZendeskFault(reason: .unplaced)
  static let shape = ZendeskFault(reason: .shape)
  static let date = ZendeskFault(reason: .date)
  static let impossibleDate = ZendeskFault(reason: .impossibleDate)
  static let score = ZendeskFault(reason: .score)
  static let number = ZendeskFault(reason: .number)
}

/// The small values that Zendesk's objects are made of.
enum ZendeskValue {
  /// Until the end of the year 9999, in Unix seconds.
  private static let seconds: ClosedRange<Int64> = 0...253_402_300_799

  /// An id without which the object means nothing.
  static func id(_ object: JSONValue, _ name: String) throws(ZendeskFault) -> String {
    guard let id = object[name].text else { throw .missingField }
    return id
  }

  /// The first of these members that is there: ISO 8601 or Unix seconds. A time without an offset is UTC, as all
  /// of Zendesk's are.
  static func instant(_ object: JSONValue, _ names: String...) throws(ZendeskFault) -> Instant? {
    let value = names.lazy.map { object[$0] }.first { !$0.isNull && $0.string != "" } ?? .null
    if value.isNull { return nil }
    guard let text = value.text else { throw .date }
    if let number = value.int {
      guard seconds.contains(number) else { throw .date }
      return Instant(unixSeconds: number)
    }
    let bytes = Array(text.utf8)
    guard let date = TableDate(bytes.span), date.isYearFirst,
      case .instant(let instant)? = date.time(.ymd, isUTC: true)
    else { throw .date }
    return instant
  }

  /// Solved tickets may be closed, never the other way round; nil for what Zendesk does not have.
  static func status(_ name: String?) -> Ticket.Status? { name.flatMap(Ticket.Status.init(rawValue:)) }

  static func priority(_ name: String?) -> Ticket.Priority? {
    name.flatMap(Ticket.Priority.init(name:))
  }

  static func role(_ name: String?) -> PartyRecord.Role? {
    switch name {
    case "end-user": .customer
    case "agent", "admin": .agent
    default: nil
    }
  }

  /// The kind of channel that one of `via.channel`'s names stands for.
  ///
  /// Source: Zendesk developer documentation, "Via types".
  static func channel(_ name: String?) -> String? {
    switch name {
    case "email": "email"
    case "web", "web_form", "web_widget", "help_center", "mobile", "mobile_sdk", "sample_ticket", "forum":
      "web"
    case "chat", "native_messaging", "messaging", "chat_transcript", "answer_bot": "chat"
    case "whatsapp": "whatsapp"
    case "voice", "phone", "sms", "voicemail": "phone"
    case "facebook", "facebook_post", "facebook_message", "facebook_messenger", "messenger", "twitter",
      "twitter_dm", "twitter_direct_message", "twitter_favorite", "twitter_like", "twitter_mention",
      "instagram_dm", "instagram", "telegram", "line", "viber", "wechat", "kakaotalk":
      "social"
    case "api": "api"
    default: nil
    }
  }

  /// Good and bad are 5 and 1 of 5; nil where nobody answered.
  static func score(_ value: JSONValue) throws(ZendeskFault) -> Int? {
    switch value.text?.lowercased() {
    case nil, "offered", "unoffered": return nil
    case "good", "good_with_comment": return 5
    case "bad", "bad_with_comment": return 1
    default:
      guard let score = value.int, SurveyKind.csat.scale.contains(Int(clamping: score)) else { throw .score }
      return Int(clamping: score)
    }
  }

  /// The comment of a rating with the reason that was chosen for a bad one.
  static func comment(of rating: JSONValue) -> String {
    let reason = rating["reason"].text.flatMap { $0 == "No reason provided" ? nil : $0 }
    return [rating["comment"].text, reason].compactMap { $0 }.joined(separator: "\n")
  }

  /// The part of a URL's host before ".zendesk.com".
  static func subdomain(_ url: String?) -> String? {
    guard let url, let scheme = url.firstRange(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count == 3, labels[1] == "zendesk", labels[2] == "com", !labels[0].isEmpty else {
      return nil
    }
    return String(labels[0])
  }

  /// The number in "…/tickets/123/comments.json?page=2".
  static func ticket(_ url: String?) -> String? {
    guard let url, let path = url.firstRange(of: "/tickets/") else { return nil }
    let number = url[path.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return number.isEmpty ? nil : String(number)
  }

  /// The number in file names like "123-comments.json", "comments_123.json" and "ticket-123.json".
  static func ticketNumber(inFileName name: String) -> String? {
    let stem = name.prefix { $0 != "." }
    let digits = stem.filter { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, stem.contains(digits) else { return nil }
    let words = stem.lowercased().split { !$0.isLetter }
    let known: Set<Substring> = ["ticket", "tickets", "comment", "comments", "comentarios", "zendesk"]
    return words.contains { !known.contains($0) } ? nil : digits
  }
}
