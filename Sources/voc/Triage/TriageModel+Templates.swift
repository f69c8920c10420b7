/// Replies where a channel's window is closed: the approved template is asked for before anything is typed.
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
    prompt.purpose == .reply && prompt.template == nil && closedWindow(of: prompt.ticket) != nil
  }

  mutating func use(template name: String, _ prompt: TriagePrompt, inEditor: Bool) -> [TriageEffect] {
    guard let ticket = prompt.ticket, !name.isEmpty else {
      notice = .templateMissing
      return []
    }
    templates[ticket] = name
    if !inEditor {
      open(.reply, ticket, template: name)
      return []
    }
    mode = .browsing
    keepSelectionVisible()
    return [.edit(.reply, ticket: ticket, template: name)]
  }

  /// What was typed has been done.
  mutating func forget(_ draft: TriagePrompt.Key) {
    drafts[draft] = nil
    if draft.purpose == .reply, let ticket = draft.ticket { templates[ticket] = nil }
  }
}
