import VocDomain

/// A list from which somebody picks, narrowed by what they type.
struct TriagePicker: Equatable, Sendable {
  enum Purpose: Sendable {
    /// A macro to reply with.
    case macro
    /// The ticket that takes another in.
    case survivor
  }

  struct Entry: Equatable, Sendable {
    /// A macro's name; a ticket's number.
    var name: String
    /// What the macro says on the ticket; what the other ticket is about.
    var text: String
    /// Else `text` says why not.
    var isUsable = true
  }

  let purpose: Purpose
  let ticket: Int64
  let entries: [Entry]
  private(set) var editor = LineEditor()
  /// Where the arrows went since something was last typed.
  private var place: Int?

  init(_ purpose: Purpose, ticket: Int64, entries: [Entry]) {
    self.purpose = purpose
    self.ticket = ticket
    self.entries = entries
  }

  mutating func press(_ key: Key) {
    switch key {
    case Key(.down), .control("n"), Key(.tab): move(by: 1)
    case Key(.up), .control("p"), Key(.tab, .shift): move(by: -1)
    default:
      let before = editor.text
      editor.press(key)
      if editor.text != before { place = nil }
    }
  }

  private mutating func move(by step: Int) {
    let last = matches.count - 1
    if last < 0 { return }
    place = highlighted.map { max(0, min($0 + step, last)) } ?? 0
  }

  /// Those that have all that was typed, in whatever order; first those that begin so.
  var matches: [Entry] {
    let typed = Folding.folded(editor.text)
    let words = typed.split(separator: " ")
    let found = entries.filter { entry in
      let own = Folding.folded(purpose == .macro ? entry.name : "\(entry.name) \(entry.text)")
      return words.allSatisfy { own.contains($0) }
    }
    func begins(_ entry: Entry) -> Bool { Folding.folded(entry.name).hasPrefix(typed) }
    return found.filter(begins) + found.filter { !begins($0) }
  }

  /// The one of the matches that Enter picks. A number is meant as such: it picks no other that only begins so.
  var highlighted: Int? {
    let matches = matches
    if let place { return matches.isEmpty ? nil : min(place, matches.count - 1) }
    if let typedNumber { return matches.firstIndex { TriagePicker.number($0.name) == typedNumber } }
    return matches.isEmpty ? nil : 0
  }

  var picked: Entry? { highlighted.map { matches[$0] } }

  /// The ticket that was picked, or typed, whoever's it is.
  var survivor: Int64? { picked.map { TriagePicker.number($0.name) } ?? typedNumber }

  private var typedNumber: Int64? { purpose == .survivor ? TriagePicker.number(editor.text.trimmed) : nil }

  private static func number(_ text: String) -> Int64? {
    Int64(text.hasPrefix("#") ? text.dropFirst() : text[...]).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Of the whole screen; a macro's text needs the same room whatever the list.
  func listRows(in size: ScreenSize) -> Int {
    let room = max(1, min(8, (size.rows - 4) / 3))
    return purpose == .macro ? room : max(1, min(entries.count, room))
  }
}

/// A merge that waits for somebody's yes.
struct TriageMerge: Equatable, Sendable {
  var ticket: Int64
  var into: Int64
  var subject: String
  /// How many would go there.
  var messages: Int
}
