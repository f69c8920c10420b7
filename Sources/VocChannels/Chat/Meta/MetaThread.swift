import VocDomain

/// One thread: whose it is, and what its messages say.
struct MetaThread {
  struct Trouble: Error {
    let reason: ImportProblem.Reason
  }

  private let identities: Set<String>
  private var title: String?
  private var path: String?
  private var participants: [String] = []
  private var tally = SenderTally()
  private var first: Int64?
  private var last: Int64?

  init(identities: [String]) { self.identities = Set(identities.map(Folding.folded)) }

  /// Told by the times at both ends.
  var isNewestFirst: Bool {
    guard let first, let last else { return true }
    return first >= last
  }

  mutating func learn(about thread: JSONValue) {
    title = thread.first(of: "title", "threadName").words ?? title
    path = thread["thread_path"].words ?? path
    let names = thread["participants"].array.compactMap { $0["name"].words ?? $0.words }
    if !names.isEmpty { participants = names }
  }

  mutating func learn(from message: JSONValue) {
    if let time = message.first(of: "timestamp_ms", "timestamp").int {
      first = first ?? time
      last = time
    }
    if let name = message.first(of: "sender_name", "senderName").words { tally.add(Mojibake.repaired(name)) }
  }

  /// Senders whose side nothing tells.
  var undecidedSenders: [(name: String, count: Int)] {
    tally.senders.contains { role($0.name) == nil } ? tally.senders : []
  }

  private var isGroup: Bool { max(participants.count, tally.senders.count) > 2 }

  /// A thread of two bears the other's name.
  private var customer: String? {
    guard let title, !isGroup else { return nil }
    let names = participants + tally.senders.map(\.name)
    return names.contains(title) && names.contains { $0 != title } ? title : nil
  }

  private func role(_ name: String) -> PartyRecord.Role? {
    if identities.contains(Folding.folded(name)) { return .agent }
    let others = participants + tally.senders.map(\.name)
    if others.contains(where: { identities.contains(Folding.folded($0)) }) { return .customer }
    return customer.map { $0 == name ? .customer : .agent }
  }

  func message(_ value: JSONValue, line: Int) -> Result<MessageRecord, Trouble> {
    guard let name = value.first(of: "sender_name", "senderName").words else {
      return .failure(Trouble(reason: .missingField))
    }
    guard let at = JSONTime.read(value.first(of: "timestamp_ms", "timestamp")) else {
      return .failure(Trouble(reason: .date))
    }
    let text = value.first(of: "content", "text").string?.trimmed ?? ""
    let author = PartyRecord(role: role(name), name: name)
    var message = MessageRecord(line: line, at: at, author: author, text: text)
    message.chat = chat
    describe(value, &message)
    return .success(message)
  }

  /// By its time and what it says: a thread has no ids.
  func key(of message: MessageRecord, _ value: JSONValue) -> String {
    let time = value.first(of: "timestamp_ms", "timestamp").text ?? ""
    let words = Fingerprint([message.author.name, message.text, message.attachment])
    return "\(message.chat?.key ?? ""):\(time):\(words.value)"
  }

  /// Where a reaction has no time of its own, it has its message's.
  func reactions(_ value: JSONValue, to message: MessageRecord) -> [MessageChangeRecord] {
    value["reactions"].array.compactMap { reaction in
      guard let key = message.key, let sign = reaction["reaction"].words, let name = reaction["actor"].words
      else { return nil }
      let at = JSONTime.read(reaction["timestamp"]) ?? message.at
      var change = MessageChangeRecord(line: message.line, message: key, at: at, change: .reaction(sign))
      change.party = PartyRecord(role: role(name), name: name)
      return change
    }
  }

  private var chat: MessageRecord.Chat? {
    guard let key = path ?? title.map({ "title:\($0)" }) else { return nil }
    var chat = MessageRecord.Chat(key: key, title: title, isGroup: isGroup)
    let others = participants.filter { !identities.contains(Folding.folded($0)) }
    let other = customer ?? (!isGroup && others.count == 1 && participants.count == 2 ? others.first : nil)
    chat.customer = other.map { PartyRecord(role: .customer, name: $0) }
    return chat
  }

  private func describe(_ value: JSONValue, _ message: inout MessageRecord) {
    let lists = ["photos", "videos", "audio_files", "files", "gifs", "media"].flatMap { value[$0].array }
    let files = lists + (value.has("sticker") ? [value["sticker"]] : [])
    if !files.isEmpty {
      message.kind = .media
      message.attachment = files.listed { file in
        (file["uri"].words ?? file.words)?.split(separator: "/").last.map(String.init)
      }
    }
    if let link = value["share"]["link"].words, !message.text.contains(link) {
      let parts = [message.text, value["share"]["share_text"].words ?? "", link]
      message.text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }
    if let duration = value["call_duration"].int {
      message.kind = .call
      if message.author.role == .agent {
        message.flags.insert(duration > 0 ? .answeredCall : .unansweredCall)
      }
    }
    if value.first(of: "is_unsent", "isUnsent").bool == true { message.kind = .deleted }
    if message.kind == .message && MetaNotice.isReaction(message.text) {
      message.kind = .system
      message.text = [message.author.name, message.text].compactMap { $0 }.joined(separator: ": ")
      message.author = PartyRecord(role: .system)
    }
  }
}
