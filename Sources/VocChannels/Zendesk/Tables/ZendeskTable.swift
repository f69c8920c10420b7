import VocDomain

/// One of the connector's tables, told by its columns.
struct ZendeskTable {
  enum Kind: CaseIterable {
    case tickets, comments, users, ratings, history, chatEvents, chats

    /// The columns that a table of this kind has, with others beside them.
    fileprivate var columns: [String] {
      switch self {
      case .tickets: ["id", "requester_id", "submitter_id", "status", "subject", "created_at"]
      case .comments: ["id", "ticket_id", "body", "public"]
      case .users: ["id", "role", "email", "name", "ticket_restriction"]
      case .ratings: ["id", "ticket_id", "score", "requester_id", "assignee_id"]
      case .history: ["ticket_id", "field_name", "updated", "value"]
      case .chatEvents: ["chat_id", "chat_index", "actor_id", "message", "type", "created_at"]
      case .chats: ["chat_id", "ticket_id", "visitor_id", "user_id"]
      }
    }

    /// The columns without which, or with something else than a number in them, a row means nothing.
    fileprivate var numbers: [String] {
      switch self {
      case .tickets: ["id", "requester_id", "submitter_id", "assignee_id"]
      case .comments: ["id", "ticket_id", "user_id", "author_id"]
      case .users: ["id"]
      case .ratings: ["id", "ticket_id", "requester_id", "assignee_id"]
      case .history: ["ticket_id", "user_id"]
      case .chatEvents: ["chat_index"]
      case .chats: ["ticket_id", "user_id"]
      }
    }
  }

  /// What a file must have to be of any use, for people to read.
  static let needed = Kind.tickets.columns

  let kind: Kind
  /// Where each column stands; the first of several with one name.
  let index: [String: Int]

  init?(columns: [String]) {
    let names = columns.map { $0.trimmed.lowercased() }
    guard let kind = Kind.allCases.first(where: { $0.columns.allSatisfy(names.contains) }) else { return nil }
    // A comment's author and time have one of two names.
    if kind == .comments && !(names.contains("user_id") || names.contains("author_id")) { return nil }
    self.kind = kind
    index = Dictionary(zip(names, names.indices)) { first, _ in first }
  }

  /// The column of a number that is none, as "1,03082E+12" that a spreadsheet made of an id.
  func damagedNumber(in row: TableRow) -> Int? {
    for name in kind.numbers {
      guard let column = index[name] else { continue }
      let text = row.trimmed(column)
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      if !text.isEmpty && (digits.isEmpty || !digits.allSatisfy { $0.isASCII && $0.isNumber }) {
        return column
      }
    }
    return nil
  }

  /// The text of a cell; nil where it is blank or its column is not there.
  func text(_ name: String, of row: TableRow) -> String? {
    guard let column = index[name] else { return nil }
    let text = row.trimmed(column)
    return text.isEmpty ? nil : text
  }

  func records(of row: TableRow) throws(ZendeskFault) -> [ExportRecord] {
    let object = try object(of: row)
    var reader = ZendeskObjectReader(line: row.line, people: ZendeskPeople())
    switch kind {
    case .tickets: try reader.add(.ticket, object)
    case .comments: try reader.add(.comment, object)
    case .users: try reader.add(.user, object)
    case .ratings: try reader.add(.rating, object)
    case .history: try reader.add(change: object)
    case .chats: try reader.add(chat: object)
    case .chatEvents: try reader.add(chatEvent: object)
    }
    return reader.records
  }
}
