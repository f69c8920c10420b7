/// What only the whole file tells: the account, the people's roles, and whose comments these are.
struct ZendeskSurvey {
  var count = 0
  private(set) var account: String?
  private(set) var people = ZendeskPeople()
  /// Top values that held comments.
  private var commentLists = 0
  private var hasComments = false
  /// The ticket of the lists' own addresses, nil where one of them has none.
  private var tickets: Set<String?> = []

  mutating func add(_ element: JSONStream.Element) {
    count += 1
    let value = element.value
    if element.path == "comments" || (element.path.isEmpty && ZendeskKind(bare: value) == .comment) {
      hasComments = true
    }
    if account == nil { account = Self.urls(value).lazy.compactMap(ZendeskValue.subdomain).first }
    if element.path == "users" { people.add(value) }
    if element.path.isEmpty { add(top: value) }
    for name in ["requester", "submitter", "assignee", "author"] where value.has(name) {
      people.add(value[name])
    }
    for comment in value["comments"].array { people.add(comment["author"]) }
  }

  private mutating func add(top value: JSONValue) {
    if ZendeskKind(bare: value) == .user { people.add(value) }
    if value.has("user") { people.add(value["user"]) }
    for name in ["requester", "submitter", "assignee"] { people.add(value["ticket"][name]) }
    guard hasComments, ZendeskKind(bare: value) == nil else { return }
    hasComments = false
    commentLists += 1
    if tickets.count < 2 {
      tickets.insert(Self.commentURLs(value).lazy.compactMap(ZendeskValue.ticket).first)
    }
  }

  /// One list's own address names the ticket; else the file's name does, if it is one list at all.
  func ticket(fileName: String) -> String? {
    if tickets.count == 1, let ticket = tickets.first ?? nil { return ticket }
    return commentLists <= 1 ? ZendeskValue.ticket(inFileName: fileName) : nil
  }

  private static func urls(_ value: JSONValue) -> [String] {
    let own = [value["url"], value["ticket"]["url"], value["user"]["url"], value["after_url"]]
    return own.compactMap(\.string) + pageURLs(value)
  }

  /// The addresses of a list's other pages, and its own.
  private static func pageURLs(_ value: JSONValue) -> [String] {
    [
      value["next_page"], value["previous_page"], value["links"]["next"], value["links"]["prev"],
      value["url"],
    ].compactMap(\.string)
  }

  /// Those of them that are of one ticket's comments.
  static func commentURLs(_ value: JSONValue) -> [String] {
    pageURLs(value).filter { $0.contains("/comments") }
  }
}
