/// One value of a field, or a bound, as it stands in the text.
struct FilterItem {
  var comparison: TicketFilter.Comparison<FilterWord>
  /// With its `<` or `>`.
  var place: Range<Int>

  func error(_ problem: FilterError.Problem) -> FilterError { FilterError(problem, columns: place) }
}

/// Reads the values of a field as that field understands them.
struct FilterValueReader {
  let field: TicketFilter.Field
  let names: FilterNames?

  func condition(_ items: [FilterItem]) throws(FilterError) -> TicketFilter.Condition {
    switch field {
    case .id: return .id(try items.map { item throws(FilterError) in try number(item) })
    case .status: return .status(try choices(items, .statuses))
    case .priority: return .priority(try items.map { item throws(FilterError) in try priority(item) })
    case .segment: return .segment(try choicesOrNone(items, .segments))
    case .stage: return .stage(try choicesOrNone(items, .stages))
    case .cue: return .cue(try choicesOrNone(items, .cues))
    case .mood: return .mood(try choicesOrNone(items, .moods))
    case .state: return .state(try choices(items, .states))
    case .created: return .time(.created, try times(items))
    case .updated: return .time(.updated, try times(items))
    case .solved: return .time(.solved, try times(items))
    case .waiting: return .length(.waiting, try lengths(items))
    case .due: return .length(.due, try lengths(items))
    case .channel: return .name(.channel, try names(items))
    case .queue: return .name(.queue, try names(items))
    case .assignee: return .name(.assignee, try names(items))
    case .customer: return .name(.customer, try names(items))
    case .language: return .name(.language, try names(items))
    case .country: return .name(.country, try names(items))
    case .tag: return .name(.tag, try names(items))
    case .cause: return .name(.cause, try names(items))
    }
  }
}

extension FilterValueReader {
  private func isNone(_ item: FilterItem) -> Bool {
    guard field.mayBeEmpty, case .equal(let word) = item.comparison, !word.isQuoted else { return false }
    return TicketFilter.meansNone(word.text)
  }

  /// The one value of a field without an order.
  private func single(_ item: FilterItem) throws(FilterError) -> FilterWord {
    guard case .equal(let word) = item.comparison else { throw item.error(.comparisonNotAllowed(field)) }
    return word
  }

  private func ordered<Value: Comparable>(
    _ comparison: TicketFilter.Comparison<Value>, _ item: FilterItem
  ) throws(FilterError) {
    if comparison.isReversed { throw item.error(.reversedRange(field)) }
  }

  private func number(_ item: FilterItem) throws(FilterError) -> TicketFilter.Comparison<Int64> {
    let numbers = try item.comparison.map { word throws(FilterError) in
      let digits = word.text.hasPrefix("#") ? String(word.text.dropFirst()) : word.text
      guard let number = FilterNumber.read(digits) else {
        throw FilterError(.badNumber(word.text), columns: word.place)
      }
      return number
    }
    try ordered(numbers, item)
    return numbers
  }
}

extension FilterValueReader {
  private func choice<Value>(
    _ word: FilterWord, _ words: FilterWords<Value>
  ) throws(FilterError) -> Value {
    if let value = words.value(word.text) { return value }
    let nearest = words.nearest(to: word.text)
    throw FilterError(
      .unknownValue(field, word.text, allowed: words.names, nearest: nearest), columns: word.place)
  }

  private func choices<Value>(
    _ items: [FilterItem], _ words: FilterWords<Value>
  ) throws(FilterError) -> [Value] {
    try items.map { item throws(FilterError) in try choice(single(item), words) }
  }

  private func choicesOrNone<Value>(
    _ items: [FilterItem], _ words: FilterWords<Value>
  ) throws(FilterError) -> [Value?] {
    try items.map { item throws(FilterError) in isNone(item) ? nil : try choice(single(item), words) }
  }

  private func priority(
    _ item: FilterItem
  ) throws(FilterError) -> TicketFilter.Comparison<Ticket.Priority> {
    let priorities = try item.comparison.map { word throws(FilterError) in try choice(word, .priorities) }
    try ordered(priorities.map(\.rawValue), item)
    return priorities
  }
}

extension FilterValueReader {
  private func names(_ items: [FilterItem]) throws(FilterError) -> [TicketFilter.NameChoice] {
    try items.map { item throws(FilterError) in isNone(item) ? .none : try name(single(item)) }
  }

  private func name(_ word: FilterWord) throws(FilterError) -> TicketFilter.NameChoice {
    if field == .assignee, !word.isQuoted, ["@me", "@yo"].contains(Folding.folded(word.text)) { return .me }
    if field == .customer, !word.isQuoted, word.text.hasPrefix("#") {
      guard let number = FilterNumber.read(String(word.text.dropFirst())) else {
        throw FilterError(.badNumber(word.text), columns: word.place)
      }
      return .number(number)
    }
    guard let name = FoldedText(word.text) else { throw FilterError(.emptyValue(field), columns: word.place) }
    if field == .country, !FilterValueReader.isCountry(name) {
      throw FilterError(.unknownValue(field, word.text, allowed: [], nearest: []), columns: word.place)
    }
    if let problem = names?.problem(name, of: field) { throw FilterError(problem, columns: word.place) }
    return .named(name)
  }

  private static func isCountry(_ name: FoldedText) -> Bool {
    name.folded.utf8.count == 2 && name.folded.utf8.allSatisfy { (97...122).contains($0) }
  }
}

extension FilterValueReader {
  private func times(_ items: [FilterItem]) throws(FilterError) -> [TicketFilter.Comparison<FilterDate>?] {
    try items.map { item throws(FilterError) in isNone(item) ? nil : try time(item) }
  }

  private func time(_ item: FilterItem) throws(FilterError) -> TicketFilter.Comparison<FilterDate> {
    let dates = try item.comparison.map { word throws(FilterError) in
      guard let date = FilterDate(word.text) else {
        throw FilterError(.badDate(word.text), columns: word.place)
      }
      return date
    }
    if case .equal(let date) = dates, date.isMoment { throw item.error(.comparisonNeeded(field)) }
    if case .between(let from, let to) = dates, let from = from.wallStart, let to = to.wallStart {
      try ordered(.between(from, to), item)
    }
    return dates
  }

  private func lengths(_ items: [FilterItem]) throws(FilterError) -> [TicketFilter.Comparison<Int64>?] {
    try items.map { item throws(FilterError) in isNone(item) ? nil : try length(item) }
  }

  private func length(_ item: FilterItem) throws(FilterError) -> TicketFilter.Comparison<Int64> {
    let lengths = try item.comparison.map { word throws(FilterError) in
      guard let seconds = FilterLength.seconds(word.text) else {
        throw FilterError(.badLength(word.text), columns: word.place)
      }
      return seconds
    }
    if case .equal = lengths { throw item.error(.comparisonNeeded(field)) }
    try ordered(lengths, item)
    return lengths
  }
}
