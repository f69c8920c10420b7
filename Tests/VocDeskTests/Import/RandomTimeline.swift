import VocDomain
import VocTesting

/// What Ana Mora, whose number is +52 55 5555 0101, and we said to each other, and the calls of hers and of others; in
/// the exports of several systems.
struct RandomTimeline {
  struct Utterance {
    var at: Int64
    var isOurs: Bool
    var text: String
  }

  struct Call {
    var at: Int64
    var number: String
    var wait: Int64
    /// Nil for a caller who gave up.
    var talk: Int64?
  }

  /// A document in JSON with its messages apart.
  struct Document {
    var head: String
    var messages: [String]
    var tail: String

    func text(_ part: ArraySlice<String>) -> String { head + part.joined(separator: ",\n") + tail }
  }

  static let number = "+525555550101"
  private(set) var utterances: [Utterance] = []
  private(set) var calls: [Call] = []

  /// Silences are about as long as the gap between two tickets.
  init(_ chance: inout Chance) {
    var minute: Int64 = 0
    for index in 0..<chance.number(4...12) {
      minute += chance.one(of: [1, 2, 600, 1_200, 1_440, 1_441, 2_400] as [Int64]) ?? 1
      let at = Chat.start.unixSeconds + minute * 60
      if chance.isTrue(oneIn: 3) {
        let number = chance.one(of: ["5555550101", "5555550101", "5555550199", "anonymous"]) ?? ""
        let talk = chance.isTrue(oneIn: 2) ? nil : Int64(chance.number(1...900))
        calls.append(Call(at: at + 7, number: number, wait: Int64(chance.number(0...300)), talk: talk))
      } else {
        utterances.append(Utterance(at: at, isOurs: chance.isTrue(oneIn: 2), text: "Línea \(index) ñandú"))
      }
    }
    for end: Int64 in [1, 2, 3] {
      let at = Chat.start.unixSeconds + (minute + end) * 60
      utterances.append(Utterance(at: at, isOurs: end == 2, text: "Fin \(end)"))
      calls.append(Call(at: at + 9, number: end == 3 ? "anonymous" : "5555550101", wait: end, talk: 60))
    }
  }

  var chat: String { Chat(lines(sender: "Ana Mora")).text }

  func lines(sender: String) -> [Chat.Line] {
    utterances.map { utterance in
      let minute = Int((utterance.at - Chat.start.unixSeconds) / 60)
      return Chat.Line(
        minute: minute, sender: utterance.isOurs ? "Café Andino" : sender, text: utterance.text)
    }
  }

  var queueLog: String {
    var lines: [(at: Int64, text: String)] = [(Chat.start.unixSeconds, "NONE|NONE|NONE|QUEUESTART|")]
    for (index, call) in calls.enumerated() {
      let id = "\(call.at).\(index)|soporte"
      lines.append((call.at, "\(id)|NONE|ENTERQUEUE||\(call.number)|1"))
      let answered = call.at + call.wait
      if let talk = call.talk {
        lines.append((answered, "\(id)|Iris|CONNECT|\(call.wait)|x.\(index)|3"))
        lines.append((answered + talk, "\(id)|Iris|COMPLETECALLER|\(call.wait)|\(talk)|1"))
      } else {
        lines.append((answered, "\(id)|NONE|ABANDON|1|1|\(call.wait)"))
      }
    }
    let sorted = lines.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    return sorted.map { "\($0.element.at)|\($0.element.text)\n" }.joined()
  }

  var jsonLines: String {
    utterances.enumerated().map { index, utterance in
      let author =
        utterance.isOurs ? #""author":"Iris","role":"agent""# : #""author":"Ana Mora","role":"customer""#
      return #"{"id":"m\#(index)","conversation":"c1","at":\#(utterance.at),\#(author),"#
        + #""name":"Ana Mora","phone":"\#(Self.number)","text":"\#(utterance.text)"}"# + "\n"
    }.joined()
  }

  var meta: Document {
    Document(
      head: #"{"participants":[{"name":"Ana Mora"},{"name":"Cafe Andino"}],"messages":["#,
      messages: utterances.reversed().map { utterance in
        let sender = utterance.isOurs ? "Cafe Andino" : "Ana Mora"
        return
          #"{"sender_name":"\#(sender)","timestamp_ms":\#(utterance.at)000,"content":"\#(utterance.text.utf8.count)"}"#
      }, tail: #"],"title":"Ana Mora","is_still_participant":true,"thread_path":"inbox/ana_1"}"#)
  }

  var telegram: Document {
    Document(
      head: #"{"name":"Ana Mora","type":"personal_chat","id":5001,"messages":["#,
      messages: utterances.enumerated().map { index, utterance in
        let from = utterance.isOurs ? #""Iris","from_id":"user1""# : #""Ana Mora","from_id":"user5001""#
        return
          #"{"id":\#(index),"type":"message","date_unixtime":"\#(utterance.at)","from":\#(from),"text":"\#(utterance.text)"}"#
      }, tail: "]}")
  }
}
