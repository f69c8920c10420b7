/// What the first reading of a file found out.
public struct ExportFindings: Sendable {
  /// Things that `read` will hand out, problems included, as far as counting them was cheap: for progress.
  public var records = 0
  /// Which account of the format's system the export is of (a subdomain, a phone number's id, a form's id): ids
  /// are unique within it. Nil where the file does not say.
  public var account: String?
  /// Its records are calls, where the format alone does not tell.
  public var isOfCalls = false
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

/// Rows of a file read as Windows-1252 that hold bytes which were hardly written as that.
public struct DoubtfulText: Equatable, Sendable {
  public var rows: Int
  /// Where the first of them begins, from 1.
  public var firstLine: Int

  public init(rows: Int, firstLine: Int) {
    self.rows = rows
    self.firstLine = firstLine
  }
}

/// The encodings that a table's text comes in.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// What Excel's "CSV" means in Latin America and western Europe.
  case windows1252 = "Windows-1252"
}
