import VocDomain

/// Makes records of Telegram's messages, one chat after the other.
struct TelegramReader: ChatElementReader {
  static let paths = ["messages", "chats.list.messages", "left_chats.list.messages"]
  private let identities: Set<String>

  init(identities: [String]) { self.identities = Set(identities.map(Folding.folded)) }

  /// A chat, or an account, without a message.
  func isEnvelope(_ value: JSONValue) -> Bool {
    value.has("personal_information") || value.has("about") || value["chats"].has("about")
      || value.has("type") && value.has("name") && value.has("id")
  }

  func read(_ element: JSONStream.Element, into harvest: inout ChatHarvest) {
    let value = element.value
    guard !element.path.isEmpty, let around = element.parents.last else {
      harvest.trouble = .shape
      return
    }
    let owner = element.parents.first?["personal_information"]["user_id"].text
    harvest.account = owner
    let chat = TelegramChat(around, owner: owner.map { "user\($0)" }, identities: identities)
    if !chat.hasCustomers { return }
    guard let at = JSONTime.read(value["date_unixtime"]) ?? JSONTime.read(value["date"]) else {
      harvest.trouble = .date
      return
    }
    let isService = value["type"].string == "service"
    let author = chat.author(
      name: value[isService ? "actor" : "from"].words, id: value[isService ? "actor_id" : "from_id"].text)
    var message = MessageRecord(line: harvest.line, at: at, author: author, text: text(value["text"]))
    message.chat = chat.chat
    if let id = value["id"].text, let chat = chat.chat { message.key = "\(chat.key):\(id)" }
    if let edited = JSONTime.instant(value["edited_unixtime"]) {
      message.updatedAt = edited
      message.flags.insert(.edited)
    } else if value.has("edited") {
      message.flags.insert(.edited)
    }
    if isService { describe(service: value, &message) } else { describe(content: value, &message) }
    harvest.add(message)
  }

  /// "" or a text, or a list of texts and of marked stretches.
  private func text(_ value: JSONValue) -> String {
    if let text = value.string { return text.trimmed }
    return value.array.map { piece in
      let text = piece.string ?? piece["text"].string ?? ""
      return piece["href"].words.map { "\(text) (\($0))" } ?? text
    }.joined().trimmed
  }

  private func describe(service value: JSONValue, _ message: inout MessageRecord) {
    let action = value["action"].string ?? ""
    if action == "phone_call" {
      message.kind = .call
      let isAnswered = (value["duration_seconds"].int ?? 0) > 0
      if message.author.role == .agent { message.flags.insert(isAnswered ? .answeredCall : .unansweredCall) }
      return
    }
    message.kind = .system
    let details = [message.author.name, action, value["title"].words, message.text].compactMap { $0 }
    message.text = details.filter { !$0.isEmpty }.joined(separator: " ")
    message.author = PartyRecord(role: .system)
  }

  private func describe(content value: JSONValue, _ message: inout MessageRecord) {
    let (place, card) = (value["location_information"], value["contact_information"])
    if value.has("location_information") {
      message.kind = .location
      message.text = [place["latitude"].text, place["longitude"].text].compactMap { $0 }.joined(
        separator: ", ")
    }
    if value.has("contact_information") {
      message.kind = .contact
      let name = [card["first_name"].words, card["last_name"].words].compactMap { $0 }.joined(separator: " ")
      message.text = [name, card["phone_number"].words ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    }
    if value.has("poll") {
      message.kind = .poll
      if message.text.isEmpty { message.text = value["poll"]["question"].words ?? "" }
    }
    guard value.has("media_type") || value.has("file") || value.has("photo") else { return }
    message.kind = .media
    let file = value.first(of: "file", "photo").words
    if let file, !file.hasPrefix("(") { message.attachment = file } else { message.flags.insert(.omitted) }
    if message.text.isEmpty { message.text = value["sticker_emoji"].words ?? "" }
  }
}

/// The chat around a message, and who is who in it.
struct TelegramChat {
  let chat: MessageRecord.Chat?
  /// False for notes to oneself, talks with a bot and channels that only their owner writes in.
  var hasCustomers: Bool { !Self.withoutCustomers.contains(type) }
  private static let withoutCustomers = ["saved_messages", "bot_chat", "private_channel", "public_channel"]
  private let type: String
  private let name: String?
  private let id: String?
  private let owner: String?
  private let identities: Set<String>

  init(_ value: JSONValue, owner: String?, identities: Set<String>) {
    self.owner = owner
    self.identities = identities
    type = value["type"].string ?? ""
    name = value["name"].words
    id = value["id"].text
    guard let key = id ?? name.map({ "name:\($0)" }) else {
      chat = nil
      return
    }
    var chat = MessageRecord.Chat(
      key: key, title: name, isGroup: type.contains("group"))
    if type == "personal_chat" {
      var customer = PartyRecord(key: id.map { "user\($0)" }, role: .customer, name: name)
      customer.handle = id.map { "telegram:user\($0)" }
      chat.customer = customer
    }
    self.chat = chat
  }

  func author(name author: String?, id authorID: String?) -> PartyRecord {
    var party = PartyRecord(key: authorID, role: role(author, authorID), name: author)
    if party.role != .agent { party.handle = authorID.map { "telegram:\($0)" } }
    return party
  }

  /// Nil where neither the account, nor `--us`, nor a chat of two tells.
  private func role(_ author: String?, _ authorID: String?) -> PartyRecord.Role? {
    if let authorID, authorID == owner { return .agent }
    if [author, authorID].contains(where: { $0.map { identities.contains(Folding.folded($0)) } == true }) {
      return .agent
    }
    if type == "personal_chat" {
      if let authorID, let id { return authorID == "user\(id)" ? .customer : .agent }
      if let author, let name { return author == name ? .customer : .agent }
      return author == nil ? .customer : nil
    }
    return owner != nil || !identities.isEmpty ? .customer : nil
  }
}
