/// A stretch of an export that could not be understood: it goes to the rejects, never away.
public struct ImportProblem: Equatable, Sendable {
  public enum Reason: String, CaseIterable, Sendable {
    /// Text before the first record of the file.
    case beforeFirstRecord
    /// Bytes that are no text (a NUL among them).
    case binary
    /// Bytes that are no UTF-8.
    case encoding
    /// A line, or a message of several lines, over the limit of 1 MiB.
    case tooLong
    /// A date that does not exist, or is written in no known way.
    case date
    /// A date at which nothing of it can have been yet, or before any system kept anything (see `RecordTime.isPossible`).
    case impossibleDate
    /// A score that is no whole number, or outside its survey's scale.
    case score
    /// No survey kind in the row, and none was given.
    case survey
    /// A row with more or fewer cells than the header.
    case cells
    /// A number that is no phone number, or was damaged by a spreadsheet (5,21555E+11).
    case phone
    /// A quoted cell that never ends.
    case quote
    /// A ticket number that is no whole number.
    case ticket
    /// No JSON from here on, or JSON that the end of the file cuts off.
    case json
    /// A record of a kind that the format does not have, or of another format.
    case shape
    /// A member or column without which the record means nothing is missing or empty.
    case missingField
    /// Nothing says to which ticket or conversation it belongs.
    case unplaced
    /// A length of time or another number that is none.
    case number
  }

  /// Where it begins, from 1.
  public var line: Int
  /// Where in the line the trouble starts, in characters from 1, where that is known.
  public var column: Int?
  public var lineCount: Int
  public var reason: Reason
  /// The bytes as they stood in the file, so that a rejects file can be mended and fed again.
  public var raw: [UInt8]

  public init(line: Int, column: Int? = nil, lineCount: Int = 1, reason: Reason, raw: [UInt8]) {
    self.line = line
    self.column = column
    self.lineCount = lineCount
    self.reason = reason
    self.raw = raw
  }
}
