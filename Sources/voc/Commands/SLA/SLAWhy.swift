import VocDesk
import VocDomain

/// `voc sla why`
enum SLAWhy {
  static let verb = Verb(
    words: ["sla", "why"],
    summary: Phrase(
      es: "Muestra los plazos de un ticket, con cada pausa y su razón",
      en: "Shows a ticket’s promises, with each pause and its reason"),
    positional: .init(
      name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 1...1,
      summary: Phrase(es: "el número del ticket", en: "the ticket’s number")),
    jsonFields: ["ticket", "policy", "clocks", "timeline", "alerts"],
    examples: ["voc sla why 12"],
    run: { invocation in
      let id = try TicketNumbers.one(invocation.positionals[0])
      let view = try invocation.desk(for: .reading).slaView(ticket: id)
      if let fields = invocation.jsonFields {
        let object = SLAJSON.object(view, now: invocation.world.now())
        invocation.print(object.selecting(fields).text)
      } else {
        SLAPage(view, invocation, clock: try ZoneClock(named: view.zone)).write()
      }
      return .ok
    })
}

/// A ticket's clocks, then what became of them moment by moment.
private struct SLAPage {
  let view: Desk.SLAView
  let invocation: Invocation
  let clock: ZoneClock
  private var language: Language { invocation.language }

  init(_ view: Desk.SLAView, _ invocation: Invocation, clock: ZoneClock) {
    self.view = view
    self.invocation = invocation
    self.clock = clock
  }

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    invocation.say(phrase, values.mapValues { Escaping.line($0) })
  }

  private func length(_ seconds: Int64) -> String { PreciseLength.text(seconds, language) }

  func write() {
    invocation.print(invocation.style.bold("#\(view.ticket.id) \(Escaping.line(view.ticket.subject.orDash))"))
    guard let name = view.policyName else {
      return invocation.print(
        say(
          Phrase(
            es: "Ninguna política de SLA se aplica a este ticket: «voc config show» muestra las que hay.",
            en: "No SLA policy is in force for this ticket: “voc config show” shows those there are.")))
    }
    invocation.print(
      say(
        Phrase(es: "Política: {name} · horas de {zone}", en: "Policy: {name} · times in {zone}"),
        ["name": name, "zone": view.zone]))
    for (clock, elapsed) in promised { invocation.print("· " + summary(clock, elapsed)) }
    invocation.print("\n" + invocation.style.bold(say(Phrase(es: "Historia", en: "History"))))
    for entry in view.timeline where isTold(entry) { invocation.print(line(entry)) }
  }

  /// The clocks that anything was ever promised for, replies first.
  private var promised: [(clock: SLAClock, elapsed: SLAClock.Elapsed)] {
    let measures = SLAPolicy.Measure.allCases
    return zip(view.clocks, view.elapsed).filter { clock, _ in clock.terms.contains { $0.target != nil } }
      .sorted { left, right in
        let places = [left, right].map { measures.firstIndex(of: $0.0.measure) ?? 0 }
        return (places[0], left.0.start) < (places[1], right.0.start)
      }
  }

  /// Of what happened to one clock at one moment only the worst warning.
  private func isTold(_ entry: SLATimeline.Entry) -> Bool {
    func isSame(_ other: SLATimeline.Entry) -> Bool {
      (other.at, other.measure, other.clockStart) == (entry.at, entry.measure, entry.clockStart)
    }
    guard
      promised.contains(where: { $0.clock.measure == entry.measure && $0.clock.start == entry.clockStart })
    else { return false }
    guard case .warned(let level) = entry.what else { return true }
    return !view.timeline.contains { other in
      switch other.what {
      case .breached: isSame(other)
      case .warned(let higher): isSame(other) && higher.rawValue > level.rawValue
      default: false
      }
    }
  }

  private func summary(_ clock: SLAClock, _ elapsed: SLAClock.Elapsed) -> String {
    var parts = [say(clock.measure.phrase) + ": " + state(clock)]
    if let target = clock.target {
      parts.append(
        say(
          Phrase(
            es: "{used} de {target} hábiles ({calendar})", en: "{used} of {target} business time ({calendar})"
          ),
          [
            "used": length(elapsed.business), "target": length(target),
            "calendar": clock.calendarName ?? view.usualCalendar,
          ]))
    }
    if elapsed.calendar != elapsed.business {
      parts.append(say(Phrase(es: "{n} de reloj", en: "{n} by the clock"), ["n": length(elapsed.calendar)]))
    }
    return parts.joined(separator: " · ")
  }

  private func state(_ clock: SLAClock) -> String {
    let now = invocation.world.now()
    switch clock.state(at: now) {
    case .met: return invocation.style.green(say(Phrase(es: "cumplida", en: "met")))
    case .unmeasured: return say(Phrase(es: "sin plazo", en: "no target"))
    case .paused(let remaining):
      return say(Phrase(es: "en pausa, quedan {n}", en: "paused, {n} left"), ["n": length(remaining)])
    case .running:
      return say(
        Phrase(es: "corre, vence {when}", en: "running, due {when}"),
        ["when": clock.due.map { invocation.localDisplay($0, self.clock) } ?? "—"])
    case .breached:
      let since = clock.firstBreachAt(by: now).map { invocation.localDisplay($0, self.clock) } ?? ""
      return invocation.style.red(
        say(Phrase(es: "incumplida el {when}", en: "breached on {when}"), ["when": since]))
    }
  }

  private func line(_ entry: SLATimeline.Entry) -> String {
    let left =
      entry.remaining.map {
        " · "
          + ($0 >= 0
            ? say(Phrase(es: "quedan {n}", en: "{n} left"), ["n": length($0)])
            : say(Phrase(es: "pasada por {n}", en: "over by {n}"), ["n": length(-$0)]))
      } ?? ""
    return "\(invocation.localDisplay(entry.at, clock))  \(say(entry.measure.phrase)): \(what(entry.what))"
      + " · " + say(Phrase(es: "van {n}", en: "{n} used"), ["n": length(entry.elapsed)]) + left
  }

  private func what(_ what: SLATimeline.What) -> String {
    switch what {
    case .started: return say(Phrase(es: "empieza", en: "starts"))
    case .target(let target, let policy):
      guard let target else { return say(Phrase(es: "queda sin plazo", en: "has no target any more")) }
      return say(
        Phrase(es: "plazo de {n} ({policy})", en: "target of {n} ({policy})"),
        ["n": length(target), "policy": policy ?? "—"])
    case .paused(let reason):
      return say(Phrase(es: "pausa: {why}", en: "paused: {why}"), ["why": say(phrase(reason))])
    case .resumed: return say(Phrase(es: "sigue", en: "goes on"))
    case .warned(let level):
      return say(Phrase(es: "aviso al {n} %", en: "warning at {n}%"), ["n": "\(level.rawValue)"])
    case .breached: return say(Phrase(es: "incumplida", en: "breached"))
    case .stopped(let reason):
      return say(Phrase(es: "termina: {why}", en: "stops: {why}"), ["why": say(phrase(reason))])
    }
  }

  private func phrase(_ reason: SLAClock.PauseReason) -> Phrase {
    switch reason {
    case .pending: Phrase(es: "esperaba al cliente", en: "waiting for the customer")
    case .hold: Phrase(es: "esperaba a un tercero", en: "waiting for a third party")
    case .solved: Phrase(es: "estaba resuelto", en: "it was solved")
    }
  }

  private func phrase(_ reason: SLAClock.StopReason) -> Phrase {
    switch reason {
    case .reply: Phrase(es: "se respondió", en: "replied")
    case .solved: Phrase(es: "se resolvió", en: "solved")
    case .closed: Phrase(es: "se cerró", en: "closed")
    case .noReplyNeeded: Phrase(es: "no necesitaba respuesta", en: "needed no reply")
    }
  }
}
