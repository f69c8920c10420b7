/// A message that a search found, with its ticket and the names that a list shows.
public struct MessageHit: Equatable, Sendable {
  public var message: Message
  public var ticketID: Int64
  public var status: Ticket.Status
  public var subject: String
  public var customer: String
  public var channel: String
  /// The part of the text around what was found.
  public var snippet: Snippet

  public init(
    message: Message, ticketID: Int64, status: Ticket.Status, subject: String, customer: String,
    channel: String, snippet: Snippet
  ) {
    self.message = message
    self.ticketID = ticketID
    self.status = status
    self.subject = subject
    self.customer = customer
    self.channel = channel
    self.snippet = snippet
  }

  /// A piece of a text, cut where what was found begins and ends.
  public struct Snippet: Equatable, Sendable {
    public struct Part: Equatable, Sendable {
      public var text: String
      public var isFound: Bool

      public init(_ text: String, isFound: Bool = false) {
        self.text = text
        self.isFound = isFound
      }

      /// What was found in brackets.
      public var marked: String { isFound ? "[\(text)]" : text }
    }

    public var parts: [Part]

    public init(_ parts: [Part]) { self.parts = parts }

    public var marked: String { parts.map(\.marked).joined() }
  }
}
