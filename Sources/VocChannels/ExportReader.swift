public import VocDomain

/// Reads the exports of one format.
///
/// A file is read twice: `init(surveying:options:)` reads it as a whole and settles what only the whole
/// tells;
/// `read` hands out records and problems in the order of the file. Neither throws nor traps on bad content: a
/// stretch that cannot be understood is an `ImportProblem`, so that records and problems account for all of
/// it.
/// Memory must not grow with the file.
public protocol ExportReader: SendableMetatype {
  static var format: ExportFormat { get }

  /// Whether the head of a file is this format's; strict enough that no two formats claim one file.
  static func recognises(_ head: ExportHead) -> Bool

  /// Throws `UnreadableExport` for a file that cannot be read at all.
  init(surveying source: ByteSource, options: ReadingOptions) throws

  var findings: ExportFindings { get }

  func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws

  /// The call that these raw rows tell of (see `CallRecord.fragments`), from as many files as they came in.
  static func call(fragments: [String]) -> CallRecord?
}

extension ExportReader {
  public static func call(fragments: [String]) -> CallRecord? { nil }
}

/// What a format is told by: a file's first 64 KiB and its name without the folder.
public struct ExportHead: Sendable {
  public let bytes: [UInt8]
  public let fileName: String

  public init(bytes: [UInt8], fileName: String) {
    self.bytes = bytes
    self.fileName = fileName
  }
}

/// What whoever imports says about a file; all of it may be absent.
public struct ReadingOptions: Sendable {
  /// Column names (or dotted paths of JSON members) with the fields that they hold; they win over
  /// recognition.
  public var map: [(column: String, field: String)] = []
  /// Event names with the statuses that they stand for.
  public var events: [(name: String, status: Ticket.Status)] = []
  /// The survey of rows that name none.
  public var survey: SurveyKind?
  public var order: DateOrder?
  /// Names, ids or numbers under which the business itself appears (`--us` and what the channel knows).
  public var identities: [String] = []
  /// ISO 3166-1 alpha-2.
  public var country: String?

  public init() {}
}

/// What the first reading of a file found out.
public struct ExportFindings: Sendable {
  /// Things that `read` will hand out, problems included, as far as counting them was cheap: for progress.
  public var records = 0
  /// Which account of the format's system the export is of (a subdomain, a phone number's id, a form's id):
  /// ids
  /// are unique within it. Nil where the file does not say.
  public var account: String?
  /// Some times have no zone.
  public var hasLocalTimes = false
  /// Where local times were given a zone by the file itself: seconds east of UTC, for people to read.
  public var offset: Int64?
  /// How days and months were told apart, where that was a question.
  public var order: DateOrder?
  public var evidence: DateOrder.Evidence?
  /// Dates are there whose day and month nothing tells apart.
  public var isOrderMissing = false
  /// The senders with how often they wrote, where the format cannot say which of them the business is and
  /// `identities` names none of them; empty otherwise.
  public var undecidedSenders: [(name: String, count: Int)] = []
  /// The header rows as the file has them, to stand above its rejects; empty for a format without.
  public var header: [UInt8] = []
  /// The encoding that text was read in, where it is not UTF-8.
  public var encoding: TextEncoding?
  /// Text in Windows-1252 with bytes that hardly are; it is read as it stands.
  public var doubtfulText: DoubtfulText?
  /// The columns or questions of a survey that hold scores or could, and what came of each.
  public var scores: [ScoreColumn] = []
  /// Columns or questions that nothing reads, to be named in a map.
  public var unusedColumns: [String] = []
  /// Rows, or responses, without a score: read, and nothing in them to import.
  public var unanswered = 0

  public init() {}
}
