/// Reads the grammar of the filter language; the places in its errors count Unicode scalars from 0.
///
///     alternatives = sequence { "OR" sequence }
///     sequence     = { term [ "AND" ] }
///     term         = "-" term | "(" alternatives ")" | "@" view | quoted | word | field ":" value { "," value }
struct FilterParser {
  private typealias Expression = TicketFilter.Expression
  private var scanner: FilterScanner
  private var depth = 0
  /// Nobody writes more; a text of a million parentheses must not exhaust the stack.
  private static let deepest = 50

  private let names: FilterNames?

  private let views: FilterViews

  init(_ text: String, _ names: FilterNames?, _ views: FilterViews) {
    scanner = FilterScanner(text)
    self.names = names
    self.views = views
  }

  mutating func filter() throws(FilterError) -> TicketFilter.Expression {
    let expression = try alternatives()
    if scanner.next != nil {
      throw FilterError(.unopenedParenthesis, columns: scanner.position..<scanner.position + 1)
    }
    return expression
  }

  private mutating func alternatives() throws(FilterError) -> Expression {
    var parts = [try sequence()]
    while let word = operatorWord(isOr: true) {
      parts.append(try sequence())
      if parts.suffix(2).contains(.all([])) { throw FilterParser.dangling(word) }
    }
    return .anyOf(parts)
  }

  private mutating func sequence() throws(FilterError) -> Expression {
    var parts: [Expression] = []
    while true {
      while let part = try term() { parts.append(part) }
      guard let word = operatorWord(isOr: false) else { return .allOf(parts) }
      guard !parts.isEmpty, let next = try term() else { throw FilterParser.dangling(word) }
      parts.append(next)
    }
  }

  private mutating func operatorWord(isOr: Bool) -> FilterWord? {
    scanner.skipSpaces()
    guard let found = scanner.operatorWord(), found.isOr == isOr else { return nil }
    scanner.skip(found.word)
    return found.word
  }

  private static func dangling(_ word: FilterWord) -> FilterError {
    FilterError(.danglingOperator(word.text), columns: word.place)
  }

  /// Nil at the end, at an operator and at a closing parenthesis.
  private mutating func term() throws(FilterError) -> Expression? {
    scanner.skipSpaces()
    guard let next = scanner.next, next != ")", scanner.operatorWord() == nil else { return nil }
    let start = scanner.position
    if scanner.take("(") { return try group(from: start) }
    if scanner.take("-") { return try denial(from: start) }
    if next == "\"" { return try text(scanner.quoted()) }
    let word = scanner.word(until: ":\"")
    if scanner.take(":") { return try field(word) }
    return word.text.hasPrefix("@") ? try view(word) : try text(word)
  }

  /// What `@name` stands for.
  private func view(_ word: FilterWord) throws(FilterError) -> Expression {
    let name = String(word.text.dropFirst())
    switch views {
    case .plainText: return try text(word)
    case .refused: throw FilterError(.viewNotAllowed(name), columns: word.place)
    case .saved(let views):
      guard let view = views.first(where: { Folding.folded($0.name) == Folding.folded(name) }) else {
        let nearest = Nearest.names(to: name, among: views.map(\.name))
        throw FilterError(.unknownView(name, nearest: nearest), columns: word.place)
      }
      var parser = FilterParser(view.text, names, .refused)
      do {
        return try parser.filter()
      } catch {
        throw FilterError(.brokenView(view.name), columns: word.place)
      }
    }
  }

  private mutating func group(from start: Int) throws(FilterError) -> Expression {
    try enter(at: start)
    let inner = try alternatives()
    guard scanner.take(")") else { throw FilterError(.unclosedParenthesis, columns: start..<start + 1) }
    if inner == .all([]) { throw FilterError(.emptyParenthesis, columns: start..<scanner.position) }
    depth -= 1
    return inner
  }

  private mutating func denial(from start: Int) throws(FilterError) -> Expression {
    try enter(at: start)
    let isAlone = scanner.next?.properties.isWhitespace ?? true
    guard !isAlone, let inner = try term() else {
      throw FilterError(.danglingOperator("-"), columns: start..<start + 1)
    }
    depth -= 1
    return .not(inner)
  }

  private mutating func enter(at start: Int) throws(FilterError) {
    depth += 1
    if depth > FilterParser.deepest { throw FilterError(.tooDeep, columns: start..<start + 1) }
  }

  private func text(_ word: FilterWord) throws(FilterError) -> Expression {
    guard let text = FoldedText(word.text) else { throw FilterError(.emptyText, columns: word.place) }
    return .test(.text(text))
  }

  /// What follows a field's colon.
  private mutating func field(_ name: FilterWord) throws(FilterError) -> Expression {
    if name.text.isEmpty { throw unexpected(at: name.place.lowerBound) }
    let words = FilterWords<TicketFilter.Field>.fields
    guard let field = TicketFilter.Field(rawValue: Folding.folded(name.text)) else {
      let rest = scanner.word(until: "\"")
      if rest.text.hasPrefix("//") || name.text.contains(where: \.isNumber) {
        throw FilterError(.textWithColon(name.text + ":" + rest.text), columns: name.place)
      }
      throw FilterError(.unknownField(name.text, nearest: words.nearest(to: name.text)), columns: name.place)
    }
    var items: [FilterItem] = []
    repeat {
      let start = scanner.position
      guard let comparison = try comparison() else {
        throw FilterError(.emptyValue(field), columns: name.place.lowerBound..<scanner.position)
      }
      items.append(FilterItem(comparison: comparison, place: start..<scanner.position))
    } while scanner.take(",")
    guard scanner.isAtBreak else { throw unexpected(at: scanner.position) }
    return .test(try FilterValueReader(field: field, names: names).condition(items))
  }

  private func unexpected(at position: Int) -> FilterError {
    let place = position..<position + 1
    return FilterError(.unexpected(scanner.text(place)), columns: place)
  }

  private mutating func comparison() throws(FilterError) -> TicketFilter.Comparison<FilterWord>? {
    if scanner.take("<=") { return try scanner.value().map { .atMost($0) } }
    if scanner.take("<") { return try scanner.value().map { .below($0) } }
    if scanner.take(">=") { return try scanner.value().map { .atLeast($0) } }
    if scanner.take(">") { return try scanner.value().map { .above($0) } }
    let from = try scanner.value()
    guard scanner.take("..") else { return from.map { .equal($0) } }
    switch (from, try scanner.value()) {
    case (let from?, let to?): return .between(from, to)
    case (let from?, nil): return .atLeast(from)
    case (nil, let to?): return .atMost(to)
    case (nil, nil): return nil
    }
  }
}
