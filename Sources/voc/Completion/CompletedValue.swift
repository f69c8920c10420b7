/// What a value is, for whoever proposes values while one types.
///
/// A value's name in help tells it (`AGENT`, `CHANNEL`): the same name means the same everywhere. `completes` of
/// an option or a verb's words says it where the name does not.
enum CompletedValue: Equatable, Sendable {
  /// Free text, a number, a date: nothing to propose.
  case anything
  case ticket, customer, agent, channel, channelKind, tag, queue, group, calendar, skill, agentState
  case priority, country, view, macro, cause, reply, law, filter, file
  /// An agent, or nobody.
  case assignee
  /// An agent other than the one who was given, else than whoever acts.
  case colleague
  /// Several statuses, with commas between.
  case statuses
  /// The words of a command, or a topic of help.
  case helpPage
  case oneOf([String])

  /// By the English name: "AGENT"; with more behind it ("SKILL=LEVEL") by what stands in front of that.
  init(named name: String) {
    let word = name.prefix { $0 != "=" && $0 != "[" }
    self = CompletedValue.byName[String(word)] ?? .anything
    // CHANNEL=N counts by kinds of channels.
    if self == .channel && word.count < name.count { self = .channelKind }
  }

  private static let byName: [String: CompletedValue] = [
    "NUMBER": .ticket, "CUSTOMER": .customer, "OTHER": .customer, "AGENT": .agent, "CHANNEL": .channel,
    "KIND": .channelKind, "TAG": .tag, "QUEUE": .queue, "GROUP": .group, "CALENDAR": .calendar,
    "SKILL": .skill, "STATE": .agentState, "STATUS": .statuses, "PRIORITY": .priority, "COUNTRY": .country,
    "VIEW": .view, "FILTER": .filter, "FILE": .file, "CAUSE": .cause, "COMMAND": .helpPage,
  ]
}

extension Option {
  /// What its value is; nil for a flag.
  var completedValue: CompletedValue? {
    guard let value else { return nil }
    return completes ?? allowed.map(CompletedValue.oneOf) ?? CompletedValue(named: value.en)
  }
}

extension Verb.Positional {
  /// What the word at this place is, the first at 0; nil where there is no such place.
  func completedValue(at place: Int) -> CompletedValue? {
    guard place < count.upperBound else { return nil }
    let values = completes.map { [$0] } ?? name.en.split(separator: " ").map { .init(named: String($0)) }
    return values.isEmpty ? nil : values[min(place, values.count - 1)]
  }
}
