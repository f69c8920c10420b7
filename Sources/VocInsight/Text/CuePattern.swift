/// A regular expression over the codes of folded text, parsed.
///
/// The subset that cues need: literals, groups, `|`, `?`, `*`, `+`, `\w`, `\d`, classes such as `[a-c1]`. A pattern
/// stands for whole words: it is written between `\b` and `\b`, and these stand nowhere else.
indirect enum CuePattern: Equatable, Sendable {
  /// One code of a set.
  case oneOf(CodeSet)
  case sequence([CuePattern])
  case anyOf([CuePattern])
  case optional(CuePattern)
  case oneOrMore(CuePattern)

  /// A set of codes.
  struct CodeSet: Hashable, Sendable {
    private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init(_ codes: some Sequence<UInt8>) { for code in codes { insert(code) } }

    mutating func insert(_ code: UInt8) {
      let bit = UInt64(1) << UInt64(code & 63)
      switch code >> 6 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }

    func contains(_ code: UInt8) -> Bool {
      let word = code < 64 ? bits.0 : code < 128 ? bits.1 : code < 192 ? bits.2 : bits.3
      return word >> UInt64(code & 63) & 1 == 1
    }

    static func == (one: Self, other: Self) -> Bool { one.bits == other.bits }

    func hash(into hasher: inout Hasher) {
      hasher.combine(bits.0)
      hasher.combine(bits.1)
      hasher.combine(bits.2)
      hasher.combine(bits.3)
    }
  }

  /// The words of a name, folded, one space between them; nil of a name without letters and digits.
  init?(name: String) {
    let text = TextNormalizer.normalize(name)
    let isWord = FoldingTable.isWord
    guard let first = text.codes.firstIndex(where: { isWord[Int($0)] }),
      let last = text.codes.lastIndex(where: { isWord[Int($0)] })
    else { return nil }
    self = .sequence(text.codes[first...last].map { .oneOf(CodeSet([$0])) })
  }

  /// Nil of what the subset does not have.
  init?(_ pattern: String) {
    guard pattern.hasPrefix(#"\b"#), pattern.hasSuffix(#"\b"#), pattern.utf8.count > 4 else { return nil }
    var parser = Parser(codes: TextNormalizer.normalize(String(pattern.dropFirst(2).dropLast(2))).codes)
    guard let parsed = parser.alternatives(), parser.isAtEnd else { return nil }
    self = parsed
  }
}

/// Reads a pattern by recursive descent; every method gives nil where the subset is left.
private struct Parser {
  let codes: [UInt8]
  private var index = 0
  private var depth = 0

  init(codes: [UInt8]) { self.codes = codes }

  var isAtEnd: Bool { index == codes.count }
  private var next: UInt8? { index < codes.count ? codes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func alternatives() -> CuePattern? {
    var found: [CuePattern] = []
    repeat {
      guard let one = sequence() else { return nil }
      found.append(one)
    } while take("|")
    return found.count == 1 ? found[0] : .anyOf(found)
  }

  private mutating func sequence() -> CuePattern? {
    var found: [CuePattern] = []
    while let next, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
      guard let one = repeated() else { return nil }
      found.append(one)
    }
    return .sequence(found)
  }

  private mutating func repeated() -> CuePattern? {
    guard let one = single() else { return nil }
    if take("?") { return .optional(one) }
    if take("*") { return .optional(.oneOrMore(one)) }
    if take("+") { return .oneOrMore(one) }
    return one
  }

  private mutating func single() -> CuePattern? {
    if take("(") {
      depth += 1
      defer { depth -= 1 }
      guard depth < 20, let inner = alternatives(), take(")") else { return nil }
      return inner
    }
    if take("[") { return set() }
    if take("\\") {
      if take("w") { return .oneOf(.init((0...255).filter { FoldingTable.isWord[Int($0)] })) }
      if take("d") { return .oneOf(.init(UInt8(ascii: "0")...UInt8(ascii: "9"))) }
      return nil
    }
    guard let code = next, !"?*+{}[]^$.".utf8.contains(code) else { return nil }
    index += 1
    return .oneOf(.init([code]))
  }

  private mutating func set() -> CuePattern? {
    var set = CuePattern.CodeSet([])
    var isEmpty = true
    while let code = next, code != UInt8(ascii: "]") {
      index += 1
      guard !"\\^[".utf8.contains(code) else { return nil }
      var last = code
      if next == UInt8(ascii: "-") {
        index += 1
        guard let end = next, end >= code, end != UInt8(ascii: "]") else { return nil }
        index += 1
        last = end
      }
      for member in code...last { set.insert(member) }
      isEmpty = false
    }
    guard !isEmpty, take("]") else { return nil }
    return .oneOf(set)
  }
}
