import VocDomain

/// Media that the export names, and media that it leaves out.
extension BodyReader {
  func attachmentOrOmission(_ trimmed: ByteView) -> Finding? {
    if let finding = firstLineMarker() { return finding }
    if trimmed[trimmed.count - 1] == 0x3E, let finding = closingTag() { return finding }
    return omittedSuffix()
  }

  /// Android: the marker is the first line, the caption comes after it.
  private func firstLineMarker() -> Finding? {
    let lineEnd = body[0, end].firstIndex(of: 0x0A, from: start) ?? end
    let line = body[start, lineEnd]
    let length = line.trimmedEnd
    let caption = min(lineEnd + 1, end)..<end
    let last = line[length - 1]
    if line[0] == 0x3C, last == 0x3E, line[1, length - 1].isAny(of: ContentMarkers.omittedTags) {
      return Finding(kind: .media, text: caption, flags: flags.union(.omitted))
    }
    guard last == 0x29, let open = line[0, length].lastIndex(of: 0x28), line[open - 1] == 0x20 else {
      return nil
    }
    let name = line[0, open - 1]
    let label = line[open + 1, length - 1]
    guard isFileName(name),
      label.isAny(of: ContentMarkers.attachedLabels) || isLabel(label) && isMediaName(name)
    else { return nil }
    let kind: Kind = isContactCard(name) ? .contact : .media
    return Finding(kind: kind, text: caption, attachment: start..<start + name.count, flags: flags)
  }

  /// iOS: `<adjunto: name>` or an old `<media omitted>` at the end, the caption before it.
  private func closingTag() -> Finding? {
    let tagEnd = body[0, end].trimmedEnd
    let tail = body[max(start, tagEnd - 400), tagEnd]
    guard let open = tail.lastIndex(of: 0x3C) else { return nil }
    let tagStart = tagEnd - tail.count + open
    let tag = body[tagStart + 1, tagEnd - 1]
    if isIOS, tag.isAny(of: ContentMarkers.omittedTags) {
      return Finding(kind: .media, text: caption(before: tagStart), flags: flags.union(.omitted))
    }
    guard let colon = tag.firstIndex(of: 0x3A) else { return nil }
    let label = tag[0, colon].trimmed
    let nameStart = tag.skippingSpaces(from: tag.skippingMarks(from: colon + 1))
    let name = tag[nameStart, tag.count]
    let isOwn = body.isMark(at: tagStart - 3)
    guard !name.isBlank,
      label.isAny(of: ContentMarkers.attachedTags) || isLabel(label) && isOwn && isFileName(name)
    else { return nil }
    let first = tagStart + 1 + nameStart
    return Finding(
      kind: isContactCard(name) ? .contact : .media, text: caption(before: tagStart),
      attachment: first..<first + name.count, flags: flags)
  }

  /// iOS: `Así quedan ‎imagen omitida`, `f.pdf • ‎12 páginas ‎documento omitido`.
  private func omittedSuffix() -> Finding? {
    let textEnd = body[0, end].trimmedEnd
    let text = body[0, textEnd].withoutFullStop
    for word in ContentMarkers.omittedWords {
      let wordStart = text.count - word.count
      guard text[wordStart - 1] == 0x20, text.hasPrefixIgnoringCase(word, at: wordStart) else { continue }
      let noun = body[0, wordStart - 1]
      let nounStart = startOfNoun(noun)
      let isOwn = body.isMark(at: nounStart - 3)
      guard isOwn || nounStart == start, nounStart < noun.count else { return nil }
      let words = body[nounStart, noun.count]
      if !isOwn, !words.isAny(of: ContentMarkers.omittedNouns) { return nil }
      let kind: Kind = words.isAny(of: ContentMarkers.contactCards) ? .contact : .media
      let before = documentName(before: nounStart)
      return Finding(
        kind: kind, text: before == nil ? caption(before: nounStart) : 0..<0, attachment: before,
        flags: flags.union(.omitted))
    }
    return nil
  }

  /// After the last mark of WhatsApp's within a few words, or where the body starts.
  private func startOfNoun(_ noun: ByteView) -> Int {
    var index = noun.count
    while index > start, index > noun.count - 40 {
      if noun.isMark(at: index - 3) { return index }
      if noun[index - 1] == 0x0A { return index }
      index -= 1
    }
    return index
  }

  private func caption(before tagStart: Int) -> Range<Int> {
    if documentName(before: tagStart) != nil { return 0..<0 }
    let before = body[0, tagStart].trimmedEnd
    return before <= start ? 0..<0 : start..<before
  }

  /// `name.pdf • 12 páginas ` before a tag is WhatsApp's own, not a caption.
  private func documentName(before tagStart: Int) -> Range<Int>? {
    let before = body[start, tagStart]
    guard let bullet = before.firstRange(of: BodyReader.bullet), before.firstIndex(of: 0x0A) == nil,
      isFileName(before[0, bullet])
    else { return nil }
    return start..<start + bullet
  }

  private static let bullet = Array(" • ".utf8)

  private func isContactCard(_ name: ByteView) -> Bool {
    name.hasPrefixIgnoringCase(BodyReader.cardEnding, at: name.count - BodyReader.cardEnding.count)
  }

  private static let cardEnding = Array(".vcf".utf8)

  /// Ends in a dot and one to five letters or digits.
  private func isFileName(_ name: ByteView) -> Bool {
    guard let dot = name.lastIndex(of: 0x2E), dot > 0, (1...5).contains(name.count - dot - 1) else {
      return false
    }
    for index in dot + 1..<name.count where !name[index].isASCIILetter && !name[index].isDigit {
      return false
    }
    return true
  }

  /// One to three words in any language.
  private func isLabel(_ label: ByteView) -> Bool {
    if label.isBlank || label.count > 40 { return false }
    return label.buffer.count { $0 == 0x20 } <= 2
  }

  /// A name that WhatsApp gave, or one that its own mark stands before.
  private func isMediaName(_ name: ByteView) -> Bool { start > 0 || MediaNameDate.find(in: name) != nil }
}
