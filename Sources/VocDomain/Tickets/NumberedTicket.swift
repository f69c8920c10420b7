/// A ticket as far as one tells it by.
public struct NumberedTicket: Equatable, Sendable {
  public var id: Int64
  public var subject: String
  public var customer: String

  public init(id: Int64, subject: String, customer: String) {
    self.id = id
    self.subject = subject
    self.customer = customer
  }
}
