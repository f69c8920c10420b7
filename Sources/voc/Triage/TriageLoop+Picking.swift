import VocDesk
import VocDomain

/// What there is to pick from, and what becomes of a merge.
extension TriageLoop {
  mutating func pick(_ purpose: TriagePicker.Purpose, _ ticket: Int64) {
    tell { loop in
      let entries = try purpose == .macro ? loop.macros(for: ticket) : loop.survivors(of: ticket)
      if purpose == .macro && entries.isEmpty { throw TriageLoop.noMacros }
      loop.model.mode = .picking(TriagePicker(purpose, ticket: ticket, entries: entries))
      loop.model.keepSelectionVisible()
    }
  }

  private func macros(for ticket: Int64) throws -> [TriagePicker.Entry] {
    try desk.filledMacros(forTicket: ticket).map { macro in
      switch macro.text {
      case .success(let text): return TriagePicker.Entry(name: macro.name, text: text)
      case .failure(let error):
        let why = Explanation(error, language: language).sentences
        return TriagePicker.Entry(name: macro.name, text: why, isUsable: false)
      }
    }
  }

  private func survivors(of ticket: Int64) throws -> [TriagePicker.Entry] {
    try desk.mergeTargets(ofTicket: ticket).map {
      TriagePicker.Entry(name: "#\($0.id)", text: "\($0.status.phrase(language)) · \($0.subject.orDash)")
    }
  }

  private static let noMacros = Refusal(
    Phrase(es: "todavía no hay macros", en: "there are no macros yet"),
    Phrase(es: "«voc macro save» guarda la primera", en: "“voc macro save” keeps the first"))

  /// Merges and takes it back, so that what is refused is told before anybody is asked.
  mutating func rehearseMerge(_ ticket: Int64, into survivor: Int64) {
    tell { loop in
      let subject = try loop.desk.merge([ticket], into: survivor, rehearsing: true).subject
      let messages = try loop.desk.view(ticket: ticket).lines.count
      loop.model.mode = .confirming(
        TriageMerge(ticket: ticket, into: survivor, subject: subject, messages: messages))
      loop.model.keepSelectionVisible()
    }
  }

  mutating func merge(_ ticket: Int64, into survivor: Int64) {
    tell { loop in
      let after = try loop.desk.merge([ticket], into: survivor)
      loop.model.mode = .browsing
      loop.model.moveDrafts(from: ticket, to: survivor)
      loop.model.select(ticket: survivor)
      let taken = Phrase(es: "recibe el #{id}", en: "takes #{id} in")(loop.language, ["id": "\(ticket)"])
      loop.model.notice = .done("\(try loop.report([], after)), \(taken)")
      try loop.refresh()
    }
  }
}
