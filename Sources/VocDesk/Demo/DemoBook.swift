/// The sentences of one language: what customers and agents of a coffee shop write to each other.
///
/// Written as lines, one sentence each, under the heading of their topic:
///
///     # tag | cause | weight | mood | usual priority
///     s subject   o the customer's opening   r our reply   f the customer's follow-up   c their last word
///
/// Before the first heading: `h` and `a` greetings of customers and of agents, `n` notes among agents,
/// `b` the bot's words, `+ - =` comments of happy, unhappy and other answers; `products cities carriers days:`
/// word lists.
struct DemoBook: Sendable {
  struct Topic: Sendable {
    var tag: String
    var cause: String
    var weight: Int
    /// How pleased customers with this matter are, from -2 to 2.
    var mood: Int
    var priority: Int64
    var subjects: [DemoPhrase] = []
    var openings: [DemoPhrase] = []
    var replies: [DemoPhrase] = []
    var followUps: [DemoPhrase] = []
    var lastWords: [DemoPhrase] = []
  }

  private(set) var topics: [Topic] = []
  private(set) var greetings: [DemoPhrase] = []
  private(set) var agentGreetings: [DemoPhrase] = []
  private(set) var notes: [DemoPhrase] = []
  private(set) var botWords: [DemoPhrase] = []
  private(set) var praise: [DemoPhrase] = []
  private(set) var blame: [DemoPhrase] = []
  private(set) var remarks: [DemoPhrase] = []
  private(set) var products: [String] = []
  private(set) var cities: [String] = []
  private(set) var carriers: [String] = []
  private(set) var days: [String] = []
  private(set) var topicWeights: [Int] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") { add(line) }
    topicWeights = topics.map(\.weight)
  }

  private mutating func add(_ line: Substring) {
    let mark = line.prefix { $0 != " " }
    let rest = line.dropFirst(mark.count + 1)
    let last = topics.count - 1
    func phrase() -> DemoPhrase { DemoPhrase(String(rest)) }
    func words() -> [String] { rest.split(separator: ",").map { String($0).trimmed } }
    switch mark {
    case "#":
      let cells = rest.split(separator: "|").map { String($0).trimmed }
      topics.append(
        Topic(
          tag: cells[0], cause: cells[1], weight: Int(cells[2]) ?? 1, mood: Int(cells[3]) ?? 0,
          priority: Int64(cells[4]) ?? 2))
    case "s": topics[last].subjects.append(phrase())
    case "o": topics[last].openings.append(phrase())
    case "r": topics[last].replies.append(phrase())
    case "f": topics[last].followUps.append(phrase())
    case "c": topics[last].lastWords.append(phrase())
    case "h": greetings.append(phrase())
    case "a": agentGreetings.append(phrase())
    case "n": notes.append(phrase())
    case "b": botWords.append(phrase())
    case "+": praise.append(phrase())
    case "-": blame.append(phrase())
    case "=": remarks.append(phrase())
    case "products:": products = words()
    case "cities:": cities = words()
    case "carriers:": carriers = words()
    case "days:": days = words()
    default: preconditionFailure("no such line in a book: \(line)")
    }
  }
}
