import VocDomain

/// An invented queue_log of Asterisk: about five lines a call, and the agents' pauses.
struct DemoQueueLog: DemoCallLog {
  var text: [UInt8] = []
  var written = 0
  let rows: Int
  private let seed: UInt64
  var board: DemoSwitchboard
  var timeline = DemoTimeline()
  private var dice: SplitMix64

  init(rows: Int, seed: UInt64, until: Instant) {
    self.rows = rows
    self.seed = seed
    board = DemoSwitchboard(calls: rows / 5, seed: seed, until: until)
    dice = SplitMix64(seed: seed, stream: 0x10C)
  }

  mutating func add(_ call: DemoCall) {
    let start = call.at.unixSeconds
    let answered = start + call.wait
    let interface = "PJSIP/\(call.agent.extension)"
    func line(_ time: Int64, _ agent: String, _ event: String) {
      timeline.add(time, Array("\(time)|\(start).\(call.number)|\(call.queue)|\(agent)|\(event)\n".utf8))
    }
    line(start, "NONE", "DID|55500011\(10 + call.number % 20)")
    line(start, "NONE", "ENTERQUEUE||\(call.caller.phone)|1|\(call.caller.name)")
    for missed in call.missed {
      line(start + call.wait / 2, DemoSwitchboard.agentName(missed, seed: seed), "RINGNOANSWER|15000")
    }
    if call.isAbandoned { return line(answered, "NONE", "ABANDON|1|\(call.number % 6 + 1)|\(call.wait)") }
    line(answered, call.agent.name, "CONNECT|\(call.wait)|\(start + 1).\(call.number)|\(min(call.wait, 9))")
    if let hold = call.hold {
      line(answered + hold.after, interface, "HOLD")
      line(answered + hold.after + hold.seconds, interface, "UNHOLD")
    }
    let end = dice.chance(0.7) ? "COMPLETECALLER" : "COMPLETEAGENT"
    line(answered + call.talk, call.agent.name, "\(end)|\(call.wait)|\(call.talk)|1")
    if dice.chance(0.03) {
      let pause = answered + call.talk + 1
      timeline.add(pause, Array("\(pause)|NONE|\(call.queue)|\(call.agent.name)|PAUSE|descanso\n".utf8))
      let end = pause + 600
      timeline.add(end, Array("\(end)|NONE|\(call.queue)|\(call.agent.name)|UNPAUSE|\n".utf8))
    }
  }
}
