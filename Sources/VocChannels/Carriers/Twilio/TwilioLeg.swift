import VocDomain

/// One leg of a call at Twilio: what the customer dialled, or what <Dial> then dialled for them.
///
/// Source: Twilio's OpenAPI description, api.v2010.account.call.
struct TwilioLeg {
  let sid: String
  let parent: String?
  let at: RecordTime
  let updatedAt: Instant?
  let direction, from, to: String?
  /// Seconds; 0 for who never spoke.
  let duration: Int64?
  /// Seconds.
  let queueTime: Int64?
  let status, answeredBy, name, note: String?
  var line = 0

  /// Throws a `CellTrouble` without cell.
  init(line: Int, text: (TwilioField) -> String?, time: (TwilioField) throws -> RecordTime?) throws {
    guard let sid = text(.sid), let at = try time(.start) ?? time(.created) else {
      throw CellTrouble(reason: .missingField)
    }
    self.line = line
    self.sid = sid
    self.at = at
    parent = text(.parent)
    updatedAt =
      switch try time(.updated) {
      case .instant(let instant): instant
      case .local(let local): Instant(unixSeconds: local.wallSeconds)
      case nil: nil
      }
    direction = text(.direction)
    from = text(.from)
    to = text(.to)
    duration = try Self.length(text(.duration))
    queueTime = try Self.length(text(.queue)).map { $0 / 1000 }
    status = text(.status)?.lowercased()
    answeredBy = text(.answered)
    name = text(.name)
    note = text(.note)
  }

  private static func length(_ text: String?) throws -> Int64? {
    guard let text else { return nil }
    guard let seconds = TimeLength.seconds(text) else { throw CellTrouble(reason: .number) }
    return seconds
  }

  /// The sid of the whole call.
  var key: String { parent ?? sid }

  var fragment: String {
    Fragment.text([
      sid, parent, Fragment.time(at), updatedAt.map { "\($0.unixSeconds)" }, direction, from, to,
      duration.map { "\($0)" }, queueTime.map { "\($0)" }, status, answeredBy, name, note,
    ])
  }

  init?(fragment: String) {
    guard let members = Fragment.members(fragment, count: 13), let sid = members[0],
      let at = members[2].flatMap(Fragment.time)
    else { return nil }
    self.sid = sid
    self.at = at
    parent = members[1]
    updatedAt = members[3].flatMap(Int64.init).map(Instant.init)
    (direction, from, to) = (members[4], members[5], members[6])
    (duration, queueTime) = (members[7].flatMap(Int64.init), members[8].flatMap(Int64.init))
    (status, answeredBy, name, note) = (members[9], members[10], members[11], members[12])
  }

  var isOutbound: Bool { direction?.hasPrefix("outbound") ?? false || direction == "trunking-originating" }

  /// A machine, or a fax, took the call.
  var isMachine: Bool { answeredBy?.hasPrefix("machine") ?? false || answeredBy == "fax" }

  /// Somebody took the call; "completed" with no duration is a call that nobody took.
  var isAnswered: Bool { status == "completed" && (duration ?? 0) > 0 && !isMachine }

  var disposition: CallRecord.Disposition {
    switch status {
    case "completed": isMachine ? .voicemail : isAnswered ? .answered : .noAnswer
    // The caller hung up; a call of ours we took back ourselves.
    case "canceled": isOutbound ? .noAnswer : .abandoned
    case "no-answer": .noAnswer
    case "busy": .busy
    case "failed": .failed
    default: .unknown
    }
  }
}
