public import VocDomain

/// Reads the exports of one format.
///
/// A file is read twice: `init(surveying:options:)` reads it as a whole and settles what only the whole tells;
/// `read` hands out records and problems in the order of the file. Neither throws nor traps on bad content: a
/// stretch that cannot be understood is an `ImportProblem`, so that records and problems account for all of it.
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
  /// Column names (or dotted paths of JSON members) with the fields that they hold; they win over recognition.
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
  /// When it is: answers of later are none. Nil where nobody asks.
  public var now: Instant?

  public init() {}
}
