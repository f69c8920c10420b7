import VocDomain

/// Finds the elements of a JSON file, fed chunk by chunk and asked for one event at a time.
///
/// The objects and arrays that lead to split arrays are frames on a stack; everything else is parsed whole.
struct JSONSplitter {
  enum Event {
    case element(JSONStream.Element)
    case problem(ImportProblem)
  }

  /// What one step came to.
  enum Outcome {
    case next
    case event(Event)
    case more
  }

  /// Longer elements are given up.
  static let limit = 64 << 20

  let limit: Int
  let root: JSONPath
  var frames: [JSONFrame] = []
  var text = JSONText()
  /// The next byte of `text.utf8` to read.
  private(set) var position = 0
  /// Where `position` is: the line from 1, and the characters before it on that line.
  private(set) var line = 1
  private(set) var column = 0
  /// Reading on is worth while only once there are this many bytes.
  private var enough = 0
  private(set) var isFinal = false
  private var stretch: JSONStretch?
  /// An element that waits for the problem before it.
  private var waiting: Event?
  /// Whether anything was JSON so far.
  var hasFoundJSON = false
  /// Whether brackets at the top may be those of arrays that were given up.
  private(set) var hasLostFrames = false

  init(paths: [String], limit: Int) {
    root = JSONPath(paths)
    self.limit = limit
  }

  mutating func feed(_ chunk: UnsafeRawBufferPointer) {
    text.utf8.removeSubrange(..<position)
    position = 0
    text.add(chunk)
  }

  mutating func finish() {
    text.finish()
    isFinal = true
  }

  /// The next element or problem; nil when more bytes are needed, or at the end.
  mutating func next() throws -> Event? {
    if let event = waiting {
      waiting = nil
      return event
    }
    if !isFinal && text.utf8.count - position < enough { return nil }
    enough = 0
    while true {
      if stretch?.isOpen == true && !passOver() { return isFinal ? try lastEvent() : nil }
      if hasFoundJSON, let event = closeStretch() { return event }
      guard let byte = nextByte() else { return isFinal ? try lastEvent() : nil }
      switch step(byte) {
      case .next: continue
      case .more: return nil
      case .event(let event):
        hasFoundJSON = true
        guard let problem = closeStretch() else { return event }
        waiting = event
        return problem
      }
    }
  }

  /// What is said at the end of the file: what was being given up, or that an array was cut off.
  private mutating func lastEvent() throws -> Event? {
    if !frames.isEmpty && stretch == nil { giveUp(from: position, .json) }
    stretch?.isOpen = false
    if hasFoundJSON { return closeStretch() }
    guard let raw = stretch?.raw, !raw.isEmpty else { throw UnreadableExport.empty }
    throw raw.contains { $0 < 0x09 } ? UnreadableExport.binary : .noHeader
  }

  /// Passes over spaces and commas.
  private mutating func nextByte() -> UInt8? {
    var index = position
    while index < text.utf8.count {
      switch text.utf8[index] {
      // RS opens the texts of a JSON sequence (RFC 7464).
      case 0x09...0x0D, 0x1E, 0x20, UInt8(ascii: ","): index += 1
      default:
        if index > position { advance(to: index) }
        return text.utf8[index]
      }
    }
    if index > position { advance(to: index) }
    return nil
  }

  /// Moves on; an object that is open keeps the bytes.
  mutating func advance(to end: Int) {
    if let last = frames.indices.last, frames[last].kind == .object {
      frames[last].append(text.utf8[position..<end], limit: limit)
    }
    move(to: end)
  }

  private mutating func move(to end: Int) {
    let passed = text.utf8.withUnsafeBufferPointer { bytes in
      var breaks = 0
      for byte in bytes[position..<end] { breaks &+= byte == 0x0A ? 1 : 0 }
      let start = breaks == 0 ? position : (bytes[position..<end].lastIndex(of: 0x0A) ?? position) + 1
      return (breaks: breaks, characters: Self.characters(in: bytes[start..<end]))
    }
    line += passed.breaks
    column = passed.characters + (passed.breaks == 0 ? column : 0)
    position = end
  }

  private static func characters(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    for byte in bytes { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }

  /// Waits for twice as many bytes, so that a long value is not parsed again for every chunk.
  mutating func waitForMore() -> Outcome {
    enough = min(2 * (text.utf8.count - position), limit) + 1
    return .more
  }

  // MARK: Giving up

  /// Gives up the bytes from `position` on, for broken JSON at `trouble`: until the next line that begins with "{".
  ///
  /// The array in which that line goes on is the one whose elements begin lines.
  mutating func giveUp(from trouble: Int, _ reason: ImportProblem.Reason) {
    var beginsLine = column == 0
    while let frame = frames.last, frame.kind == .object || !beginsLine {
      beginsLine = frame.isAtLineStart
      frames.removeLast()
      hasLostFrames = true
    }
    open(at: trouble, reason, skipper: nil)
  }

  /// Gives up one value or member for its length.
  mutating func giveUpLong() {
    hasFoundJSON = true
    open(at: position, .tooLong, skipper: JSONSkipper())
  }

  private mutating func open(at trouble: Int, _ reason: ImportProblem.Reason, skipper: JSONSkipper?) {
    if stretch != nil {
      stretch?.isOpen = true
      stretch?.hasMoved = false
      return
    }
    let column: Int? = text.utf8.withUnsafeBufferPointer { bytes in
      let before = bytes[position..<trouble]
      return before.contains(0x0A) ? nil : self.column + Self.characters(in: before) + 1
    }
    stretch = JSONStretch(line: line, column: column, reason: reason, skipper: skipper)
  }

  /// Whether what is given up ends within the bytes that are there.
  private mutating func passOver() -> Bool {
    while position < text.utf8.count {
      if stretch?.skipper != nil {
        let end = stretch?.skipper?.end(in: text.utf8[position...])
        drop(to: end ?? text.utf8.count)
        guard end != nil else { continue }
      } else {
        let isValue = column == 0 && stretch?.hasMoved == true && text.utf8[position] == UInt8(ascii: "{")
        if !isValue {
          drop(to: text.utf8[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.utf8.count)
          continue
        }
      }
      stretch?.isOpen = false
      return true
    }
    return false
  }

  private mutating func drop(to end: Int) {
    stretch?.append(text.utf8[position..<end])
    move(to: end)
    if let first = stretch?.line { stretch?.lineCount = max(1, line - first + (column == 0 ? 0 : 1)) }
  }

  private mutating func closeStretch() -> Event? {
    guard let closed = stretch, !closed.isOpen else { return nil }
    stretch = nil
    return .problem(
      ImportProblem(
        line: closed.line, column: closed.column, lineCount: closed.lineCount, reason: closed.reason,
        raw: text.encoding.bytes(ofUTF8: closed.raw)))
  }
}
