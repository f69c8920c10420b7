import VocDomain

extension JSONSplitter {
  /// A stretch of bytes that was parsed.
  private enum Parsed {
    case value(JSONValue, end: Int, isDamaged: Bool)
    /// The member's name, and where its value begins, which is an object or array to be opened.
    case frame(String, JSONPath, JSONFrame.Kind, start: Int)
    case member(String, JSONValue, end: Int, isDamaged: Bool)
    /// The bytes that are there end in the middle of it.
    case cut
    case tooLong
    case broken(at: Int)
  }

  mutating func step(_ byte: UInt8) -> Outcome {
    guard let frame = frames.last else { return stepAtTop(byte) }
    switch (frame.kind, byte) {
    case (.array, UInt8(ascii: "]")):
      frames.removeLast()
      advance(to: position + 1)
      hasFoundJSON = true
      return .next
    case (.array, UInt8(ascii: "{")) where !frame.path.isLeaf:
      open(.object, frame.path)
      return .next
    case (.array, _):
      return element(path: frame.path.path, isWanted: frame.path.isSplit || frames.count == 1)
    case (.object, UInt8(ascii: "}")):
      advance(to: position + 1)
      return close()
    case (.object, _):
      return member(of: frame.path)
    }
  }

  private mutating func stepAtTop(_ byte: UInt8) -> Outcome {
    switch byte {
    case UInt8(ascii: "["): open(.array, root)
    case UInt8(ascii: "{"):
      if root.isLeaf { return element(path: "", isWanted: true) }
      open(.object, root)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if hasLostFrames { advance(to: position + 1) } else { giveUp(from: position, .json) }
    default: giveUp(from: position, .json)
    }
    return .next
  }

  /// Opens the object or array at `position`.
  private mutating func open(_ kind: JSONFrame.Kind, _ path: JSONPath, name: String? = nil) {
    let frame = JSONFrame(kind: kind, path: path, name: name, line: line, isAtLineStart: column == 0)
    if kind == .array { advance(to: position + 1) }
    frames.append(frame)
    if kind == .object { advance(to: position + 1) }
  }

  /// An object is complete: a member of the one around it, or an element.
  private mutating func close() -> Outcome {
    guard let frame = frames.popLast() else { return .next }
    hasFoundJSON = true
    if let name = frame.name, let around = frames.indices.last {
      frames[around].append(frame.raw[...], limit: limit)
      if frames[around].trouble == nil { frames[around].trouble = frame.trouble }
      frames[around].members.append(JSONValue.Member(name, .object(frame.members)))
      return .next
    }
    let isWanted = frames.last.map { $0.path.isSplit || frames.count == 1 } ?? true
    guard isWanted || frame.trouble != nil else { return .next }
    let element = JSONStream.Element(
      path: frame.path.path, value: .object(frame.members), line: frame.line,
      lineCount: line - frame.line + 1, parents: parents, text: frame.raw, encoding: text.encoding)
    return .event(frame.trouble.map { .problem(element.problem($0)) } ?? .element(element))
  }

  private var parents: [JSONValue] {
    frames.compactMap { $0.kind == .object ? .object($0.members) : nil }
  }

  /// Reads the value at `position` as a whole.
  private mutating func element(path: String, isWanted: Bool) -> Outcome {
    let parsed = parse { parser throws(JSONParser.Failure) in
      let value = try parser.value()
      return .value(value, end: position + parser.position, isDamaged: parser.isDamaged)
    }
    switch parsed {
    case .value(let value, let end, let isDamaged):
      let (first, bytes) = (line, Array(text.utf8[position..<end]))
      advance(to: end)
      hasFoundJSON = true
      guard isWanted || isDamaged else { return .next }
      let element = JSONStream.Element(
        path: path, value: value, line: first, lineCount: line - first + 1, parents: parents, text: bytes,
        encoding: text.encoding)
      return .event(isDamaged ? .problem(element.problem(.encoding)) : .element(element))
    default: return without(parsed)
    }
  }

  /// Reads the member at `position`, or opens the object or array that it is.
  private mutating func member(of path: JSONPath) -> Outcome {
    let parsed = parse { parser throws(JSONParser.Failure) in
      let name = try parser.name()
      let byte = try parser.peek()
      if let child = path[name] {
        let start = position + parser.position
        if byte == UInt8(ascii: "{"), !child.isLeaf { return .frame(name, child, .object, start: start) }
        if byte == UInt8(ascii: "[") { return .frame(name, child, .array, start: start) }
      }
      let value = try parser.value()
      return .member(name, value, end: position + parser.position, isDamaged: parser.isDamaged)
    }
    switch parsed {
    case .member(let name, let value, let end, let isDamaged):
      hasFoundJSON = true
      advance(to: end)
      guard let last = frames.indices.last, frames[last].trouble != .tooLong else { return .next }
      frames[last].members.append(JSONValue.Member(name, value))
      if isDamaged { frames[last].trouble = .encoding }
    case .frame(let name, let child, let kind, let start):
      hasFoundJSON = true
      advance(to: start)
      open(kind, child, name: name)
    default: return without(parsed)
    }
    return .next
  }

  /// Parses at `position`, never more than `limit` bytes.
  private func parse(_ body: (inout JSONParser) throws(JSONParser.Failure) -> Parsed) -> Parsed {
    let count = min(text.utf8.count - position, limit)
    let isWhole = isFinal && position + count == text.utf8.count
    return text.utf8.withUnsafeBytes { bytes in
      let slice = UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
      var parser = JSONParser(slice, isFinal: isWhole)
      do throws(JSONParser.Failure) { return try body(&parser) } catch {
        guard error == .incomplete && !isWhole else { return .broken(at: position + parser.position) }
        return count < limit ? .cut : .tooLong
      }
    }
  }

  /// Goes on where nothing could be read.
  private mutating func without(_ parsed: Parsed) -> Outcome {
    switch parsed {
    case .cut: return waitForMore()
    case .tooLong: giveUpLong()
    case .broken(let trouble): giveUp(from: trouble, .json)
    case .value, .member, .frame: break
    }
    return .next
  }
}
