import VocDomain

/// The filter that is being typed: one that was refused comes back, and Tab completes what was begun.
extension TriageModel {
  mutating func openFilter() {
    mode = .typing(TriagePrompt(.filter, ticket: nil, text: refusedFilter ?? filter))
  }

  /// Puts in what all candidates for the text before the cursor have in common, and shows what is left to choose.
  mutating func completeFilter(with candidates: [String]) {
    guard case .typing(var prompt) = mode, prompt.purpose == .filter else { return }
    let candidates = candidates.filter { Escaping.line($0) == $0 }
    guard let first = candidates.first else { return }
    let typed = prompt.editor.before
    var common = candidates.dropFirst().reduce(first) { common, candidate in
      String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
    }
    if candidates.count == 1 && !common.hasSuffix(":") && prompt.editor.after.isEmpty { common += " " }
    if common.count >= typed.count {
      prompt.editor.replaceBefore(with: common)
      mode = .typing(prompt)
    }
    if candidates.count > 1 {
      let known = typed.lastIndex { $0.isWhitespace || "(:,-".contains($0) }
      let head = known.map { typed[...$0].count } ?? 0
      notice = .choices(candidates.map { String($0.dropFirst(head)) })
    }
    keepSelectionVisible()
  }
}
