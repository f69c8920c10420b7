import VocDomain

/// Replies where a channel's window is closed: before anything is typed it is asked for the approved template, or
/// whether the reply was sent by hand.
extension TriageModel {
  /// The reply's text, or first the template that it is the text of.
  mutating func openReply(_ ticket: Int64) {
    if closedWindow(of: ticket) == nil { open(.reply, ticket) } else { askTemplate(ticket) }
  }

  mutating func askTemplate(_ ticket: Int64, inEditor: Bool = false) {
    open(.template(inEditor: inEditor), ticket, with: templates[ticket] ?? "")
  }

  /// The window may also close while somebody is writing.
  func needsTemplate(_ prompt: TriagePrompt) -> Bool {
    prompt.purpose == .reply && prompt.delivery == .usual && closedWindow(of: prompt.ticket) != nil
  }

  /// Without a name the reply was sent by hand.
  mutating func use(template name: String, _ prompt: TriagePrompt, inEditor: Bool) -> [TriageEffect] {
    guard let ticket = prompt.ticket else { return [] }
    if !name.isEmpty && !TemplateName.isValid(name) {
      notice = .noTemplateName
      return []
    }
    templates[ticket] = name.isEmpty ? nil : name
    let delivery = name.isEmpty ? TriageDelivery.byHand : .template(name)
    if !inEditor {
      open(.reply, ticket, delivery: delivery)
      return []
    }
    mode = .browsing
    keepSelectionVisible()
    return [.edit(.reply, ticket: ticket, delivery: delivery)]
  }

  /// Says of the reply being typed that it was sent by hand, or that it was not; where a template was asked for and
  /// the reply typed instead, what was typed becomes the reply.
  mutating func toggleSent(_ prompt: TriagePrompt) {
    var prompt = prompt
    if case .template = prompt.purpose, let ticket = prompt.ticket {
      let key = TriagePrompt.Key(purpose: .reply, ticket: ticket)
      let text = prompt.editor.text.trimmed
      if !text.isEmpty && text != templates[ticket] {
        drafts[key] = [drafts[key], text].compactMap { $0 }.joined(separator: "\n\n")
      }
      open(.reply, ticket, delivery: .byHand)
      return
    }
    prompt.delivery = prompt.delivery == .byHand ? .usual : .byHand
    mode = .typing(prompt)
  }

  /// What was typed has been done.
  mutating func forget(_ draft: TriagePrompt.Key) {
    drafts[draft] = nil
    if draft.purpose == .reply, let ticket = draft.ticket { templates[ticket] = nil }
  }
}
