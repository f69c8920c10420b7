import VocDomain

/// Tells what a record's body is, and which of its bytes are the customer's words.
struct BodyReader {
  typealias Kind = ChannelRecord.Kind
  typealias Flags = ChannelRecord.Flags

  /// What a body is; the ranges count in the body.
  struct Finding {
    var kind: Kind
    var text: Range<Int>
    var attachment: Range<Int>?
    var flags: Flags = []
  }

  let body: ByteView
  let isIOS: Bool
  private(set) var flags: Flags = []
  /// Before an "edited" mark.
  private(set) var end: Int
  /// After WhatsApp's own marks.
  let start: Int

  private init(_ body: ByteView, isIOS: Bool) {
    self.body = body
    self.isIOS = isIOS
    end = body.count
    start = body.skippingMarks(from: 0)
  }

  /// Reads a body of all its lines, without the last line's ending.
  static func read(_ body: ByteView, isIOS: Bool) -> Finding {
    var reader = BodyReader(body, isIOS: isIOS)
    return reader.find()
  }

  private mutating func find() -> Finding {
    if body.isBlank { return Finding(kind: .media, text: 0..<0, flags: .viewOnce) }
    dropEditedMark()
    let whole = body[start, end]
    let wholeTrimmed = whole.trimmed
    if wholeTrimmed.hasPrefix(BodyReader.null), wholeTrimmed.count == BodyReader.null.count {
      return Finding(kind: .media, text: 0..<0, flags: flags.union(.viewOnce))
    }
    if let finding = attachmentOrOmission(wholeTrimmed) ?? notice(whole, wholeTrimmed) { return finding }
    if isIOS, hasOwnMark {
      let isKnown = SystemPhrase.match(whole) != nil
      return Finding(
        kind: .system, text: start..<trimmedEnd, flags: isKnown ? flags : flags.union(.assumedSystem))
    }
    return Finding(kind: .message, text: 0..<end, flags: flags)
  }

  private static let null = Array("null".utf8)

  /// iOS sets U+200E before everything in a body that it wrote itself.
  private var hasOwnMark: Bool { body.hasPrefix([0xE2, 0x80, 0x8E]) }

  private var trimmedEnd: Int { max(start, body[0, end].trimmedEnd) }

  private mutating func dropEditedMark() {
    let trimmedEnd = body.trimmedEnd
    guard body[trimmedEnd - 1] == 0x3E else { return }
    let tail = body[max(0, trimmedEnd - 80), trimmedEnd]
    guard let open = tail.lastIndex(of: 0x3C) else { return }
    guard tail[open + 1, tail.count - 1].withoutFullStop.isAny(of: ContentMarkers.edited) else { return }
    let before = body[0, trimmedEnd - tail.count + open].trimmedEnd
    if before <= start { return }
    end = before
    flags.insert(.edited)
  }

  // MARK: Notices in the author's name

  private func notice(_ whole: ByteView, _ trimmed: ByteView) -> Finding? {
    if trimmed.count <= 160, isDeleted(trimmed.withoutFullStop) {
      return Finding(kind: .deleted, text: start..<trimmedEnd, flags: flags)
    }
    if isPoll(whole) { return Finding(kind: .poll, text: start..<trimmedEnd, flags: flags) }
    if isLocation(trimmed) { return Finding(kind: .location, text: start..<trimmedEnd, flags: flags) }
    if isCall(trimmed) { return Finding(kind: .call, text: start..<trimmedEnd, flags: flags) }
    return nil
  }

  private func isDeleted(_ text: ByteView) -> Bool {
    if text.isAny(of: ContentMarkers.deleted) { return true }
    for marker in ContentMarkers.deletedByAdmin where text.hasPrefixIgnoringCase(marker.start) {
      if marker.end.isEmpty || text.hasPrefix(marker.end, at: text.count - marker.end.count) { return true }
    }
    return false
  }

  /// The word alone on its line, or with options after it: "ENCUESTA: mañana" is somebody's sentence.
  private func isPoll(_ whole: ByteView) -> Bool {
    guard let word = ContentMarkers.polls.first(where: { whole.hasPrefix($0) }) else { return false }
    let lineEnd = whole.firstIndex(of: 0x0A) ?? whole.count
    if whole[word.count, lineEnd].isBlank || hasOwnMark { return true }
    return ContentMarkers.pollOptions.contains { whole.contains($0) }
  }

  private func isLocation(_ text: ByteView) -> Bool {
    for word in ContentMarkers.locations where text.hasPrefixIgnoringCase(word) {
      let colon = text.skippingSpaces(from: word.count)
      guard text[colon] == 0x3A else { continue }
      let link = text.skippingMarks(from: text.skippingSpaces(from: colon + 1))
      if text.hasPrefixIgnoringCase(BodyReader.http, at: link) { return true }
    }
    if text.isAny(of: ContentMarkers.liveLocations) { return true }
    return text.count <= 1024 && text.contains(BodyReader.foursquare)
  }

  private static let http = Array("http".utf8)
  /// How an export writes a place that was chosen from the list.
  private static let foursquare = Array(": https://foursquare.com/v/".utf8)

  private func isCall(_ text: ByteView) -> Bool {
    // On Android the words alone are a call; with more after them somebody wrote a sentence.
    for word in ContentMarkers.calls where text.hasPrefixIgnoringCase(word) {
      let after = text[word.count, text.count].withoutFullStop
      if after.isEmpty { return true }
      guard after[0] == 0x2C || after[0] == 0x2E else { continue }
      if hasOwnMark || after.isMark(at: after.skippingSpaces(from: 1)) { return true }
    }
    return false
  }
}

extension ByteView {
  var withoutFullStop: ByteView { self[count - 1] == 0x2E ? self[0, count - 1] : self }
}
