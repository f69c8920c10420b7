import VocDesk
import VocDomain

/// Keys while a text is being typed.
extension TriageModel {
  mutating func type(_ key: Key, in prompt: TriagePrompt) -> [TriageEffect] {
    switch key {
    case Key(.escape), .control("c"), .control("g"):
      cancel(prompt)
      return []
    case Key(.enter): return submit(prompt)
    case Key(.tab) where prompt.purpose == .assignee: complete(prompt)
    case Key(.tab) where prompt.purpose == .filter: return [.completeFilter(prompt.editor.before)]
    case .control("s") where prompt.purpose.isOfReply: toggleSent(prompt)
    case Key(.pageUp), Key(.pageDown): readOn(key)
    default:
      var prompt = prompt
      prompt.editor.press(key)
      mode = .typing(prompt)
    }
    keepSelectionVisible()
    return []
  }

  /// To read on while writing.
  mutating func readOn(_ key: Key) {
    let top = conversationTop.map { min($0, lastTop) } ?? lastTop
    let page = max(1, layout.conversationLines - 1) * (key == Key(.pageUp) ? -1 : 1)
    conversationTop = top + page >= lastTop ? nil : max(0, top + page)
  }

  /// What was written to somebody is kept; a word for a field is soon typed again.
  private mutating func cancel(_ prompt: TriagePrompt) {
    mode = .browsing
    if prompt.purpose == .filter { refusedFilter = nil }
    if prompt.purpose.isMultiline {
      let text = prompt.editor.text
      drafts[prompt.key] = text.trimmed.isEmpty ? nil : text
      if drafts[prompt.key] != nil { notice = .draftKept }
    }
    keepSelectionVisible()
  }

  private mutating func submit(_ prompt: TriagePrompt) -> [TriageEffect] {
    let text = prompt.editor.text.trimmed
    if case .template(let inEditor) = prompt.purpose {
      return use(template: text, prompt, inEditor: inEditor)
    }
    if warnsOfNews(prompt) || asksOn(prompt, text) { return [] }
    mode = .browsing
    keepSelectionVisible()
    guard let ticket = prompt.ticket else { return [.filter(text)] }
    if prompt.purpose.isMultiline { drafts[prompt.key] = text.isEmpty ? nil : text }
    if needsTemplate(prompt) && !text.isEmpty {
      askTemplate(ticket)
      return []
    }
    let changes = prompt.changes(text)
    return changes.isEmpty ? [] : [.perform(changes, ticket: ticket, draft: prompt.key)]
  }

  /// Nobody should answer what has been answered meanwhile: the first Enter only tells.
  private mutating func warnsOfNews(_ prompt: TriagePrompt) -> Bool {
    guard prompt.purpose == .reply, let seen = prompt.seenMessages, let conversation,
      conversation.ticket == prompt.ticket, conversation.publicMessages > seen
    else { return false }
    var prompt = prompt
    prompt.seenMessages = conversation.publicMessages
    mode = .typing(prompt)
    conversationTop = nil
    notice = .newWords
    return true
  }

  private mutating func complete(_ prompt: TriagePrompt) {
    guard let name = matchingAgents(prompt.editor.text).first else { return }
    var prompt = prompt
    prompt.editor = LineEditor(name)
    mode = .typing(prompt)
  }

  /// The agents of whose names a word begins so.
  func matchingAgents(_ text: String) -> [String] {
    let begun = Folding.folded(text.trimmed)
    if begun.isEmpty { return agents }
    return agents.filter { name in
      let folded = Folding.folded(name)
      return folded.hasPrefix(begun) || folded.split(separator: " ").contains { $0.hasPrefix(begun) }
    }
  }
}

extension TriagePrompt.Purpose {
  /// What a text that was typed for it changes; nothing where it is empty and must not be.
  func changes(_ text: String, _ delivery: TriageDelivery = .usual) -> [Desk.TicketChange] {
    switch self {
    case .cause: [.solve(cause: text.isEmpty ? nil : text)]
    case .until: [text.isEmpty ? .pend : .pendUntil(text)]
    case .reply: text.isEmpty ? [] : [.reply(delivery.reply(text))]
    case .note: text.isEmpty ? [] : [.note(text)]
    case .assignee: text.isEmpty ? [] : [.assign(text)]
    case .tag:
      text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).compactMap { word in
        let isOff = word.hasPrefix("-")
        let tag = Desk.tag(String(word.drop { $0 == "-" || $0 == "+" }))
        return tag.isEmpty ? nil : isOff ? .removeTag(tag) : .addTag(tag)
      }
    case .action, .filter, .template: []
    }
  }
}
