import VocDomain

/// Makes records of webhooks, payload by payload.
struct WhatsAppCloudReader: ChatElementReader {
  static let paths: [String] = []

  func isEnvelope(_ value: JSONValue) -> Bool { false }

  /// Templates, accounts, quality: what a change tells besides messages is no record.
  mutating func read(_ element: JSONStream.Element, into harvest: inout ChatHarvest) {
    let changes = WhatsAppCloudEnvelope.changes(in: element.value)
    if changes.isEmpty { harvest.trouble = .shape }
    for change in changes {
      let value = change["value"]
      harvest.account = harvest.account ?? value["metadata"]["phone_number_id"].text
      let people = WhatsAppCloudPeople(value)
      for message in value["messages"].array {
        if people.isBusiness(message["from"]) {
          addOwn(message, to: message["to"], people, &harvest)
        } else {
          add(message, people, &harvest)
        }
      }
      // What we wrote with the app on the phone, while the API was connected as well.
      for message in value["message_echoes"].array { addOwn(message, to: message["to"], people, &harvest) }
      for part in value["history"].array {
        for thread in part["threads"].array {
          for message in thread["messages"].array {
            if people.isBusiness(message["from"]) {
              addOwn(message, to: thread["id"], people, &harvest)
            } else {
              add(message, people, &harvest)
            }
          }
        }
      }
      for status in value["statuses"].array { add(status: status, people, &harvest) }
    }
  }

  // MARK: Messages

  private func add(_ message: JSONValue, _ people: WhatsAppCloudPeople, _ harvest: inout ChatHarvest) {
    guard let customer = people.customer(number: message["from"], userID: message["from_user_id"]) else {
      harvest.trouble = .missingField
      return
    }
    if message["type"].string == "system" {
      addNotice(message, customer, &harvest)
      return
    }
    var chat: MessageRecord.Chat?
    if let group = message["group_id"].text { chat = MessageRecord.Chat(key: group, isGroup: true) }
    add(message, by: customer, in: chat, &harvest)
  }

  private func addOwn(
    _ message: JSONValue, to number: JSONValue, _ people: WhatsAppCloudPeople, _ harvest: inout ChatHarvest
  ) {
    let agent = PartyRecord(role: .agent)
    if let group = message["group_id"].text {
      add(message, by: agent, in: MessageRecord.Chat(key: group, isGroup: true), &harvest)
    } else if let customer = people.customer(number: number, userID: message["to_user_id"]) {
      add(message, by: agent, in: Self.chat(with: customer), &harvest)
    } else {
      harvest.trouble = .missingField
    }
  }

  private static func chat(with customer: PartyRecord) -> MessageRecord.Chat? {
    guard let key = customer.phone ?? customer.bsuid ?? customer.key ?? customer.name else { return nil }
    return MessageRecord.Chat(key: key, customer: customer)
  }

  private func add(
    _ message: JSONValue, by author: PartyRecord, in chat: MessageRecord.Chat?, _ harvest: inout ChatHarvest
  ) {
    guard let at = JSONTime.read(message["timestamp"]) else {
      harvest.trouble = .date
      return
    }
    let type = message["type"].string ?? ""
    switch type {
    case "reaction":
      let emoji = message["reaction"]["emoji"].words
      add(.reaction(emoji), of: message["reaction"]["message_id"], at, author, &harvest)
    case "edit":
      let content = WhatsAppCloudContent(message["edit"]["message"])
      add(.edited(content.text), of: message["edit"]["original_message_id"], at, author, &harvest)
    case "revoke":
      add(.revoked, of: message["revoke"]["original_message_id"], at, author, &harvest)
    default:
      let content = WhatsAppCloudContent(message)
      var record = MessageRecord(line: harvest.line, at: at, author: author, text: content.text)
      record.key = message["id"].text
      record.chat = chat
      record.kind = content.kind
      record.attachment = content.attachment
      record.flags = content.flags
      harvest.add(record)
    }
  }

  private func add(
    _ change: MessageChangeRecord.Change, of message: JSONValue, _ at: RecordTime, _ party: PartyRecord?,
    _ harvest: inout ChatHarvest
  ) {
    guard let key = message.text else {
      harvest.trouble = .missingField
      return
    }
    var record = MessageChangeRecord(line: harvest.line, message: key, at: at, change: change)
    record.party = party
    harvest.records.append(.change(record))
  }

  // MARK: Notices

  /// A new number or id of a customer, who stays one person: both stand under one key.
  private func addNotice(_ message: JSONValue, _ customer: PartyRecord, _ harvest: inout ChatHarvest) {
    guard let at = JSONTime.read(message["timestamp"]) else {
      harvest.trouble = .date
      return
    }
    let notice = message["system"]
    var now = customer
    now.phone = notice.first(of: "wa_id", "new_wa_id").text.flatMap(WhatsAppCloudPeople.phone) ?? now.phone
    now.bsuid = notice["user_id"].text ?? now.bsuid
    if now != customer, let key = customer.phone ?? customer.bsuid {
      for var party in [customer, now] {
        party.key = "number:\(key)"
        harvest.add(party, updatedAt: JSONTime.instant(message["timestamp"]))
      }
    }
    var record = MessageRecord(
      line: harvest.line, at: at, author: PartyRecord(role: .system), text: WhatsAppCloudContent(message).text
    )
    record.kind = .system
    record.key = message["id"].text
    record.chat = Self.chat(with: now)
    harvest.add(record)
  }

  // MARK: Statuses

  private func add(status: JSONValue, _ people: WhatsAppCloudPeople, _ harvest: inout ChatHarvest) {
    guard let at = JSONTime.read(status["timestamp"]) else {
      harvest.trouble = .date
      return
    }
    let isGroup = status["recipient_type"].string == "group"
    let recipient = people.customer(
      number: status[isGroup ? "recipient_participant_id" : "recipient_id"],
      userID: status[isGroup ? "recipient_participant_user_id" : "recipient_user_id"])
    let change: MessageChangeRecord.Change
    if let delivery = status["status"].string.flatMap(MessageChangeRecord.Delivery.init) {
      change = .delivery(delivery, reason: Self.reason(status["errors"]))
    } else if status["status"].string == "deleted" {
      change = .revoked
    } else {
      harvest.trouble = .shape
      return
    }
    add(change, of: status["id"], at, recipient, &harvest)
  }

  /// "131047 Re-engagement message: more than 24 hours have passed"
  private static func reason(_ errors: JSONValue) -> String? {
    guard let error = errors.array.first else { return nil }
    let details = error["error_data"]["details"].words ?? error["message"].words
    let title = error["title"].words
    let said = [title, details == title ? nil : details].compactMap { $0 }.joined(separator: ": ")
    let parts = [error["code"].text, said.isEmpty ? nil : said].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
