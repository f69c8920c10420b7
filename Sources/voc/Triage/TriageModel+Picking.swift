import VocDomain

/// Keys while somebody picks from a list, and the yes to a merge.
extension TriageModel {
  mutating func pick(_ key: Key, in picker: TriagePicker) -> [TriageEffect] {
    switch key {
    case Key(.escape), .control("c"), .control("g"): mode = .browsing
    case Key(.enter) where picker.purpose == .macro: take(macro: picker)
    case Key(.enter):
      // The list stays until it is known that the ticket can be merged.
      return picker.survivor.map { [.rehearseMerge(ticket: picker.ticket, into: $0)] } ?? []
    case Key(.pageUp), Key(.pageDown): readOn(key)
    default:
      var picker = picker
      picker.press(key)
      mode = .picking(picker)
    }
    keepSelectionVisible()
    return []
  }

  /// The macro's text goes below what was written already; in place of another macro's that nobody has touched.
  private mutating func take(macro picker: TriagePicker) {
    guard let macro = picker.picked else { return }
    if !macro.isUsable {
      notice = .failed(macro.text)
      return
    }
    let key = TriagePrompt.Key(purpose: .reply, ticket: picker.ticket)
    let draft = drafts[key].flatMap { draft in
      picker.entries.contains { $0.text.trimmed == draft.trimmed } ? nil : draft.trimmed
    }
    drafts[key] = [draft, macro.text].compactMap { $0 }.joined(separator: "\n\n")
    openReply(picker.ticket)
  }

  /// Only a letter says yes: an Enter too many merges nothing.
  mutating func confirm(_ key: Key, _ merge: TriageMerge) -> [TriageEffect] {
    switch key {
    case .character("s"), .character("y"): return [.merge(ticket: merge.ticket, into: merge.into)]
    default:
      mode = .browsing
      notice = .notMerged
    }
    return []
  }

  /// What somebody was writing on a ticket goes where its messages went.
  mutating func moveDrafts(from ticket: Int64, to survivor: Int64) {
    for (key, text) in drafts where key.ticket == ticket {
      let new = TriagePrompt.Key(purpose: key.purpose, ticket: survivor)
      drafts[new] = [drafts[new], text].compactMap { $0 }.joined(separator: "\n\n")
      drafts[key] = nil
    }
  }
}
