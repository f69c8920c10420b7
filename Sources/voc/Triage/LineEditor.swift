import VocDomain

/// A text that somebody is typing, with the cursor between two graphemes.
///
///     var editor = LineEditor("Ya sale")
///     editor.press(.alt("b"))
///     editor.before == "Ya "
struct LineEditor: Equatable, Sendable {
  private(set) var before: String
  private(set) var after = ""
  /// Whether it may have several lines; else line breaks become spaces.
  let isMultiline: Bool
  /// What was last cut, for Ctrl+Y.
  private var cut = ""

  var text: String { before + after }

  init(_ text: String = "", isMultiline: Bool = false) {
    before = ""
    self.isMultiline = isMultiline
    insert(text)
  }

  /// Follows the key as a line of the shell would; false for a key that is no business of the editor.
  @discardableResult
  mutating func press(_ key: Key) -> Bool {
    switch (key.code, key.modifiers.subtracting(.shift)) {
    case (.paste(let text), _): insert(text)
    case (.character(let character), []): insert(String(character))
    case (.enter, .alt), (.character("j"), .control):
      guard isMultiline else { return false }
      insert("\n")
    case (.backspace, []), (.character("h"), .control): remove(before.isEmpty ? nil : 1)
    case (.delete, []), (.character("d"), .control): removeAhead(after.isEmpty ? nil : 1)
    case (.backspace, .alt), (.backspace, .control), (.character("w"), .control): cutBack(wordBack)
    case (.delete, .control), (.delete, .alt), (.character("d"), .alt): cutAhead(wordAhead)
    case (.character("u"), .control): cutBack(lineBack == 0 && !before.isEmpty ? 1 : lineBack)
    case (.character("k"), .control): cutAhead(lineAhead == 0 && !after.isEmpty ? 1 : lineAhead)
    case (.character("y"), .control): insert(cut)
    default: return move(key)
    }
    return true
  }

  private mutating func move(_ key: Key) -> Bool {
    switch (key.code, key.modifiers.subtracting(.shift)) {
    case (.left, []), (.character("b"), .control): step(-1)
    case (.right, []), (.character("f"), .control): step(1)
    case (.left, .control), (.left, .alt), (.character("b"), .alt): step(-wordBack)
    case (.right, .control), (.right, .alt), (.character("f"), .alt): step(wordAhead)
    case (.home, []), (.character("a"), .control): step(-lineBack)
    case (.end, []), (.character("e"), .control): step(lineAhead)
    case (.home, .control): step(-before.count)
    case (.end, .control): step(after.count)
    case (.up, []) where isMultiline: moveUp()
    case (.down, []) where isMultiline: moveDown()
    default: return false
    }
    return true
  }

  // MARK: Changes

  private mutating func insert(_ text: String) {
    var clean = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\u{2028}", "\u{2029}": clean += isMultiline ? "\n" : " "
      case "\t": clean += "  "
      default: if !Escaping.isUnsafe(scalar) { clean.unicodeScalars.append(scalar) }
      }
    }
    settle(at: before.unicodeScalars.count + clean.unicodeScalars.count, in: before + clean + after)
  }

  /// Another text in place of what stands before the cursor.
  mutating func replaceBefore(with text: String) {
    before = ""
    insert(text)
  }

  private mutating func remove(_ count: Int?) {
    guard let count else { return }
    before.removeLast(count)
    settle()
  }

  private mutating func removeAhead(_ count: Int?) {
    guard let count else { return }
    after.removeFirst(count)
    settle()
  }

  private mutating func cutBack(_ count: Int) {
    if count > 0 { cut = String(before.suffix(count)) }
    remove(count)
  }

  private mutating func cutAhead(_ count: Int) {
    if count > 0 { cut = String(after.prefix(count)) }
    removeAhead(count)
  }

  private mutating func step(_ count: Int) {
    if count < 0 {
      let moved = before.suffix(-count)
      after = moved + after
      before.removeLast(moved.count)
    } else {
      let moved = after.prefix(count)
      before += moved
      after.removeFirst(moved.count)
    }
  }

  /// What stood apart may have become one grapheme: then the cursor goes behind it.
  private mutating func settle() { settle(at: before.unicodeScalars.count, in: before + after) }

  private mutating func settle(at scalars: Int, in text: String) {
    var count = 0
    var index = text.startIndex
    while index < text.endIndex && count < scalars {
      count += text[index].unicodeScalars.count
      index = text.index(after: index)
    }
    before = String(text[..<index])
    after = String(text[index...])
  }

  // MARK: Distances in graphemes

  private var lineBack: Int { before.reversed().prefix { $0 != "\n" }.count }
  private var lineAhead: Int { after.prefix { $0 != "\n" }.count }

  private var wordBack: Int {
    let blanks = before.reversed().prefix { !LineEditor.isOfWord($0) }.count
    return blanks + before.reversed().dropFirst(blanks).prefix(while: LineEditor.isOfWord).count
  }

  private var wordAhead: Int {
    let blanks = after.prefix { !LineEditor.isOfWord($0) }.count
    return blanks + after.dropFirst(blanks).prefix(while: LineEditor.isOfWord).count
  }

  private static func isOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private mutating func moveUp() {
    let column = lineBack
    if column == before.count { return step(-column) }
    step(-column - 1)
    step(-max(0, lineBack - column))
  }

  private mutating func moveDown() {
    let column = lineBack
    let rest = lineAhead
    if rest == after.count { return step(rest) }
    step(rest + 1)
    step(min(column, lineAhead))
  }
}

extension LineEditor {
  /// The text broken to a width at spaces, and the row and column of the cursor.
  func rows(width: Int) -> (rows: [String], cursor: (row: Int, column: Int)) {
    let characters = Array(text)
    let place = before.count
    let ranges = LineEditor.breaks(characters, width: max(2, width))
    let row = ranges.lastIndex { $0.lowerBound <= place } ?? 0
    let column = characters[ranges[row].lowerBound..<place].reduce(0) { $0 + DisplayWidth.columns($1) }
    return (ranges.map { String(characters[$0].filter { $0 != "\n" }) }, (row, column))
  }

  /// The ranges of the rows, one after the other; a line feed ends its row. The last column is the cursor's.
  private static func breaks(_ characters: [Character], width: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var used = 0
    var space: Int?
    for (index, character) in characters.enumerated() {
      let wide = DisplayWidth.columns(character)
      if used + wide > width - 1 && index > start {
        let end = space.map { $0 + 1 } ?? index
        ranges.append(start..<end)
        start = end
        used = characters[start..<index].reduce(0) { $0 + DisplayWidth.columns($1) }
        space = nil
      }
      used += wide
      if character == " " { space = index }
      if character == "\n" {
        ranges.append(start..<index + 1)
        (start, used, space) = (index + 1, 0, nil)
      }
    }
    return ranges + [start..<characters.count]
  }
}
