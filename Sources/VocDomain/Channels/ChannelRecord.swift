/// One thing that an export says happened on a channel: a message, a call, a system notice.
public struct ChannelRecord: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case message, media, deleted, call, poll, location, contact, system
  }

  /// What a reader should know about a record besides its kind.
  public struct Flags: OptionSet, Sendable, Codable, Hashable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The author changed the text after sending it.
    public static let edited = Flags(rawValue: 1)
    /// Something sent to be seen once; its content is not in the export.
    public static let viewOnce = Flags(rawValue: 2)
    /// The media stood in the chat but is not in the export.
    public static let omitted = Flags(rawValue: 4)
    /// Earlier than the record before it by more than the export's own unrest.
    public static let backwardsTime = Flags(rawValue: 8)
    /// The sender's name holds ": ", so where it ends was inferred from other lines.
    public static let splitSender = Flags(rawValue: 16)
    /// Taken for a system notice by its shape, not by a known phrase.
    public static let assumedSystem = Flags(rawValue: 32)

    /// A call in which customer and agent spoke: it is our reply as well.
    public static let answeredCall = Flags(rawValue: 64)
    /// A call of ours that nobody took: no reply.
    public static let unansweredCall = Flags(rawValue: 128)
    /// Stands for a message that the export may keep elsewhere (see `MessageRecord.isStandIn`).
    public static let standIn = Flags(rawValue: 256)

    /// Each flag with the name that JSON output gives it.
    public static let names: [(flag: Flags, name: String)] = [
      (.edited, "edited"), (.viewOnce, "view-once"), (.omitted, "omitted"),
      (.backwardsTime, "backwards-time"), (.splitSender, "split-sender"), (.assumedSystem, "assumed-system"),
      (.answeredCall, "answered-call"), (.unansweredCall, "unanswered-call"), (.standIn, "stand-in"),
    ]
  }

  /// Where the record begins in its file, from 1.
  public var line: Int
  /// How many lines of the file it takes up, the first included.
  public var lineCount: Int
  /// When, on the wall clock of whoever exported.
  public var at: LocalTime
  /// The author's name, normalised for identity (see `SenderName`); nil where the channel itself speaks.
  public var sender: String?
  public var kind: Kind
  /// What was said, or a media's caption; line breaks are "\n".
  public var text: String
  /// The file name of a media that the export names.
  public var attachment: String?
  public var flags: Flags
  /// The header as the file has it (stamp, sender and separators), where the format has one.
  public var rawHeader: String?

  public init(
    line: Int, lineCount: Int = 1, at: LocalTime, sender: String?, kind: Kind, text: String,
    attachment: String? = nil, flags: Flags = [], rawHeader: String? = nil
  ) {
    self.line = line
    self.lineCount = lineCount
    self.at = at
    self.sender = sender
    self.kind = kind
    self.text = text
    self.attachment = attachment
    self.flags = flags
    self.rawHeader = rawHeader
  }
}
