/// Turns the bytes that a terminal sends into keys, however they are cut into pieces.
///
///     var decoder = KeyDecoder()
///     decoder.feed([0x1B]) == []
///     decoder.feed([0x5B, 0x41]) == [Key(.up)]
///
/// Understands xterm, tmux, screen, rxvt and the Linux console, UTF-8 and bracketed paste. What it does not know it
/// drops whole, so that no tail of a sequence becomes a command.
struct KeyDecoder {
  private var pending: [UInt8] = []
  /// What has come of a paste that is not over; `pending` is empty meanwhile.
  private var paste: [UInt8]?

  /// A paste is handed on in pieces of this size.
  static let longestPaste = 1 << 20
  /// No key's sequence is as long.
  private static let longestSequence = 64

  /// What the first bytes mean, and how many they are.
  enum Step: Equatable {
    case key(Key, Int)
    case skip(Int)
    case pasteBegins(Int)
    /// Cannot be told before more bytes come.
    case needsMore
  }

  /// How many seconds to wait for more bytes before `timeOut()`; nil where nothing is half read.
  ///
  /// Only a lone Esc is a key by itself; a sequence that has begun may stall on the network.
  var patience: Double? {
    if paste != nil { return 2 }
    if pending.isEmpty { return nil }
    return pending.count == 1 && pending[0] == Byte.escape ? 0.08 : 0.6
  }

  mutating func feed(_ bytes: some Collection<UInt8>) -> [Key] {
    if paste != nil { return feedPaste(bytes) }
    pending += bytes
    return decode(isFinal: false)
  }

  /// Nothing more has come for a while: what is pending is all there is.
  mutating func timeOut() -> [Key] {
    if let text = paste {
      paste = nil
      return text.isEmpty ? [] : [KeyDecoder.pasted(text)]
    }
    return decode(isFinal: true)
  }

  private mutating func decode(isFinal: Bool) -> [Key] {
    var keys: [Key] = []
    var rest = pending[...]
    decoding: while !rest.isEmpty {
      switch KeyDecoder.step(rest, isFinal: isFinal) {
      case .key(let key, let count):
        keys.append(key)
        rest = rest.dropFirst(count)
      case .skip(let count): rest = rest.dropFirst(max(1, count))
      case .pasteBegins(let count):
        let text = rest.dropFirst(count)
        pending = []
        paste = []
        return keys + feedPaste(text)
      case .needsMore: break decoding
      }
    }
    pending = Array(rest)
    return keys
  }

  // MARK: Paste

  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private mutating func feedPaste(_ bytes: some Collection<UInt8>) -> [Key] {
    guard var text = paste else { return [] }
    let from = max(0, text.count - KeyDecoder.pasteEnd.count)
    text += bytes
    if let end = text[from...].firstRange(of: KeyDecoder.pasteEnd) {
      paste = nil
      pending = Array(text[end.upperBound...])
      let key = KeyDecoder.pasted(text[..<end.lowerBound])
      return [key] + decode(isFinal: false)
    }
    if text.count >= KeyDecoder.longestPaste {
      // The last bytes may be the beginning of the end, or of a character.
      let cut = text.count - KeyDecoder.pasteEnd.count
      paste = Array(text[cut...])
      return [KeyDecoder.pasted(text[..<cut])]
    }
    paste = text
    return []
  }

  /// Terminals send line ends of a paste as carriage returns.
  private static func pasted(_ bytes: some Collection<UInt8>) -> Key {
    let text = String(decoding: bytes, as: UTF8.self)
    return Key(.paste(String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })))
  }

  // MARK: One key

  static func step(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step {
    guard let first = bytes.first else { return .needsMore }
    switch first {
    case Byte.escape: return escape(bytes, isFinal: isFinal)
    case 0x0D: return .key(Key(.enter), 1)
    case 0x09: return .key(Key(.tab), 1)
    case 0x08, 0x7F: return .key(Key(.backspace), 1)
    case 0x00: return .key(.control(" "), 1)
    case 0x01...0x1A: return .key(.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0x1C...0x1F: return .key(.control(Character(Unicode.Scalar(first + 0x40))), 1)
    case 0x20..<0x7F: return .key(.character(Character(Unicode.Scalar(first))), 1)
    default: return scalar(bytes, isFinal: isFinal)
    }
  }

  /// A character of two bytes or more; what is no UTF-8 is skipped.
  private static func scalar(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step {
    guard let lead = bytes.first, let length = [2, 3, 4].first(where: { leads[$0]?.contains(lead) == true })
    else { return .skip(1) }
    let body = bytes.prefix(length)
    let whole = body.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
    if whole < body.count { return .skip(whole) }
    if body.count < length { return isFinal ? .skip(body.count) : .needsMore }
    let text = String(decoding: body, as: UTF8.self).unicodeScalars
    guard text.count == 1, let scalar = text.first, scalar != "\u{FFFD}" || lead == 0xEF else {
      return .skip(length)
    }
    return .key(.character(Character(scalar)), length)
  }

  private static let leads: [Int: ClosedRange<UInt8>] = [2: 0xC2...0xDF, 3: 0xE0...0xEF, 4: 0xF0...0xF4]

  private static func escape(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return isFinal ? .key(Key(.escape), 1) : .needsMore }
    let third = rest.dropFirst().first
    switch second {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      if third == nil { return isFinal ? .key(.alt(Character(Unicode.Scalar(second))), 2) : .needsMore }
      return second == UInt8(ascii: "[")
        ? KeySequence.control(bytes, isFinal: isFinal, limit: longestSequence)
        : KeySequence.singleShift(bytes, isFinal: isFinal)
    case Byte.escape where third == nil: return isFinal ? .key(Key(.escape), 1) : .needsMore
    case Byte.escape where third != UInt8(ascii: "[") && third != UInt8(ascii: "O"):
      return .key(Key(.escape), 1)
    default: return withAlt(step(rest, isFinal: isFinal))
    }
  }

  /// A key after an Esc: the way in which terminals send Alt.
  private static func withAlt(_ step: Step) -> Step {
    switch step {
    case .key(var key, let count):
      key.modifiers.insert(.alt)
      return .key(key, count + 1)
    case .skip(let count): return .skip(count + 1)
    case .pasteBegins(let count): return .pasteBegins(count + 1)
    case .needsMore: return .needsMore
    }
  }

  enum Byte {
    static let escape: UInt8 = 0x1B
  }
}
