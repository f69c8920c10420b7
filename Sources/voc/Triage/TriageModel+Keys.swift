import VocDesk
import VocDomain

/// Keys while nothing is being typed.
extension TriageModel {
  /// Follows a key: the new state, and what there is to do outside.
  mutating func press(_ key: Key) -> [TriageEffect] {
    notice = nil
    if layout.isTooSmall { return TriageAction(key) == .quit ? [.quit] : [] }
    switch mode {
    case .typing(let prompt): return type(key, in: prompt)
    case .choosingPriority(let ticket): return choosePriority(key, ticket)
    case .picking(let picker): return pick(key, in: picker)
    case .confirming(let merge): return confirm(key, merge)
    case .help(let top):
      readHelp(key, top)
      return []
    case .browsing: break
    }
    guard let action = TriageAction(key) else { return [] }
    if let effect = global(action) { return effect }
    if move(action) { return [] }
    guard let ticket = selected else { return [] }
    return act(action, on: ticket)
  }

  /// What needs no ticket; nil for what does.
  private mutating func global(_ action: TriageAction) -> [TriageEffect]? {
    switch action {
    case .quit:
      if drafts.isEmpty || hasWarnedOfDrafts { return [.quit] }
      hasWarnedOfDrafts = true
      notice = .draftsLeft(drafts.count)
    case .next: return [.next]
    case .presence: return [.togglePresence]
    case .undo: return [.undo]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .help: mode = .help(top: 0)
    case .filter: openFilter()
    default: return nil
    }
    return []
  }

  private mutating func act(_ action: TriageAction, on ticket: Int64) -> [TriageEffect] {
    switch action {
    case .take: return [.perform([.take], ticket: ticket)]
    case .release: return [.perform([.release], ticket: ticket)]
    case .hold: return [.perform([.hold], ticket: ticket)]
    case .noReply: return [.perform([.noReply], ticket: ticket)]
    case .reopen: return [.perform([.reopen], ticket: ticket)]
    case .macro: return [.pick(.macro, ticket: ticket)]
    case .merge: return [.pick(.survivor, ticket: ticket)]
    case .replyInEditor where closedWindow(of: ticket) != nil: askTemplate(ticket, inEditor: true)
    case .replyInEditor: return [.edit(.reply, ticket: ticket)]
    case .noteInEditor: return [.edit(.note, ticket: ticket)]
    case .reply: openReply(ticket)
    case .note: open(.note, ticket)
    case .solve: askCause(of: ticket)
    case .pend: open(.until, ticket)
    case .tag: open(.tag, ticket)
    case .untag: open(.tag, ticket, with: "-")
    case .assign: open(.assignee, ticket)
    case .priority: mode = .choosingPriority(ticket: ticket)
    default: break
    }
    return []
  }

  mutating func open(
    _ purpose: TriagePrompt.Purpose, _ ticket: Int64, with text: String = "",
    delivery: TriageDelivery = .usual
  ) {
    let key = TriagePrompt.Key(purpose: purpose, ticket: ticket)
    var prompt = TriagePrompt(purpose, ticket: ticket, text: drafts[key] ?? text)
    prompt.delivery = delivery
    prompt.seenMessages = conversation?.ticket == ticket ? conversation?.publicMessages : nil
    mode = .typing(prompt)
    keepSelectionVisible()
  }

  /// Only a number chooses: a letter is one that means something else, and does nothing here.
  private mutating func choosePriority(_ key: Key, _ ticket: Int64) -> [TriageEffect] {
    guard case .character(let character) = key.code, key.modifiers.isEmpty else {
      mode = .browsing
      return []
    }
    let chosen = character.wholeNumberValue.flatMap { Ticket.Priority(rawValue: Int64($0)) }
    guard let chosen else { return [] }
    mode = .browsing
    return [.perform([.priority(chosen)], ticket: ticket)]
  }

  private mutating func readHelp(_ key: Key, _ top: Int) {
    switch TriageAction(key) {
    case .down: mode = .help(top: top + 1)
    case .up: mode = .help(top: max(0, top - 1))
    case .pageDown: mode = .help(top: top + layout.panes.count)
    case .pageUp: mode = .help(top: max(0, top - layout.panes.count))
    default: mode = .browsing
    }
  }

  // MARK: Moving

  /// False for what is no move.
  private mutating func move(_ action: TriageAction) -> Bool {
    switch (action, pane) {
    case (.otherPane, _): pane = pane == .list ? .conversation : .list
    case (.pageDown, _): scroll(by: max(1, layout.conversationLines - 1))
    case (.pageUp, _): scroll(by: -max(1, layout.conversationLines - 1))
    case (.down, .list): moveSelection(by: 1)
    case (.up, .list): moveSelection(by: -1)
    case (.first, .list): select(tickets.isEmpty ? nil : 0)
    case (.last, .list): select(tickets.isEmpty ? nil : tickets.count - 1)
    case (.down, .conversation): scroll(by: 1)
    case (.up, .conversation): scroll(by: -1)
    case (.first, .conversation): conversationTop = 0
    case (.last, .conversation): conversationTop = nil
    default: return false
    }
    return true
  }

  private mutating func moveSelection(by step: Int) {
    if tickets.isEmpty { return }
    let index = selectedIndex.map { $0 + step } ?? 0
    select(max(0, min(index, tickets.count - 1)))
  }

  /// The first line shown where the end of the conversation is in sight.
  var lastTop: Int { max(0, (conversation?.lines.count ?? 0) - layout.conversationLines) }

  private mutating func scroll(by lines: Int) {
    let top = (conversationTop.map { min($0, lastTop) } ?? lastTop) + lines
    conversationTop = top >= lastTop ? nil : max(0, top)
  }
}
