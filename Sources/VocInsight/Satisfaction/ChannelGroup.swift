/// What is compared between channels: one channel's times, or its share.
public struct ChannelGroup<Data: Equatable & Sendable>: Equatable, Sendable {
  public let channel: String
  public let data: Data

  public init(_ channel: String, _ data: Data) {
    self.channel = channel
    self.data = data
  }
}
