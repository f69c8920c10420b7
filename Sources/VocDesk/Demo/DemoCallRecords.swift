import VocDomain

/// Invented call detail records of Asterisk (Master.csv with all 21 columns): two or three legs a call.
struct DemoCallRecords: DemoCallLog {
  var text: [UInt8] = []
  var written = 0
  let rows: Int
  private let clock: ZoneClock
  var board: DemoSwitchboard
  var timeline = DemoTimeline()
  private var dice: SplitMix64

  init(rows: Int, seed: UInt64, until: Instant, clock: ZoneClock) {
    self.rows = rows
    self.clock = clock
    board = DemoSwitchboard(calls: rows * 2 / 5, seed: seed, until: until)
    dice = SplitMix64(seed: seed, stream: 0xCD2)
  }

  /// What differs from leg to leg.
  private struct Leg {
    var destination: String
    var context: String
    var channels: (String, String)
    var application: (String, String)
    var start: Instant
    var answer: Instant?
    var end: Instant
    var id: String
    var sequence: Int
  }

  mutating func add(_ call: DemoCall) {
    let linked = "\(call.at.unixSeconds).\(4 * call.number)"
    let trunk = "PJSIP/troncal-\(DemoCallRecords.hexadecimal(call.number))"
    let local = "Local/\(call.agent.extension)@from-queue-\(DemoCallRecords.hexadecimal(call.number))"
    let answered = call.at + call.wait
    let end = call.isAbandoned ? answered : answered + call.talk
    var entered = call.at
    if dice.chance(0.5) {
      entered = call.at + min(call.wait, 6)
      write(
        Leg(
          destination: "s", context: "ivr-3", channels: (trunk, ""),
          application: ("BackGround", "bienvenida"),
          start: call.at, answer: call.at, end: entered, id: linked, sequence: 4 * call.number), call, linked)
    }
    write(
      Leg(
        destination: "600", context: "ext-queues", channels: (trunk, call.isAbandoned ? "" : local + ";1"),
        application: ("Queue", "\(call.queue),t,,,300"), start: entered, answer: entered, end: end,
        id: linked, sequence: 4 * call.number + 1), call, linked)
    let ringing = max(entered, answered + -12)
    write(
      Leg(
        destination: "\(call.agent.extension)", context: "from-queue",
        channels: (
          local + ";2", "PJSIP/\(call.agent.extension)-\(DemoCallRecords.hexadecimal(call.number + 1))"
        ),
        application: ("Dial", "PJSIP/\(call.agent.extension),15"), start: ringing,
        answer: call.isAbandoned ? nil : answered, end: end,
        id: "\(ringing.unixSeconds).\(4 * call.number + 2)", sequence: 4 * call.number + 3), call, linked)
  }

  private mutating func write(_ leg: Leg, _ call: DemoCall, _ linked: String) {
    let phone = call.caller.phone.dropFirst()
    let callerID = "\"\"\"\(call.caller.name)\"\" <\(phone)>\""
    let spoken = leg.answer.map { leg.end - $0 } ?? 0
    let line = """
      "","\(phone)","\(leg.destination)","\(leg.context)",\(callerID),\
      "\(leg.channels.0)","\(leg.channels.1)","\(leg.application.0)","\(leg.application.1)",\
      "\(wall(leg.start))",\(leg.answer.map { "\"\(wall($0))\"" } ?? ""),"\(wall(leg.end))",\
      \(leg.end - leg.start),\(spoken),"\(leg.answer == nil ? "NO ANSWER" : "ANSWERED")","DOCUMENTATION",\
      "\(leg.id)","","","\(linked)",\(leg.sequence)

      """
    timeline.add(leg.end.unixSeconds, Array(line.utf8))
  }

  private func wall(_ instant: Instant) -> String {
    let at = clock.localTime(of: instant)
    let (year, month, day) = at.date.components
    var text: [UInt8] = []
    for (number, width, mark) in [
      (year, 4, ""), (month, 2, "-"), (day, 2, "-"), (at.hour, 2, " "), (at.minute, 2, ":"),
      (at.second, 2, ":"),
    ] {
      text.append(mark)
      text.append(number: number, width: width)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Eight digits.
  private static func hexadecimal(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
  }
}
