import VocDomain

/// Which tickets a verb is to act on: `12`, `#12`, `3-7`, `3,5`, or the first field of each line of stdin.
///
/// `voc ticket list status:new | voc ticket take` works because of the latter.
enum TicketNumbers {
  static let positional = Verb.Positional(
    name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 0...Int.max,
    summary: Phrase(
      es: "números de ticket (12, 3-7, 3,5); sin ellos, el primer campo de cada línea de la entrada",
      en: "ticket numbers (12, 3-7, 3,5); without them, the first field of each line of the input"))

  /// Nobody acts on more tickets than this with one range; somebody's phone number might.
  static let longestRange: Int64 = 100_000

  struct Selection: Equatable {
    /// In the order given, each once.
    var numbers: [Int64]
    /// Stdin has been read for them and holds no text any more.
    var cameFromInput: Bool
  }

  static func read(_ invocation: Invocation, of things: Things = .tickets) throws -> Selection {
    try read(invocation.positionals, of: things, world: invocation.world)
  }

  static func read(_ words: [String], of things: Things = .tickets, world: World) throws -> Selection {
    if !words.isEmpty {
      return Selection(numbers: unique(try words.flatMap { try parse($0, of: things) }), cameFromInput: false)
    }
    if world.inputIsTerminal { throw things.missing }
    let lines = String(decoding: try world.readInput(), as: UTF8.self).split(whereSeparator: \.isNewline)
    let fields = lines.compactMap { $0.split(whereSeparator: \.isWhitespace).first }
    return Selection(
      numbers: unique(try fields.flatMap { try parse(String($0), of: things) }), cameFromInput: true)
  }

  static func parse(_ word: String, of things: Things = .tickets) throws -> [Int64] {
    try word.split(separator: ",", omittingEmptySubsequences: false).flatMap { part -> [Int64] in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(number)
      switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
      case (1, let only?, _): return [only]
      case (2, let first?, let last?) where first <= last && last - first < longestRange:
        return Array(first...last)
      case (2, let first?, let last?) where first > last:
        throw UsageError(
          Phrase(es: "el intervalo «{word}» va al revés", en: "the range “{word}” runs backwards"),
          Phrase(es: "Se escribe {right}", en: "Write {right}"), ["word": word, "right": "\(last)-\(first)"])
      default: throw things.bad(word)
      }
    }
  }

  /// Exactly one ticket.
  static func one(_ word: String) throws -> Int64 {
    let numbers = try parse(word)
    guard numbers.count == 1 else {
      throw UsageError(
        Phrase(
          es: "«{word}» son varios tickets, y aquí va uno", en: "“{word}” means several tickets; one is due"),
        Phrase(es: "Va un solo número de ticket: 12 o #12", en: "Give one ticket number: 12 or #12"),
        ["word": word])
    }
    return numbers[0]
  }

  private static func number(_ text: Substring) -> Int64? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(digits), value > 0 else {
      return nil
    }
    return value
  }

  private static func unique(_ numbers: [Int64]) -> [Int64] {
    var seen: Set<Int64> = []
    return numbers.filter { seen.insert($0).inserted }
  }

  /// What the numbers are of, and what is said where they make no sense.
  struct Things: Sendable {
    var bad: @Sendable (String) -> UsageError
    var missing: UsageError

    static let tickets = Things(
      bad: { word in
        UsageError(
          Phrase(es: "«{word}» no es un número de ticket", en: "“{word}” is not a ticket number"),
          Phrase(es: "Se escribe 12, #12, 3-7 o 3,5", en: "Write 12, #12, 3-7 or 3,5"), ["word": word])
      },
      missing: UsageError(
        Phrase(es: "falta el número del ticket", en: "the ticket number is missing"),
        Phrase(
          es: "Va como 12, 3-7 o 3,5; «voc ticket list» los muestra",
          en: "Write 12, 3-7 or 3,5; “voc ticket list” shows them")))
  }
}
