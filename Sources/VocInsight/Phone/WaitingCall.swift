/// How a call that reached the queue fared there.
public enum WaitingCall: Equatable, Sendable {
  /// Taken by an agent after so many seconds of waiting.
  case answered(after: Int64)
  /// Given up by the caller after so many seconds of waiting.
  case abandoned(after: Int64)
}
