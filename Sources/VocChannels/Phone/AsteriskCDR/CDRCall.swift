import VocDomain

/// What the legs of one call, in the order in which they began, tell together.
struct CDRCall {
  let legs: [CDRRow]
  /// The leg that tells who called whom: of the channel that began the call, where the file has it.
  let head: CDRRow
  let ownNumbers: OwnNumbers

  /// - Parameter rows: at least one, of one call, in any order; doubles count once.
  init?(_ rows: [CDRRow], ownNumbers: OwnNumbers) {
    let sorted = rows.count == 1 ? rows : rows.sorted { $0.precedes($1) }
    var legs: [CDRRow] = []
    for leg in sorted where legs.last.map({ !PhoneText.equal($0.bytes, leg.bytes) }) ?? true {
      legs.append(leg)
    }
    guard let first = legs.first else { return nil }
    self.legs = legs
    head = legs.first(where: \.isOfFirstChannel) ?? first
    self.ownNumbers = ownNumbers
  }

  /// No leg is of the channel that began the call: they stand in another file, or were lost.
  var isHeadless: Bool { !head.isOfFirstChannel && !head.uniqueID.isEmpty }

  func record(line: Int, time: (Int64) -> RecordTime) -> CallRecord {
    let source = PhoneText.string(head.source)
    let destination = PhoneText.string(head.destination)
    let direction = ownNumbers.direction(
      from: source, to: destination,
      isFromOutside: head.isFromOutside || isHeadless && PhoneParty.isCallIn(from: source, to: destination),
      channel: PhoneText.string(PhoneParty.agentName(head.channel)))
    let agentLeg = direction == .outbound ? spokenLeg : agentLeg
    let id = PhoneText.string(head.callID)
    let start = legs[0].start
    var call = CallRecord(
      line: line, key: id.isEmpty ? nil : id, at: time(start), direction: direction,
      customer: customer(direction, source, destination), disposition: disposition(agentLeg, direction))
    call.queue = legs.last(where: \.isQueue).map { PhoneText.string($0.applicationData.prefix { $0 != 44 }) }
    let last = legs.map(\.end).max() ?? head.end
    call.wait = max(0, (agentLeg?.answer ?? last) - start)
    call.talk = agentLeg?.billed
    if case .instant(let instant) = time(last) { call.updatedAt = instant }
    switch direction {
    case .outbound:
      let name = PhoneText.string(PhoneParty.agentName(head.channel))
      call.agent = PhoneParty.agent(PhoneParty.isExtension(name) || source.isEmpty ? name : source)
    case .inbound, .internal:
      call.agent = agentLeg?.agentName.map(PhoneParty.agent)
      if legs.count(where: \.isSpoken) > 1 {
        call.transfers = max(0, Set(legs.filter(\.isSpoken).compactMap(\.agentName)).count - 1)
      }
    }
    if let leg = legs.first(where: { !$0.userField.isEmpty }) {
      let text = PhoneText.string(leg.userField)
      if !PhoneParty.isNumber(text) { call.note = text }
    }
    return call
  }

  /// The answered leg to an agent, the last one; the agent's own leg rather than the queue's, which counts
  /// ringing.
  private var agentLeg: CDRRow? {
    guard let last = legs.last(where: { $0.isSpoken && $0.agentName != nil }) else { return nil }
    guard last.isQueue else { return last }
    let name = last.agentName
    return legs.last { $0.isSpoken && !$0.isQueue && $0.agentName == name } ?? last
  }

  private var spokenLeg: CDRRow? { legs.last(where: \.isSpoken) }

  private func customer(
    _ direction: CallRecord.Direction, _ source: String, _ destination: String
  ) -> PartyRecord {
    switch direction {
    case .inbound: PhoneParty.customer(number: source, name: CDRCallerID.name(head.callerID))
    case .outbound: PhoneParty.customer(number: destination)
    case .internal:
      PhoneParty.agent(source.isEmpty ? PhoneText.string(PhoneParty.agentName(head.channel)) : source)
    }
  }

  private func disposition(
    _ agentLeg: CDRRow?, _ direction: CallRecord.Direction
  ) -> CallRecord.Disposition {
    if agentLeg != nil { return .answered }
    if legs.contains(where: \.isVoicemail) { return .voicemail }
    if direction == .inbound && legs.contains(where: \.isQueue) { return .abandoned }
    if legs.allSatisfy({ $0.disposition == .busy }) { return .busy }
    if legs.allSatisfy({ $0.disposition == .failed }) { return .failed }
    return legs.allSatisfy { $0.disposition == .other } ? .unknown : .noAnswer
  }
}
