/// A small terminal: what a screen shows after the bytes that were sent to it.
///
/// Knows what voc sends and nothing else; anything else is kept in `unknown`, for a test to find.
public struct TerminalEmulator {
  public struct Cell: Equatable, Sendable {
    public var text = " "
    /// The numbers of SGR that hold, in order.
    public var style: [Int] = []

    public init(text: String = " ", style: [Int] = []) {
      self.text = text
      self.style = style
    }
  }

  public let rows: Int
  public let columns: Int
  public private(set) var cells: [Cell]
  public private(set) var row = 0
  public private(set) var column = 0
  public private(set) var style: [Int] = []
  public private(set) var modes: Set<Int> = [7, 25]
  public private(set) var unknown: [String] = []
  /// What stood on the main screen while the alternate one shows.
  private var main: [Cell] = []
  private var pending: [UInt8] = []
  private let width: (Character) -> Int

  public init(rows: Int, columns: Int, width: @escaping (Character) -> Int) {
    self.rows = rows
    self.columns = columns
    self.width = width
    cells = Array(repeating: Cell(), count: rows * columns)
  }

  public var isCursorShown: Bool { modes.contains(25) }

  public func line(_ row: Int) -> String {
    var text = cells[row * columns..<(row + 1) * columns].map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  public var text: String { (0..<rows).map(line).joined(separator: "\n") }

  /// Bytes may come cut anywhere.
  public mutating func feed(_ bytes: some Collection<UInt8>) {
    pending += bytes
    // What is no whole sequence or character yet waits.
    var end = pending.count
    if let escape = pending.lastIndex(of: 0x1B), !TerminalEmulator.isWhole(pending[escape...]) {
      end = escape
    }
    while end > 0, end == pending.count, !TerminalEmulator.endsWhole(pending[..<end]) { end -= 1 }
    let text = String(decoding: pending[..<end], as: UTF8.self)
    pending.removeFirst(end)
    run(text)
  }

  private static func isWhole(_ sequence: ArraySlice<UInt8>) -> Bool {
    let body = sequence.dropFirst()
    guard let kind = body.first else { return false }
    return kind != 0x5B || body.dropFirst().contains { (0x40...0x7E).contains($0) }
  }

  private static func endsWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return true }
    let length = bytes[lead] < 0x80 ? 1 : bytes[lead] < 0xE0 ? 2 : bytes[lead] < 0xF0 ? 3 : 4
    return bytes.endIndex - lead >= length
  }

  private mutating func run(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      if first == "\u{1B}" {
        rest.removeFirst()
        control(&rest)
        continue
      }
      let plain = rest.prefix { $0 != "\u{1B}" }
      rest = rest.dropFirst(plain.count)
      for character in String(Substring(plain)) { write(character) }
    }
  }

  private mutating func control(_ rest: inout Substring.UnicodeScalarView.SubSequence) {
    guard rest.first == "[" else {
      unknown.append("ESC \(rest.first.map(String.init) ?? "")")
      rest = rest.dropFirst()
      return
    }
    rest.removeFirst()
    let isPrivate = rest.first == "?"
    if isPrivate { rest.removeFirst() }
    let digits = rest.prefix { $0.value < 0x40 }
    rest = rest.dropFirst(digits.count)
    let numbers = String(Substring(digits)).split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    let final = rest.popFirst() ?? " "
    switch (final, isPrivate) {
    case ("h", true): for mode in numbers { set(mode) }
    case ("l", true): for mode in numbers { reset(mode) }
    case ("m", false): for number in numbers { if number == 0 { style = [] } else { style.append(number) } }
    case ("H", false):
      row = min(rows, max(1, numbers.first ?? 1)) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case ("C", false): column = min(columns - 1, column + max(1, numbers.first ?? 1))
    case ("K", false): for place in column..<columns { blank(place) }
    case ("J", false) where numbers == [2]:
      cells = Array(repeating: Cell(), count: rows * columns)
    default: unknown.append("CSI \(isPrivate ? "?" : "")\(numbers) \(final)")
    }
  }

  private mutating func set(_ mode: Int) {
    if mode == 1049 && !modes.contains(mode) {
      main = cells
      cells = Array(repeating: Cell(), count: rows * columns)
    }
    modes.insert(mode)
  }

  private mutating func reset(_ mode: Int) {
    if mode == 1049 && modes.contains(mode) { cells = main }
    modes.remove(mode)
  }

  private mutating func write(_ character: Character) {
    if character == "\r\n" || character == "\n" || character == "\r" {
      if character != "\r" { row = min(rows - 1, row + 1) }
      column = 0
      return
    }
    if character.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) {
      return unknown.append("control \(character.unicodeScalars.map(\.value))")
    }
    let wide = width(character)
    if wide == 0 { return unknown.append("no width: \(character)") }
    if column + wide > columns {
      // Without wrapping (?7l) the last column is written over; this terminal does no wrapping at all.
      column = max(0, columns - wide)
    }
    for place in column..<min(columns, column + wide) { blank(place) }
    cells[row * columns + column] = Cell(text: String(character), style: style)
    if wide == 2 && column + 1 < columns { cells[row * columns + column + 1] = Cell(text: "", style: style) }
    column += wide
  }

  /// A blank, and with a half of a wide character its other half.
  private mutating func blank(_ place: Int) {
    let index = row * columns + place
    if cells[index].text.isEmpty && place > 0 { cells[index - 1] = Cell() }
    if place + 1 < columns && cells[index + 1].text.isEmpty { cells[index + 1] = Cell() }
    cells[index] = Cell(style: style)
  }
}
