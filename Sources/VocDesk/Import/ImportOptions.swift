public import VocDomain
import VocStore

/// What somebody who imports may say about the files; everything else is found out or asked for.
public struct ImportOptions: Sendable {
  public var format: ExportFormat?
  public var channel: String?
  /// The kind of that channel, if it is new.
  public var channelKind: String?
  /// Names under which the business itself appears; remembered for the channel.
  public var identities: [String] = []
  public var zone: String?
  public var country: String?
  public var dateOrder: DateOrder?
  public var isDryRun = false
  /// Column and field pairs of a table.
  public var map: [(column: String, field: String)] = []
  /// A column map that was saved under this name.
  public var mapName: String?
  /// Event names with the statuses that they stand for.
  public var events: [(name: String, status: Ticket.Status)] = []
  /// Who of those who write is an agent, where the format cannot say.
  public var agents: [String] = []
  /// The survey that a table without such a column answers.
  public var survey: SurveyKind?

  public init() {}

  /// Whether what was said only makes sense of a table.
  var speaksOfATable: Bool { format == .surveyCSV || !map.isEmpty || survey != nil }
}

/// Why a file was not imported; then none of the files given with it was.
public struct ImportRefusal: Error, Sendable {
  public enum Reason: Sendable {
    case empty, binary
    case encoding(String)
    /// No known format's first lines.
    case unknownFormat
    /// Text without one line that opens a record.
    case noHeader
    case missingColumns(needed: [String], found: [String])
    case unknownColumn(String, nearest: [String])
    case unknownField(String, nearest: [String])
    /// A column that was said to hold a survey's scores, and holds numbers of a longer scale: the first of them
    /// with its line and its place in it, from 1.
    case beyondScale(column: String, SurveyKind, value: String, line: Int, place: Int?)
    /// The same of a column of words, some of which have no place on the scale.
    case unplacedWord(column: String, SurveyKind, word: String, line: Int, place: Int?)
    /// Nothing in the file tells the day from the month.
    case dateOrder
    /// Which of the senders the business is; each with how often they wrote.
    case whoAreWe([(name: String, count: Int)])
    /// Times without a zone, and nothing tells it.
    case zone
    case zipWithoutChat
    case damagedZip
  }

  public var file: String
  public var reason: Reason
}

/// All the files that were refused, so that one look mends them all.
public struct ImportRefusals: Error, Sendable {
  public var refusals: [ImportRefusal]
}

/// Phones of an export that could not be read as numbers that hold everywhere.
public struct UnreadPhones: Equatable, Sendable {
  /// National ones of which no country is known: given one, they are read.
  public private(set) var withoutCountry = 0
  /// What no country's plan makes a number of: a word, an extension, too many digits.
  public private(set) var odd = 0

  mutating func add(_ text: String, country: String?) {
    if PhoneNumber.lacksCountry(text, country: country) {
      withoutCountry += 1
    } else {
      odd += 1
    }
  }
}

/// What an import did, or, when it was a dry run, would have done.
public struct ImportReport: Sendable {
  public struct File: Sendable {
    public var name: String
    public var format: ExportFormat
    public var records = 0
    public var new = 0
    public var known = 0
    /// Newer versions of what was known.
    public var updated = 0
    public var problems = 0
    public var order: DateOrder?
    public var evidence: DateOrder.Evidence?
    /// Of this file's records, those that wait for another file.
    public var newlyWaiting = 0
    /// All of its system that wait now.
    public var waiting: [Waiting] = []
    /// Partial and test answers, which do not count.
    public var apart = 0
    /// Calls among agents, which are no customer's.
    public var internalCalls = 0
    /// What reading the file found out.
    public var findings = ExportFindings()
    /// Rows without a score: asked but not answered.
    public var blank = 0
    /// Of answers, which are no customer's then, and of people who are known by them on their channel only.
    public var unlinkedPhones = UnreadPhones()
    public var unreadPhones = UnreadPhones()
    /// Ticket numbers that are none here, or another customer's.
    public var unknownTickets = 0
    /// The import that brought the same file with other options, where some of it is new now.
    public var readOtherwiseBy: Int64?
    /// False for a table of answers without a column of dates: then they count as given today.
    public var hasDates = true
  }

  /// Records that cannot be placed before another file comes.
  public struct Waiting: Sendable {
    /// What they wait for: "ticket", "party", "chat", "message", "customer"; "partial" and "test" for answers that are kept
    /// apart.
    public var kind: String
    public var records: Int
    /// Some of the ids that they wait for.
    public var keys: [String]
  }

  /// Nil for a dry run.
  public var batch: Int64?
  /// Channels that were made of a kind that neither their exports nor anybody told.
  public var guessedChannels: [Channel] = []
  /// Channels that were made of a kind that somebody told and that is none of the usual ones.
  public var channelsOfOwnKind: [Channel] = []
  public var files: [File] = []
  public var skipped: [String] = []
  public var customers = 0
  public var newCustomers = 0
  public var ticketsOpened = 0
  public var ticketsContinued = 0
  /// Tickets of another channel that a message went on with.
  public var ticketsContinuedAcross = 0
  public var ticketsSettled = 0
  public var newMessages = 0
  public var knownMessages = 0
  public var newCalls = 0
  /// Entries of other systems' ticket histories.
  public var newEvents = 0
  /// Newer versions, and known records other than messages of chats and answers.
  public var updatedRecords = 0
  public var knownRecords = 0
  public var newAnswers = 0
  public var knownAnswers = 0
  /// Bad answers that were to be followed up, of customers whom nothing ties to a channel.
  public var followUpsWithoutChannel = 0
  public var zone = ""

  public var problems: Int { files.reduce(0) { $0 + $1.problems } }
  public var hasLostScores: Bool { files.contains { $0.findings.scores.contains(where: \.isLost) } }
  public var records: Int { files.reduce(0) { $0 + $1.records } }
}

/// How far an import is.
public struct ImportProgress: Sendable {
  public var records: Int
  public var totalRecords: Int
}
