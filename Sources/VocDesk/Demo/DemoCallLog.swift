/// An invented log of a telephone switch, made call by call.
protocol DemoCallLog: DemoText {
  var written: Int { get set }
  /// How many lines it is to have.
  var rows: Int { get }
  var board: DemoSwitchboard { get set }
  var timeline: DemoTimeline { get set }
  /// Prepares the lines of a call.
  mutating func add(_ call: DemoCall)
}

extension DemoCallLog {
  /// Writes the lines of before the next call, and prepares that call's.
  mutating func writeSome() {
    let isOver = timeline.count >= rows
    let call = board.next(at: Double(timeline.count) / Double(rows))
    let now = isOver ? Int64.max : call.at.unixSeconds
    var lines: [UInt8] = []
    written += timeline.write(before: now, to: &lines, limit: rows - written)
    text += lines
    if !isOver { add(call) }
  }
}
