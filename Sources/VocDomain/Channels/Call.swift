/// What a call adds to the message that stands for it. Lengths of time in seconds.
public struct Call: Equatable, Sendable {
  public var direction: CallRecord.Direction
  public var disposition: CallRecord.Disposition
  public var queue: String?
  public var wait: Int64?
  public var talk: Int64?
  public var hold: Int64?
  public var wrapUp: Int64?
  public var transfers = 0
  /// Raw rows, where another file may hold the rest.
  public var fragments: [String] = []

  public init(direction: CallRecord.Direction, disposition: CallRecord.Disposition) {
    self.direction = direction
    self.disposition = disposition
  }

  public init(_ record: CallRecord) {
    direction = record.direction
    disposition = record.disposition
    queue = record.queue
    wait = record.wait
    talk = record.talk
    hold = record.hold
    wrapUp = record.wrapUp
    transfers = record.transfers
    fragments = record.fragments
  }
}
