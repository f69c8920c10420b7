import VocDomain

/// One contact trace record of a voice call: what one agent, or one transfer, had of it.
///
/// Source: Amazon Connect Administrator Guide, "Contact records data model". Lengths are seconds.
struct ConnectLeg {
  let id: String
  /// The first contact of the chain that transfers make.
  let initial: String?
  let updatedAt: Instant?
  let at: RecordTime
  let method, address, queue, agent, disconnectReason, machine: String?
  let wait, talk, hold, wrapUp: Int64?
  /// An agent took it.
  let isAnswered: Bool
  let hasEnded: Bool
  var line = 0

  /// Throws a `CellTrouble` without cell.
  init(_ contact: JSONValue, line: Int) throws {
    let began = contact["InitiationTimestamp"]
    guard let id = contact["ContactId"].text, began.text != nil else {
      throw CellTrouble(reason: .missingField)
    }
    guard let at = began.time else { throw CellTrouble(reason: .date) }
    let agent = contact["Agent"]
    self.line = line
    self.id = id
    self.at = at
    initial = contact["InitialContactId"].text
    updatedAt = contact["LastUpdateTimestamp"].instant
    method = contact["InitiationMethod"].text
    address = contact["CustomerEndpoint"]["Address"].text
    queue = contact["Queue"]["Name"].text ?? contact["Queue"]["ARN"].text
    self.agent = agent["Username"].text
    disconnectReason = contact["DisconnectReason"].text
    machine = contact["AnsweringMachineDetectionStatus"].text
    wait = contact["Queue"]["Duration"].seconds
    talk = agent["AgentInteractionDuration"].seconds
    hold = agent["CustomerHoldDuration"].seconds
    wrapUp = agent["AfterContactWorkDuration"].seconds
    isAnswered = !agent["ConnectedToAgentTimestamp"].isNull || self.agent != nil
    hasEnded = contact["DisconnectTimestamp"].text != nil
  }

  var key: String { initial ?? id }

  var fragment: String {
    let lengths = [wait, talk, hold, wrapUp].map { $0.map { "\($0)" } }
    return Fragment.text(
      [
        id, initial, updatedAt.map { "\($0.unixSeconds)" }, Fragment.time(at), method, address, queue, agent,
        disconnectReason, machine, isAnswered ? "1" : nil, hasEnded ? "1" : nil,
      ] + lengths)
  }

  init?(fragment: String) {
    guard let members = Fragment.members(fragment, count: 16), let id = members[0],
      let at = members[3].flatMap(Fragment.time)
    else { return nil }
    self.id = id
    self.at = at
    initial = members[1]
    updatedAt = members[2].flatMap(Int64.init).map(Instant.init)
    (method, address, queue, agent) = (members[4], members[5], members[6], members[7])
    (disconnectReason, machine) = (members[8], members[9])
    (isAnswered, hasEnded) = (members[10] != nil, members[11] != nil)
    let lengths = members[12...].map { $0.flatMap(Int64.init) }
    (wait, talk, hold, wrapUp) = (lengths[0], lengths[1], lengths[2], lengths[3])
  }

  /// Whether we called: by hand, by a campaign or the API, or because the customer had asked to be called back.
  var isOutbound: Bool {
    ["OUTBOUND", "API", "CALLBACK", "EXTERNAL_OUTBOUND", "WEBRTC_API_OUTBOUND"].contains(method)
  }

  /// How the leg ended; an agent may have left the queue, or the flow hung up on who waited too long.
  var disposition: CallRecord.Disposition {
    if isAnswered { return .answered }
    if let machine, machine.hasPrefix("VOICEMAIL") { return .voicemail }
    guard hasEnded else { return .unknown }
    let reason = disconnectReason ?? ""
    if reason.contains("BUSY") { return .busy }
    if reason.contains("ERROR") || reason.contains("PROBLEM") || reason == "OUTBOUND_ATTEMPT_FAILED" {
      return .failed
    }
    let isGivenUp = queue != nil && !isOutbound && reason != "CONTACT_FLOW_DISCONNECT" && reason != "EXPIRED"
    return isGivenUp ? .abandoned : .noAnswer
  }
}

extension JSONValue {
  /// A length of time that is a number of seconds from 0 on; nil for anything else.
  var seconds: Int64? {
    guard let value = double, value >= 0, value < 3_155_760_000 else { return nil }
    return Int64(value.rounded())
  }

  /// Whole seconds of a number of milliseconds.
  var milliseconds: Int64? {
    guard let value = double, value >= 0, value < 3_155_760_000_000 else { return nil }
    return Int64((value / 1000).rounded())
  }
}
