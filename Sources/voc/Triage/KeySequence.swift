/// The escape sequences of keys: `ESC [ … final` (ECMA-48, CSI) and `ESC O final` (SS3).
enum KeySequence {
  /// Bytes that begin with `ESC [` and at least one more.
  static func control(_ bytes: ArraySlice<UInt8>, isFinal: Bool, limit: Int) -> KeyDecoder.Step {
    let body = bytes.dropFirst(2)
    // The Linux console sends F1 to F5 as ESC [ [ A to E.
    if body.first == UInt8(ascii: "[") {
      guard let letter = body.dropFirst().first else { return isFinal ? .skip(3) : .needsMore }
      guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else {
        return .skip((0x40...0x7E).contains(letter) ? 4 : 3)
      }
      return .key(Key(.function(Int(letter - UInt8(ascii: "A")) + 1)), 4)
    }
    let parameters = body.prefix { (0x20...0x3F).contains($0) }
    let count = 2 + parameters.count
    if count > limit { return .skip(count) }
    guard let final = body.dropFirst(parameters.count).first else {
      return isFinal ? .skip(count) : .needsMore
    }
    // Not the end of a sequence: it was cut off, and something else begins.
    guard (0x40...0x7E).contains(final) else { return .skip(count) }
    if final == UInt8(ascii: "~"), Array(parameters) == Array("200".utf8) { return .pasteBegins(count + 1) }
    guard let key = key(numbers(parameters), final) else { return .skip(count + 1) }
    return .key(key, count + 1)
  }

  /// Bytes that begin with `ESC O` and at least one more.
  static func singleShift(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> KeyDecoder.Step {
    let body = bytes.dropFirst(2)
    let digits = body.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }.prefix(8)
    let count = 2 + digits.count
    guard let final = body.dropFirst(digits.count).first else {
      return isFinal ? .skip(count) : .needsMore
    }
    guard (0x40...0x7E).contains(final) else { return .skip(count) }
    let modifiers = numbers(digits).last.flatMap(modifiers) ?? []
    switch Character(Unicode.Scalar(final)) {
    case "M": return .key(Key(.enter, modifiers), count + 1)
    // rxvt with Ctrl.
    case "a": return .key(Key(.up, .control), count + 1)
    case "b": return .key(Key(.down, .control), count + 1)
    case "c": return .key(Key(.right, .control), count + 1)
    case "d": return .key(Key(.left, .control), count + 1)
    case let letter:
      guard let code = letters[letter] else { return .skip(count + 1) }
      return .key(Key(code, modifiers), count + 1)
    }
  }

  /// What `ESC [ numbers final` stands for; nil for what is no key.
  private static func key(_ numbers: [Int], _ final: UInt8) -> Key? {
    let letter = Character(Unicode.Scalar(final))
    let held = numbers.count > 1 ? modifiers(numbers[1]) : []
    guard let held else { return nil }
    switch letter {
    case "Z": return Key(.tab, .shift)
    case "~":
      // xterm's modifyOtherKeys: ESC [ 27 ; modifiers ; code ~.
      if numbers.first == 27, numbers.count == 3 { return unicode(numbers[2], held) }
      return numbers.first.flatMap { tildes[$0] }.map { Key($0, held) }
    // rxvt's Ctrl, and Ctrl with Shift.
    case "^": return numbers.first.flatMap { tildes[$0] }.map { Key($0, .control) }
    case "@": return numbers.first.flatMap { tildes[$0] }.map { Key($0, [.control, .shift]) }
    case "a": return Key(.up, .shift)
    case "b": return Key(.down, .shift)
    case "c": return Key(.right, .shift)
    case "d": return Key(.left, .shift)
    case "u": return numbers.first.flatMap { unicode($0, held) }
    default: return letters[letter].map { Key($0, held) }
    }
  }

  /// A key by its code point, as "fixterms" terminals send what has no sequence of its own.
  private static func unicode(_ code: Int, _ held: Key.Modifiers) -> Key? {
    switch code {
    case 13: return Key(.enter, held)
    case 9: return Key(.tab, held)
    case 27: return Key(.escape, held)
    case 8, 127: return Key(.backspace, held)
    case 32...:
      return UInt32(exactly: code).flatMap(Unicode.Scalar.init).map { Key(.character(Character($0)), held) }
    default: return nil
    }
  }

  private static func modifiers(_ number: Int) -> Key.Modifiers? {
    // Meta (8) counts as Alt; locks (64, 128) as nothing.
    guard (1...256).contains(number) else { return nil }
    let bits = number - 1
    return Key.Modifiers(rawValue: bits & 7 | (bits & 8 != 0 ? Key.Modifiers.alt.rawValue : 0))
  }

  /// The numbers between semicolons; a part of its own after a colon is left out. Empty where there are none.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    if parameters.isEmpty { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      let digits = part.prefix { (0x30...0x39).contains($0) }.prefix(7)
      return digits.isEmpty ? 1 : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
  }

  private static let letters: [Character: Key.Code] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let tildes: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]
}
