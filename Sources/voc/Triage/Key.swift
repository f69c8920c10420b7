/// A key that a person pressed at the terminal, or a text that they pasted.
struct Key: Equatable, Sendable {
  enum Code: Equatable, Sendable {
    /// One Unicode scalar; what composes with it follows as a key of its own.
    case character(Character)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 is 1.
    case function(Int)
    case paste(String)
  }

  /// As xterm numbers them, less one (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Modifiers").
  struct Modifiers: OptionSet, Sendable {
    let rawValue: Int

    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
  }

  var code: Code
  var modifiers: Modifiers

  init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  static func character(_ character: Character) -> Key { Key(.character(character)) }
  static func control(_ character: Character) -> Key { Key(.character(character), .control) }
  static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
}
