import VocDesk
import VocDomain

/// What is still to be said of a follow-up before it can be solved.
struct TriageFollowUp: Equatable, Sendable {
  var needsCause: Bool
  var needsAction: Bool
}

/// Solving a follow-up: after its cause it is asked what was done about it.
extension TriageModel {
  mutating func askCause(of ticket: Int64) {
    open(.cause, ticket)
    guard case .typing(var prompt) = mode, conversation?.ticket == ticket else { return }
    prompt.followUp = conversation?.followUp
    mode = .typing(prompt)
  }

  /// Whether what was typed is no answer yet, or leads on to the next question.
  mutating func asksOn(_ prompt: TriagePrompt, _ text: String) -> Bool {
    guard let ticket = prompt.ticket, let followUp = prompt.followUp else { return false }
    if text.isEmpty && (prompt.purpose == .cause ? followUp.needsCause : followUp.needsAction) {
      notice = .followUpLacks(prompt.purpose)
      return true
    }
    guard prompt.purpose == .cause, followUp.needsAction else { return false }
    open(.action, ticket)
    guard case .typing(var next) = mode else { return true }
    (next.followUp, next.cause) = (followUp, text.isEmpty ? nil : text)
    mode = .typing(next)
    return true
  }
}

extension TriagePrompt {
  /// What a text that was typed for it changes; nothing where it is empty and must not be.
  func changes(_ text: String) -> [Desk.TicketChange] {
    purpose == .action ? [.recordAction(text), .solve(cause: cause)] : purpose.changes(text, delivery)
  }
}
