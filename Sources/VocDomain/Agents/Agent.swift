/// Somebody who answers customers.
public struct Agent: Equatable, Sendable {
  public var id: Int64
  public var name: String
  public var email: String?

  public init(id: Int64, name: String, email: String? = nil) {
    self.id = id
    self.name = name
    self.email = email
  }
}
