import VocDomain

/// What a line of queue_log is about, as far as calls and agents are concerned.
enum QueueEvent: UInt8 {
  case enter, connect, abandon, complete, exit, exitWithKey, withdraw, transfer, hold, unhold
  case login, logout, pause, unpause, addMember, removeMember
  case restart
  /// Everything else, whatever wrote it: it changes no call.
  case other

  init(_ name: UnsafeRawBufferPointer) {
    self = Self.names.first { PhoneText.equal(name, $0.name) }?.event ?? .other
  }

  var isEnd: Bool {
    switch self {
    case .abandon, .complete, .exit, .exitWithKey, .withdraw, .transfer: true
    default: false
    }
  }

  /// Of events in the same second, a lower one came first.
  var stage: Int { self == .enter ? 0 : isEnd || self == .restart ? 2 : 1 }

  /// By how often they come. Source: Asterisk, apps/app_queue.c and main/logger.c; TRANSFER and
  /// AGENTCALLBACK… are of versions before 12.
  private static let names: [(name: StaticString, event: QueueEvent)] = [
    ("RINGNOANSWER", .other), ("ENTERQUEUE", .enter), ("CONNECT", .connect), ("COMPLETEAGENT", .complete),
    ("COMPLETECALLER", .complete), ("ABANDON", .abandon), ("PAUSE", .pause), ("UNPAUSE", .unpause),
    ("EXITWITHTIMEOUT", .exit), ("EXITEMPTY", .exit), ("EXITWITHKEY", .exitWithKey), ("WITHDRAW", .withdraw),
    ("BLINDTRANSFER", .transfer), ("ATTENDEDTRANSFER", .transfer), ("TRANSFER", .transfer),
    ("PAUSEALL", .pause), ("UNPAUSEALL", .unpause), ("ADDMEMBER", .addMember),
    ("REMOVEMEMBER", .removeMember),
    ("AGENTLOGIN", .login), ("AGENTLOGOFF", .logout), ("AGENTCALLBACKLOGIN", .login),
    ("AGENTCALLBACKLOGOFF", .logout), ("HOLD", .hold), ("UNHOLD", .unhold), ("QUEUESTART", .restart),
  ]
}

/// A line of queue_log: `time|callid|queue|agent|event|parameters…`; valid as long as its bytes are.
struct QueueRow {
  /// Most fields that are looked at; ATTENDEDTRANSFER has the most, 11.
  static let fieldLimit = 16

  let bytes: UnsafeRawBufferPointer
  /// Unix seconds, or the wall clock's for a time without a zone (see `LocalTime`).
  let time: Int64
  let isLocal: Bool
  let event: QueueEvent
  /// Where each field ends.
  private let ends: InlineArray<16, Int32>
  private let count: Int

  /// Nil with the reason for a line that is none.
  ///
  /// - Parameter latest: when an event can have been at the latest, in seconds of its clock.
  static func parse(_ bytes: UnsafeRawBufferPointer, latest: Int64 = .max) -> Result<QueueRow, Malformed> {
    var ends = InlineArray<16, Int32>(repeating: 0)
    var count = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "|") && count < fieldLimit {
        ends[count] = Int32(index)
        count += 1
      } else if byte == 0 {
        return .failure(Malformed(reason: .binary))
      }
    }
    if count < fieldLimit {
      ends[count] = Int32(bytes.count)
      count += 1
    }
    guard count >= 5 else { return .failure(Malformed(reason: .cells)) }
    let name = UnsafeRawBufferPointer(rebasing: bytes[Int(ends[3]) + 1..<Int(ends[4])])
    guard !name.isEmpty, name.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      return .failure(Malformed(reason: .shape))
    }
    let stamp = UnsafeRawBufferPointer(rebasing: bytes[..<Int(ends[0])])
    let isLocal = stamp.count > 11
    let time = isLocal ? PhoneText.stamp(stamp)?.wallSeconds : PhoneText.number(stamp)
    guard let time else { return .failure(Malformed(reason: .date)) }
    guard time <= latest else { return .failure(Malformed(reason: .impossibleDate)) }
    return .success(
      QueueRow(
        bytes: bytes, time: time, isLocal: isLocal, event: QueueEvent(name), ends: ends, count: count))
  }

  struct Malformed: Error { let reason: ImportProblem.Reason }

  var callID: UnsafeRawBufferPointer { field(1) }
  var queue: UnsafeRawBufferPointer { field(2) }
  var agent: UnsafeRawBufferPointer { field(3) }

  /// Parameters, without the empty one that a "|" at the very end makes.
  var parameterCount: Int {
    let given = count - 5
    return given > 0 && count < Self.fieldLimit && Int(ends[count - 2]) + 1 == bytes.count ? given - 1 : given
  }

  /// From 0; empty where the line has no such parameter.
  func parameter(_ index: Int) -> UnsafeRawBufferPointer { field(index + 5) }

  private func duration(_ index: Int) -> Int64? {
    index < 0 ? nil : PhoneText.duration(parameter(index))
  }

  var eventName: UnsafeRawBufferPointer { field(4) }

  private func field(_ index: Int) -> UnsafeRawBufferPointer {
    guard index < count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = index == 0 ? 0 : Int(ends[index - 1]) + 1
    return UnsafeRawBufferPointer(rebasing: bytes[start..<Int(ends[index])])
  }

  /// How long the caller waited, as the line says.
  var wait: Int64? {
    switch event {
    case .connect, .complete: duration(0)
    case .abandon, .exit, .withdraw: duration(2)
    case .exitWithKey: duration(3)
    case .transfer: duration(transferWait)
    default: nil
    }
  }

  /// How long caller and agent spoke, as the line says.
  var talk: Int64? {
    switch event {
    case .complete: duration(1)
    case .transfer: duration(transferWait + 1)
    default: nil
    }
  }

  /// Transfers end in wait, talk and position; before Asterisk 1.6 there was no position.
  private var transferWait: Int {
    let count = parameterCount
    return count == 4 ? 2 : count - 3
  }

  /// When the caller entered the queue, as far as this line alone tells.
  var impliedEntry: Int64 { time - (wait ?? 0) - (talk ?? 0) }
}
