import Foundation
import VocDesk
import VocDomain

/// `voc route run`
enum RouteRun {
  static let verb = Verb(
    words: ["route", "run"],
    summary: Phrase(
      es: "Reparte los tickets que esperan entre los agentes en línea",
      en: "Gives waiting tickets to agents online"),
    details: Phrase(
      es:
        "Primero reabre lo prometido para ahora (voc ticket pend --until) y vuelve a la cola lo que nadie aceptó o respondió a tiempo; después reparte según la configuración (voc config show). Cada decisión queda explicada: voc route why NÚMERO. Repetirlo sin cambios no hace nada.",
      en:
        "First reopens what was promised for now (voc ticket pend --until) and takes back what nobody accepted or answered in time; then gives tickets out as the policy says (voc config show). Every decision is explained: voc route why NUMBER. Running it again without changes does nothing."
    ),
    options: [
      Option(
        names: ["--dry-run"],
        summary: Phrase(es: "muestra qué haría, sin hacerlo", en: "shows what it would do, without doing it")),
      Option(
        names: ["--watch"], value: Phrase(es: "SEGUNDOS", en: "SECONDS"),
        summary: Phrase(
          es: "sigue repartiendo cada tantos segundos hasta Ctrl-C",
          en: "goes on every so many seconds until Ctrl-C")
      ),
    ],
    jsonFields: ["ticket", "agent", "outcome", "queue", "channel", "expires_at", "decider"],
    examples: ["voc route run", "voc route run --dry-run", "voc route run --watch 10"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let isDryRun = invocation.flag("--dry-run")
    let pause = try invocation.int("--watch", in: 1...3600)
    repeat {
      let report = try invocation.desk(for: isDryRun ? .reading : .writing).route(dryRun: isDryRun)
      if pause == nil || !report.given.isEmpty || !report.returned.isEmpty || !report.silenced.isEmpty
        || !report.reopened.isEmpty
      {
        write(report, isDryRun: isDryRun, invocation)
      }
      if let pause {
        try invocation.world.flush()
        if invocation.world.outputIsClosed() { break }
        invocation.world.sleep(Double(pause))
      }
    } while pause != nil
    return .ok
  }

  /// One line of what a run did.
  private struct Line {
    var ticket: Int64
    var agent: String?
    var outcome: String
    var queue: String?
    var channel: String?
    var expiresAt: Instant?
    var decider: Decider?
  }

  private static func write(_ report: Desk.RouteReport, isDryRun: Bool, _ invocation: Invocation) {
    let lines =
      report.reopened.map { Line(ticket: $0.ticketID, agent: $0.agent, outcome: "reopened") }
      + report.returned.map { Line(ticket: $0.ticketID, agent: $0.agent, outcome: $0.outcome.rawValue) }
      + report.given.map {
        Line(
          ticket: $0.ticketID, agent: $0.agent, outcome: $0.offerExpiresAt == nil ? "assigned" : "offered",
          queue: $0.queue, channel: $0.channel, expiresAt: $0.offerExpiresAt, decider: $0.decider)
      }
    if invocation.jsonFields != nil || !invocation.world.outputIsTerminal {
      listing.write(lines, for: invocation)
      return notices(report, invocation)
    }
    for promise in report.reopened {
      let holder = promise.agent.map { ["agent": Escaping.line($0)] } ?? [:]
      invocation.print(
        invocation.say(
          holder.isEmpty
            ? Phrase(
              es: "#{ticket} abierto de nuevo: llegó la hora prometida",
              en: "#{ticket} open again: the promised time has come")
            : Phrase(
              es: "#{ticket} abierto de nuevo, de {agent}: llegó la hora prometida",
              en: "#{ticket} open again, {agent}’s: the promised time has come"),
          holder.merging(["ticket": "\(promise.ticketID)"]) { $1 }))
    }
    for returned in report.returned {
      invocation.print(
        invocation.say(
          Phrase(
            es: "#{ticket} vuelve a la cola: {agent} {why}", en: "#{ticket} back to its queue: {agent} {why}"),
          [
            "ticket": "\(returned.ticketID)", "agent": Escaping.line(returned.agent),
            "why": invocation.say(returned.outcome.phrase),
          ]))
    }
    for given in report.given { invocation.print(text(given, invocation)) }
    invocation.print(summary(report, isDryRun: isDryRun, invocation))
    notices(report, invocation)
  }

  static func text(_ given: Desk.RouteReport.Given, _ invocation: Invocation) -> String {
    let phrase =
      given.offerExpiresAt == nil
      ? Phrase(
        es: "#{ticket} → {agent} ({queue}, {channel}): {why}",
        en: "#{ticket} → {agent} ({queue}, {channel}): {why}")
      : Phrase(
        es: "#{ticket} se ofrece a {agent} ({queue}, {channel}) por {length}: {why}",
        en: "#{ticket} offered to {agent} ({queue}, {channel}) for {length}: {why}")
    let length = given.offerExpiresAt.map {
      PreciseLength.text(max(0, $0 - invocation.world.now()), invocation.language)
    }
    return invocation.say(
      phrase,
      [
        "ticket": "\(given.ticketID)", "agent": Escaping.line(given.agent),
        "queue": Escaping.line(given.queue),
        "channel": Escaping.line(given.channel), "length": length ?? "",
        "why": invocation.say(given.decider.phrase),
      ])
  }

  private static let done = CountedPhrase(
    one: Phrase(es: "Se repartió {n} ticket; {waiting}.", en: "Gave out {n} ticket; {waiting}."),
    other: Phrase(es: "Se repartieron {n} tickets; {waiting}.", en: "Gave out {n} tickets; {waiting}."))
  private static let wouldDo = CountedPhrase(
    one: Phrase(
      es: "Se repartiría {n} ticket; después {waiting}.", en: "Would give out {n} ticket; then {waiting}."),
    other: Phrase(
      es: "Se repartirían {n} tickets; después {waiting}.", en: "Would give out {n} tickets; then {waiting}.")
  )
  private static let waiting = CountedPhrase(
    one: Phrase(es: "{n} espera", en: "{n} waits"), other: Phrase(es: "{n} esperan", en: "{n} wait"))

  private static func summary(
    _ report: Desk.RouteReport, isDryRun: Bool, _ invocation: Invocation
  ) -> String {
    let numbers = invocation.numbers
    var rest =
      report.waiting == 0
      ? invocation.say(Phrase(es: "ninguno espera", en: "none waits"))
      : report.waiting >= Desk.RouteReport.countLimit
        ? invocation.say(
          Phrase(es: "esperan {n} o más", en: "{n} or more wait"),
          ["n": numbers.integer(Desk.RouteReport.countLimit)])
        : waiting(report.waiting, in: numbers)
    let reasons = invocation.texts(of: report.left)
    if !reasons.isEmpty { rest += " (\(reasons.joined(separator: ", ")))" }
    return (isDryRun ? wouldDo : done)(report.given.count, in: numbers, ["waiting": rest])
  }

  private static func notices(_ report: Desk.RouteReport, _ invocation: Invocation) {
    for (agent, state) in report.silenced {
      invocation.notice(
        Phrase(es: "{agent} queda {state}.", en: "{agent} is now {state}."),
        ["agent": agent, "state": invocation.say(AgentStateText.phrase(state))])
    }
    if report.onlineAgents == 0 && report.waiting > 0 && !report.offShift.isEmpty {
      invocation.notice(
        Phrase(es: "En línea, pero fuera de turno: {names}.", en: "Online, but off shift: {names}."),
        ["names": report.offShift.prefix(5).joined(separator: ", ")])
    } else if report.onlineAgents == 0 && report.waiting > 0 {
      invocation.notice(Invocation.nobodyOnline)
    }
    if report.alerts > 0 {
      invocation.notice(
        Phrase(es: "Hay avisos de SLA nuevos: voc sla alerts", en: "There are new SLA alerts: voc sla alerts")
      )
    }
  }

  private static let listing = Listing<Line>([
    .init(name: "ticket", header: Phrase(both: ""), value: { .int($0.ticket) }),
    .init(name: "agent", header: Phrase(both: ""), value: { JSON($0.agent) }),
    .init(name: "outcome", header: Phrase(both: ""), value: { .string($0.outcome) }),
    .init(name: "queue", header: Phrase(both: ""), value: { JSON($0.queue) }),
    .init(name: "channel", header: Phrase(both: ""), value: { JSON($0.channel) }),
    .init(name: "expires_at", header: Phrase(both: ""), value: { TicketJSON.time($0.expiresAt) }),
    .init(name: "decider", header: Phrase(both: ""), value: { JSON($0.decider?.rawValue) }),
  ])
}
