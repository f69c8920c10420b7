import VocDomain

/// Makes a raw record into what it says.
struct RecordReader {
  /// Who speaks in a record, and where the body starts in `raw`.
  enum Speaker {
    case sender(name: String, bodyStart: Int, isInferred: Bool)
    case channel(bodyStart: Int)
  }

  private let senders: SenderTable

  init(senders: SenderTable) { self.senders = senders }

  /// The record's bytes without the last line's ending.
  static func content(_ bytes: ByteView) -> ByteView {
    var end = bytes.count
    if bytes[end - 1] == 0x0A { end -= 1 }
    while bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[0, end]
  }

  static func rest(_ record: borrowing RawRecord, in bytes: ByteView) -> ByteView {
    bytes[record.header.restStart, record.firstLineLength]
  }

  func read(_ record: borrowing RawRecord, flags: ChannelRecord.Flags) -> ChannelRecord {
    record.raw.withUnsafeBytes { buffer in
      let bytes = ByteView(buffer)
      let content = RecordReader.content(bytes)
      switch speaker(record, in: bytes) {
      case .sender(let name, let bodyStart, let isInferred):
        let body = content.from(bodyStart)
        let finding = BodyReader.read(body, isIOS: record.header.shape.isIOS)
        return ChannelRecord(
          line: record.line, lineCount: record.lineCount, at: record.at,
          sender: finding.kind == .system ? nil : name, kind: finding.kind, text: text(finding, in: body),
          attachment: finding.attachment.map { body[$0.lowerBound, $0.upperBound].trimmed.string },
          flags: finding.flags.union(flags).union(isInferred ? .splitSender : []),
          rawHeader: bytes[0, bodyStart].string)
      case .channel(let bodyStart):
        return notice(content.from(bodyStart), record, flags: flags, rawHeader: bytes[0, bodyStart].string)
      }
    }
  }

  private func notice(
    _ body: ByteView, _ record: borrowing RawRecord, flags: ChannelRecord.Flags, rawHeader: String
  ) -> ChannelRecord {
    let trimmed = body.trimmed
    let isKnown = SystemPhrase.match(trimmed) != nil
    return ChannelRecord(
      line: record.line, lineCount: record.lineCount, at: record.at, sender: nil, kind: .system,
      text: LineBreaks.string(trimmed), flags: isKnown ? flags : flags.union(.assumedSystem),
      rawHeader: rawHeader)
  }

  private func speaker(_ record: borrowing RawRecord, in bytes: ByteView) -> Speaker {
    let restStart = record.header.restStart
    let split = AuthorSplit(RecordReader.rest(record, in: bytes))
    guard let author = split.author else { return .channel(bodyStart: restStart) }
    guard let position = senders.position(of: author) else {
      let name = SenderName.normalised(author)
      // More authors than are counted, or one who appears in notices only.
      if name.isEmpty || SenderTable.verdict(author.array, count: 1) == .system {
        return .channel(bodyStart: restStart)
      }
      return .sender(name: name, bodyStart: restStart + split.bodyStart, isInferred: false)
    }
    let entries = senders.entries
    let name = entries[position].name
    if entries[position].verdict == .system || name.isEmpty { return .channel(bodyStart: restStart) }
    if !entries[position].longerNames.isEmpty, let longer = split.longer,
      let longerName = entries[position].longerNames[longer.array]
    {
      return .sender(name: longerName, bodyStart: restStart + split.longerBodyStart, isInferred: true)
    }
    return .sender(name: name, bodyStart: restStart + split.bodyStart, isInferred: false)
  }

  private func text(_ finding: BodyReader.Finding, in body: ByteView) -> String {
    let bytes = body[finding.text.lowerBound, finding.text.upperBound]
    let text = finding.kind == .poll ? LineBreaks.stringWithoutMarks(bytes) : LineBreaks.string(bytes)
    return Mention.isIn(bytes) ? Mention.withoutIsolates(text) : text
  }
}

/// Makes line breaks of any kind that ends a line of the file into "\n".
enum LineBreaks {
  static func string(_ bytes: ByteView) -> String {
    if bytes.firstIndex(of: 0x0D) == nil { return bytes.string }
    return String(decoding: lines(bytes, droppingMarks: false), as: UTF8.self)
  }

  /// Also without the marks that WhatsApp sets before the lines of a poll.
  static func stringWithoutMarks(_ bytes: ByteView) -> String {
    String(decoding: lines(bytes, droppingMarks: true), as: UTF8.self)
  }

  private static func lines(_ bytes: ByteView, droppingMarks: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if droppingMarks, index == 0 || bytes[index - 1] == 0x0A { index = bytes.skippingMarks(from: index) }
      guard index < bytes.count else { break }
      if bytes[index] == 0x0A {
        while result.last == 0x0D { result.removeLast() }
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }
}
