public import VocDomain

/// A thread of Messenger or Instagram, from "Download your information": message_1.json and its like.
///
/// No ids; names only. The newest message comes first, so that a file is read to its end and told backwards. Source:
/// exports read by chat-miner and Chatistics, and Messenger's own download of end-to-end encrypted threads.
public struct MetaExport: ExportReader {
  public static var format: ExportFormat { .meta }
  public let findings: ExportFindings
  private let thread: MetaThread

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
    var held: [MessageRecord] = []
    func tell() throws {
      for message in thread.isNewestFirst ? held.reversed() : held { try record(.message(message)) }
      held.removeAll(keepingCapacity: true)
    }
    try JSONStream.read(source, splitting: ["messages"]) { element in
      if element.path.isEmpty {
        let isThread = element.value.has("participants") || element.value.has("thread_path")
        if !isThread && findings.records == 0 { try problem(element.problem(.shape)) }
        return
      }
      switch thread.message(Mojibake.repaired(element.value), line: element.line) {
      case .success(let message): held.append(message)
      case .failure(let trouble): try problem(element.problem(trouble.reason))
      }
      if held.count >= Self.window { try tell() }
    } problem: {
      try problem($0)
    }
    try tell()
  }
}
