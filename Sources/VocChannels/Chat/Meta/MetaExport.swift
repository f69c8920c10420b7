public import VocDomain

/// A thread of Messenger or Instagram, from "Download your information": message_1.json and its like.
///
/// No ids; names only: a message is known by its thread, its time and what it says. The newest message comes first, so
/// that a file is read to its end and told backwards. Source: exports read by chat-miner and Chatistics, and
/// Messenger's own download of end-to-end encrypted threads.
public struct MetaExport: ExportReader {
  public static var format: ExportFormat { .meta }
  public let findings: ExportFindings
  private let thread: MetaThread
  private let now: Instant?

  /// Messages that are held to be told backwards; Meta splits files at some 10,000.
  private static let window = 100_000

  public static func recognises(_ head: ExportHead) -> Bool {
    guard let first = JSONHead.first(in: head.bytes), let message = first["messages"].array.first else {
      return false
    }
    return message.has("sender_name") && message.has("timestamp_ms")
      || message.has("senderName") && message.has("timestamp")
  }

  public init(surveying source: ByteSource, options: ReadingOptions) throws {
    now = options.now
    var findings = ExportFindings()
    var thread = MetaThread(identities: options.identities)
    try JSONStream.read(source, splitting: ["messages"]) { element in
      if element.path.isEmpty {
        thread.learn(about: Mojibake.repaired(element.value))
      } else {
        findings.records += 1
        thread.learn(from: element.value)
      }
    } problem: { _ in
      findings.records += 1
    }
    findings.undecidedSenders = thread.undecidedSenders
    self.findings = findings
    self.thread = thread
  }

  public func read(
    _ source: ByteSource, record: (ExportRecord) throws -> Void, problem: (ImportProblem) throws -> Void
  ) throws {
    /// Each with its reactions.
    var held: [[ExportRecord]] = []
    var ordinals: [String: Int] = [:]
    func tell() throws {
      for records in thread.isNewestFirst ? held.reversed() : held { try records.forEach(record) }
      held.removeAll(keepingCapacity: true)
      ordinals.removeAll(keepingCapacity: true)
    }
    try JSONStream.read(source, splitting: ["messages"]) { element in
      if element.path.isEmpty {
        let value = element.value
        let isThread = value.has("participants") || value.has("thread_path")
        let isEmpty = isThread && !value.holdsList(besides: ["participants"])
        if !isEmpty && findings.records == 0 { try problem(element.problem(.shape)) }
        return
      }
      let value = Mojibake.repaired(element.value)
      switch thread.message(value, line: element.line) {
      case .success(let message) where !ExportRecord.message(message).isPossible(at: now):
        try problem(element.problem(.impossibleDate))
      case .success(var message):
        let key = thread.key(of: message, value)
        let ordinal = ordinals[key, default: 0]
        ordinals[key] = ordinal + 1
        message.key = ordinal == 0 ? key : "\(key)#\(ordinal)"
        held.append([.message(message)] + thread.reactions(value, to: message).map(ExportRecord.change))
      case .failure(let trouble): try problem(element.problem(trouble.reason))
      }
      if held.count >= Self.window { try tell() }
    } problem: {
      try problem($0)
    }
    try tell()
  }
}
