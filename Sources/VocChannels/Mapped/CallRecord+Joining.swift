import VocDomain

extension CallRecord {
  /// The whole call of which these are the legs, in the order of the file; nil for none.
  ///
  /// Its beginning is the earliest leg's, the customer that of the first leg with the outside, the agent who
  /// spoke last; lengths of time add up, waiting only until somebody answers.
  init?(joining legs: [CallRecord]) {
    guard let first = legs.first else { return nil }
    self = first
    if legs.count == 1 { return }
    let ordered = legs.enumerated().sorted {
      let (left, right) = ($0.element.at.order, $1.element.at.order)
      return (left, $0.offset) < (right, $1.offset)
    }.map(\.element)
    let outside = ordered.first { $0.direction != .internal } ?? ordered[0]
    let answered = ordered.filter { $0.disposition == .answered }
    line = legs.map(\.line).min() ?? first.line
    at = ordered[0].at
    direction = outside.direction
    customer = outside.customer
    updatedAt = legs.compactMap(\.updatedAt).max()
    ticket = ordered.compactMap(\.ticket).first
    queue = ordered.compactMap(\.queue).first
    agent = answered.compactMap(\.agent).last ?? outside.agent
    disposition = answered.isEmpty ? ordered[ordered.count - 1].disposition : .answered
    let beforeAnswer = ordered.firstIndex { $0.disposition == .answered } ?? ordered.count - 1
    wait = Self.sum(ordered[...beforeAnswer].map(\.wait))
    talk = Self.sum(ordered.map(\.talk))
    hold = Self.sum(ordered.map(\.hold))
    wrapUp = Self.sum(ordered.map(\.wrapUp))
    let agents = answered.compactMap(\.agent)
    transfers = zip(agents, agents.dropFirst()).count { $0 != $1 }
    var notes: [String] = []
    for note in ordered.compactMap(\.note) where !notes.contains(note) { notes.append(note) }
    note = notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// Nil where nothing is known.
  static func sum(_ lengths: [Int64?]) -> Int64? {
    let known = lengths.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }
}

extension RecordTime {
  /// For the order of times of one file, which all have a zone or all have none.
  var order: Int64 {
    switch self {
    case .instant(let instant): instant.unixSeconds
    case .local(let local): local.wallSeconds
    }
  }
}
