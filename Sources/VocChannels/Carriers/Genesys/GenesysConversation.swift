import VocDomain

/// One conversation of Genesys Cloud's analytics with its participants, their sessions and segments.
///
/// Source: Genesys Cloud Platform API, AnalyticsConversation. Metrics are milliseconds.
struct GenesysConversation {
  let id: String
  let at: RecordTime
  let value: JSONValue
  let line: Int
  private let participants: [JSONValue]

  /// Throws a `CellTrouble` without cell.
  init(_ value: JSONValue, line: Int) throws {
    guard let id = value["conversationId"].text, value["conversationStart"].text != nil else {
      throw CellTrouble(reason: .missingField)
    }
    guard let at = value["conversationStart"].time else { throw CellTrouble(reason: .date) }
    self.id = id
    self.at = at
    self.value = value
    self.line = line
    participants = value["participants"].array
  }

  var hasEnded: Bool { value["conversationEnd"].text != nil }

  /// As of when the record is: its latest time, for it is exported again while it goes on.
  var updatedAt: Instant? {
    var times = [value["conversationStart"].instant, value["conversationEnd"].instant]
    for session in participants.flatMap(sessions) {
      times += session["segments"].array.map { $0["segmentEnd"].instant ?? $0["segmentStart"].instant }
      times += session["metrics"].array.map { $0["emitDate"].instant }
    }
    return times.compactMap(\.self).max()
  }

  /// "voice", "chat", "message", "email"…; voice where there is any.
  var media: String? {
    let all = participants.flatMap(sessions).compactMap { $0["mediaType"].text?.lowercased() }
    return all.contains("voice") ? "voice" : all.first
  }

  var isOutbound: Bool { value["originatingDirection"].text?.lowercased() == "outbound" }

  var customer: PartyRecord {
    var party = PartyRecord(role: .customer)
    guard let outside = outside else { return party }
    party.key = outside["externalContactId"].text
    party.name = outside["participantName"].text
    for session in sessions(outside) {
      let address = session[isOutbound ? "dnis" : "ani"].text ?? session["addressFrom"].text
      guard let address else { continue }
      let bare =
        address.hasPrefix("tel:") || address.hasPrefix("sip:") ? String(address.dropFirst(4)) : address
      if bare.isDialled || bare.hasPrefix("+") {
        party.phone = bare
      } else if bare.contains("@") && session["mediaType"].text?.lowercased() == "email" {
        party.email = bare
      } else {
        continue
      }
      break
    }
    return party
  }

  private var outside: JSONValue? {
    participants.first { purpose($0) == "customer" } ?? participants.first { purpose($0) == "external" }
  }

  /// Those of our people who spoke, in the order of the file.
  private var speakers: [JSONValue] {
    participants.filter {
      ["agent", "user"].contains(purpose($0))
        && sessions($0).contains { $0["segments"].array.contains { $0["segmentType"].text == "interact" } }
    }
  }

  var agent: PartyRecord? {
    guard let last = speakers.last else { return nil }
    return PartyRecord(key: last["userId"].text, role: .agent, name: last["participantName"].text)
  }

  /// The queue's id; its name stands in another file.
  var queue: String? {
    for participant in participants where purpose(participant) == "acd" {
      for segment in sessions(participant).flatMap(\.["segments"].array) {
        if let queue = segment["queueId"].text { return queue }
      }
    }
    return nil
  }

  var call: CallRecord {
    let isInternal = outside == nil && participants.count { ["agent", "user"].contains(purpose($0)) } > 1
    var call = CallRecord(
      line: line, key: id, at: at, direction: isInternal ? .internal : isOutbound ? .outbound : .inbound,
      customer: customer, disposition: disposition)
    call.updatedAt = updatedAt
    call.agent = call.disposition == .answered ? agent : nil
    call.queue = queue
    call.wait = sum("tAcd", of: "acd") ?? sum("tAbandon", of: "acd")
    call.talk = sum("tTalk", of: "agent", "user")
    call.hold = sum("tHeld", of: "agent", "user")
    call.wrapUp = sum("tAcw", of: "agent", "user")
    call.transfers = metrics("nTransferred").reduce(0) {
      min($0 + min(Int(clamping: $1.int ?? 0), 1000), 1000)
    }
    let wraps = participants.flatMap(sessions).flatMap(\.["segments"].array)
    let notes = wraps.compactMap(\.["wrapUpNote"].text) + wraps.compactMap(\.["wrapUpCode"].text)
    call.note = notes.first
    return call
  }

  private var disposition: CallRecord.Disposition {
    if !speakers.isEmpty { return .answered }
    if participants.contains(where: { purpose($0) == "voicemail" }) { return .voicemail }
    if !hasEnded { return .unknown }
    if !metrics("tAbandon").isEmpty { return .abandoned }
    let errors = participants.flatMap(sessions).flatMap(\.["segments"].array).compactMap(
      \.["disconnectType"].text)
    return errors.contains("error") ? .failed : .noAnswer
  }

  private func purpose(_ participant: JSONValue) -> String { participant["purpose"].text?.lowercased() ?? "" }

  private func sessions(_ participant: JSONValue) -> [JSONValue] { participant["sessions"].array }

  private func metrics(_ name: String, of purposes: String...) -> [JSONValue] {
    participants.filter { purposes.isEmpty || purposes.contains(purpose($0)) }.flatMap(sessions)
      .flatMap(\.["metrics"].array).filter { $0["name"].text == name }.map(\.["value"])
  }

  /// Whole seconds of a metric over some participants; nil where none has it.
  private func sum(_ name: String, of purposes: String...) -> Int64? {
    let sessions = participants.filter { purposes.contains(purpose($0)) }.flatMap(sessions)
    let values = sessions.flatMap(\.["metrics"].array).filter { $0["name"].text == name }
    return CallRecord.sum(values.map(\.["value"].milliseconds))
  }
}
