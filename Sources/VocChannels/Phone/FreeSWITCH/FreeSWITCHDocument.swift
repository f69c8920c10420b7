import VocDomain

/// One document of json_cdr.
struct FreeSWITCHDocument {
  private let variables: JSONValue
  /// The first entry of the callflow: how the call came in.
  private let profile: JSONValue

  /// Nil for a value that is no such document.
  init?(_ value: JSONValue) {
    guard !value["variables"].members.isEmpty else { return nil }
    variables = value["variables"]
    let flow = value["callflow"]
    // The latest entry stands first.
    profile = (flow.array.last ?? flow)["caller_profile"]
  }

  /// A channel that another one began.
  var isSecondLeg: Bool {
    text("direction") == "outbound" && (text("originating_leg_uuid") ?? text("originator")) != nil
  }

  var hasStart: Bool { start != nil }

  func call(line: Int, ownNumbers: OwnNumbers) -> CallRecord? {
    guard let start, let uuid = text("uuid") ?? profileText("uuid") else { return nil }
    let caller = profileText("caller_id_number") ?? text("caller_id_number") ?? text("sip_from_user") ?? ""
    let destination =
      profileText("destination_number") ?? text("destination_number") ?? text("sip_to_user") ?? ""
    let context = profileText("context") ?? text("user_context")
    let direction = ownNumbers.direction(
      from: caller, to: destination, isFromOutside: context == "public", channel: "")
    var call = CallRecord(
      line: line, key: uuid, at: start, direction: direction,
      customer: customer(direction, caller, destination), disposition: disposition)
    call.updatedAt = epoch("end").map(Instant.init(unixSeconds:))
    call.queue = text("cc_queue").map(Self.withoutDomain)
    call.wait = wait
    call.talk = disposition == .answered ? talk : nil
    call.hold = number("hold_accum_seconds").flatMap { $0 > 0 ? $0 : nil }
    call.transfers = text("transfer_history") != nil ? 1 : 0
    if disposition == .answered {
      let own = direction == .outbound ? caller : destination
      let agent = text("cc_agent").map(Self.withoutDomain) ?? (PhoneParty.isExtension(own) ? own : nil)
      call.agent = agent.map(PhoneParty.agent)
    }
    return call
  }

  private func customer(
    _ direction: CallRecord.Direction, _ caller: String, _ destination: String
  ) -> PartyRecord {
    switch direction {
    case .inbound:
      PhoneParty.customer(
        number: caller, name: profileText("caller_id_name") ?? text("caller_id_name") ?? "")
    case .outbound: PhoneParty.customer(number: destination)
    case .internal: PhoneParty.agent(caller)
    }
  }

  private var start: RecordTime? {
    if let seconds = epoch("start") { return .instant(Instant(unixSeconds: seconds)) }
    let stamp = Array((text("start_stamp") ?? "").utf8)
    return stamp.withUnsafeBytes { PhoneText.stamp($0) }.map(RecordTime.local)
  }

  private var disposition: CallRecord.Disposition {
    if let cause = text("cc_cause") {
      if cause.lowercased() == "answered" { return .answered }
      let reason = text("cc_cancel_reason") ?? ""
      return reason == "TIMEOUT" || reason == "NO_AGENT_TIMEOUT" ? .noAnswer : .abandoned
    }
    if text("last_app") == "voicemail" || text("current_application") == "voicemail" { return .voicemail }
    if epoch("answer") != nil && (number("billsec") ?? 0) > 0 { return .answered }
    return FreeSWITCHCause.disposition(ofUnanswered: text("hangup_cause") ?? "")
  }

  private var wait: Int64? {
    if let joined = positive("cc_queue_joined_epoch"),
      let left = positive("cc_queue_answered_epoch") ?? positive("cc_queue_canceled_epoch")
    {
      return max(0, left - joined)
    }
    if let start = epoch("start"), let until = epoch("answer") ?? epoch("end") {
      return max(0, until - start)
    }
    return number("waitsec")
  }

  private var talk: Int64? {
    if let answered = positive("cc_queue_answered_epoch"),
      let ended = positive("cc_queue_terminated_epoch") ?? epoch("end")
    {
      return max(0, ended - answered)
    }
    return number("billsec")
  }

  /// Unix seconds of `<name>_epoch`, or of the microseconds in `<name>_uepoch`; 0 stands for never.
  private func epoch(_ name: String) -> Int64? {
    let seconds = positive("\(name)_epoch") ?? positive("\(name)_uepoch").map { $0 / 1_000_000 }
    return seconds.flatMap { $0 < PhoneText.endOfTime ? $0 : nil }
  }

  private func positive(_ name: String) -> Int64? { number(name).flatMap { $0 > 0 ? $0 : nil } }

  private func number(_ name: String) -> Int64? {
    text(name).flatMap(Int64.init).flatMap { $0 >= 0 ? $0 : nil }
  }

  private func text(_ name: String) -> String? { variables[name].text.map(Self.decoded) }

  private func profileText(_ name: String) -> String? { profile[name].text.map(Self.decoded) }

  /// "soporte@default" is soporte.
  private static func withoutDomain(_ name: String) -> String {
    name.split(separator: "@").first.map(String.init) ?? name
  }

  /// RFC 3986, 2.1.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
      {
        plain.append(UInt8(high * 16 + low))
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return PhoneText.string(plain)
  }
}
