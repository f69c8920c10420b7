import VocDesk

/// How a reply that is typed in triage gets to the customer.
enum TriageDelivery: Equatable, Sendable {
  /// A connector delivers it.
  case usual
  /// It is the text of this approved template.
  case template(String)
  /// Somebody has sent it on the channel itself: it is only recorded.
  case byHand

  func reply(_ text: String) -> Desk.Reply {
    switch self {
    case .usual: Desk.Reply(text)
    case .template(let name): Desk.Reply(text, template: name)
    case .byHand: Desk.Reply(text, isSent: true)
    }
  }
}
