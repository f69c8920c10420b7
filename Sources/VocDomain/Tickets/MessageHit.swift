/// A message that a search found, with its ticket and the names that a list shows.
public struct MessageHit: Equatable, Sendable {
  public var message: Message
  public var ticketID: Int64
  public var status: Ticket.Status
  public var subject: String
  public var customer: String
  public var channel: String
  /// The part of the text around what was found, which stands in brackets.
  public var snippet: String

  public init(
    message: Message, ticketID: Int64, status: Ticket.Status, subject: String, customer: String,
    channel: String, snippet: String
  ) {
    self.message = message
    self.ticketID = ticketID
    self.status = status
    self.subject = subject
    self.customer = customer
    self.channel = channel
    self.snippet = snippet
  }
}
