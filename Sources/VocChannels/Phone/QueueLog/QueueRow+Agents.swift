import VocDomain

extension QueueRow {
  /// Whether the event is one that Asterisk itself writes about calls or agents.
  var isKnown: Bool { event != .other || Self.tellsNothing(eventName) }

  /// Whether a record comes of it, roughly: a stay in a queue has one ENTERQUEUE.
  var yieldsRecord: Bool {
    switch event {
    case .enter, .login, .logout, .pause, .unpause, .addMember, .removeMember: true
    default: false
    }
  }

  /// What the agent did; a member who is added in pause does two things at once.
  func agentStates(line: Int) -> [AgentStateRecord] {
    switch event {
    case .login: [state(.login, line)]
    case .logout: [state(.logout, line)]
    case .pause: [state(.pause, line, reason: parameter(0))]
    case .unpause: [state(.unpause, line, reason: parameter(0))]
    case .removeMember: [state(.logout, line)]
    case .addMember:
      PhoneText.equal(parameter(0), "PAUSED")
        ? [state(.login, line), state(.pause, line)] : [state(.login, line)]
    default: []
    }
  }

  private func state(
    _ state: AgentStateRecord.State, _ line: Int,
    reason: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)
  ) -> AgentStateRecord {
    let agent = PhoneParty.agent(PhoneText.string(PhoneParty.agentName(agent)))
    let at: RecordTime =
      isLocal ? .local(LocalTime(wallSeconds: time)) : .instant(Instant(unixSeconds: time))
    var record = AgentStateRecord(line: line, at: at, agent: agent, state: state)
    if !PhoneText.equal(queue, "NONE") && !queue.isEmpty { record.queue = PhoneText.string(queue) }
    if !reason.isEmpty { record.reason = PhoneText.string(reason) }
    return record
  }

  private static func tellsNothing(_ name: UnsafeRawBufferPointer) -> Bool {
    let names: [StaticString] = [
      "RINGNOANSWER", "RINGCANCELED", "CONFIGRELOAD", "PENALTY", "RINGINUSE", "SYSCOMPAT", "AGENTDUMP",
      "OUTCALL",
      "DID", "MEMBERADDED", "INFO",
    ]
    return names.contains { PhoneText.equal(name, $0) }
  }
}
