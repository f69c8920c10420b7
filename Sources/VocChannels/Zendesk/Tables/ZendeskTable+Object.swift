import VocDomain

extension ZendeskTable {
  /// A row as the object of the API that the connector made it of; blank cells are left out.
  func object(of row: TableRow) throws(ZendeskFault) -> JSONValue {
    var members: [JSONValue.Member] = []
    for (name, column) in index.sorted(by: { $0.value < $1.value }) {
      let text = row.trimmed(column)
      if text.isEmpty { continue }
      members.append(JSONValue.Member(renamed(name), try value(text, of: name)))
    }
    if let channel = text("via_channel", of: row) {
      members.append(JSONValue.Member("via", via(channel, of: row)))
    }
    if kind == .comments && text("voice_comment", of: row).flatMap(Self.flag) == true {
      members.append(JSONValue.Member("type", .string("VoiceComment")))
    }
    return .object(members)
  }

  private func renamed(_ name: String) -> String {
    switch (kind, name) {
    case (.comments, "user_id"): "author_id"
    case (.comments, "created"): "created_at"
    default: name
    }
  }

  private func value(_ text: String, of name: String) throws(ZendeskFault) -> JSONValue {
    switch name {
    case "public", "is_public":
      guard let flag = Self.flag(text) else { throw .shape }
      return .bool(flag)
    case "tags":
      if let list = JSONValue(parsing: Array(text.utf8)), case .array = list { return list }
      return .array(text.split { $0 == "," || $0 == " " }.map { .string(String($0)) })
    case "via", "satisfaction_rating":
      return JSONValue(parsing: Array(text.utf8)) ?? .null
    default: return .string(text)
    }
  }

  /// TRUE and FALSE, also in the words that a Spanish or Portuguese Excel puts in their place.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "t", "1", "verdadero", "verdadeiro": true
    case "false", "f", "0", "falso": false
    default: nil
    }
  }

  private func via(_ channel: String, of row: TableRow) -> JSONValue {
    var from: [JSONValue.Member] = []
    if let address = text("via_source_from_address", of: row) {
      from.append(.init("address", .string(address)))
    }
    if let name = text("via_source_from_title", of: row) { from.append(.init("name", .string(name))) }
    return .object([
      .init("channel", .string(channel)), .init("source", .object([.init("from", .object(from))])),
    ])
  }
}
