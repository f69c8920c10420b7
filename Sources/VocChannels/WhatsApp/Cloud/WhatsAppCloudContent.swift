import VocDomain

/// What a message says, by its type.
struct WhatsAppCloudContent {
  var kind = ChannelRecord.Kind.message
  var text = ""
  var attachment: String?
  var flags: ChannelRecord.Flags = []

  /// Reads `message[type]`; a type that Meta does not pass on is a message whose content is left out.
  init(_ message: JSONValue) {
    let type = message["type"].string ?? ""
    let body = message[type]
    switch type {
    case "text": text = body["body"].string ?? ""
    case "image", "video", "audio", "voice", "document", "sticker":
      kind = .media
      text = body["caption"].string ?? ""
      attachment = body["filename"].words ?? body["id"].text
    case "location":
      kind = .location
      text = Self.location(body)
    case "contacts":
      kind = .contact
      text = Self.lines(body.array.map(Self.contact))
    case "interactive": text = Self.interactive(body)
    case "button": text = body["text"].words ?? body["payload"].words ?? ""
    case "order": text = Self.order(body)
    case "system", "request_welcome":
      kind = .system
      text = body["body"].string ?? type
    default: text = body["body"].string ?? body["text"].string ?? ""
    }
    if text.utf8.contains(0x0D) { text = text.replacing("\r\n", with: "\n") }
    if kind == .message && text.isEmpty {
      kind = .media
      flags = .omitted
    }
  }

  private static func lines(_ lines: [String?]) -> String {
    lines.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func location(_ body: JSONValue) -> String {
    let point = [body["latitude"].text, body["longitude"].text].compactMap { $0 }.joined(separator: ", ")
    return lines([body["name"].words, body["address"].words, point])
  }

  /// "Mónica Rojas: +56 9 1234 5678, +56 2 2345 6789"
  private static func contact(_ card: JSONValue) -> String {
    let name =
      card["name"]["formatted_name"].words
      ?? [card["name"]["first_name"].words, card["name"]["last_name"].words].compactMap { $0 }
      .joined(separator: " ")
    let numbers = card["phones"].array.compactMap { $0["phone"].words ?? $0["wa_id"].words }
    return [name, numbers.joined(separator: ", ")].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private static func interactive(_ body: JSONValue) -> String {
    switch body["type"].string {
    case "button_reply": return body["button_reply"]["title"].string ?? ""
    case "list_reply":
      return lines([body["list_reply"]["title"].words, body["list_reply"]["description"].words])
    case "nfm_reply":
      let reply = body["nfm_reply"]
      let answers = JSONValue(parsing: Array((reply["response_json"].string ?? "").utf8)) ?? .null
      let fields = answers.members.filter { $0.name != "flow_token" }.compactMap { member in
        (member.value.text ?? member.value.bool?.description).map { "\(member.name): \($0)" }
      }
      return lines([reply["body"].words] + fields)
    default: return ""
    }
  }

  /// "3 × HAMBURGUESA, 30 CLP" for each product.
  private static func order(_ body: JSONValue) -> String {
    let items = body["product_items"].array.map { item in
      let price = [item["item_price"].text, item["currency"].text].compactMap { $0 }.joined(separator: " ")
      let product = "\(item["quantity"].text ?? "1") × \(item["product_retailer_id"].text ?? "?")"
      return price.isEmpty ? product : "\(product), \(price)"
    }
    return lines([body["text"].words] + items)
  }
}
