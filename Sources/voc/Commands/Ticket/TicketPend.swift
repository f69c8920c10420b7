import VocDesk
import VocDomain

/// `voc ticket pend`
enum TicketPend {
  static let verb = Verb(
    words: ["ticket", "pend"],
    summary: Phrase(
      es: "Deja los tickets a la espera del cliente", en: "Leaves tickets waiting for the customer"),
    details: Phrase(
      es:
        "Con --until queda dicho cuándo se volverá con el cliente: llegada la hora, «voc route run» y «voc ticket next» reabren el ticket. Si antes el cliente escribe o el ticket se resuelve, lo prometido ya no cuenta. Repetido con otra hora la cambia, y sin --until la quita. «voc ticket list is:promised» muestra los que tienen una.",
      en:
        "With --until it is said when somebody will come back to the customer: when the time has come, “voc route run” and “voc ticket next” reopen the ticket. If the customer writes before, or it is solved, the promise no longer counts. Once more with another time changes it, and without --until takes it off. “voc ticket list is:promised” shows those that have one."
    ),
    positional: TicketNumbers.positional,
    options: [
      until(
        Phrase(
          es:
            "hasta cuándo: 2h, 3d, 10:30, mañana, \"lunes 10:30\", 2026-11-23T10:30; un día sin hora es a las 9:00 de aquí, y «lunes», el próximo",
          en:
            "until when: 2h, 3d, 10:30, tomorrow, \"monday 10:30\", 2026-11-23T10:30; a day without an hour is 9:00 here, and “monday” the next one"
        )),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: [
      "voc ticket pend 12", "voc ticket pend 12 --until \"mañana a las 10\"",
      "voc ticket pend 12-15 --until 3d",
    ],
    run: { invocation in
      let change = invocation.string("--until").map { Desk.TicketChange.pendUntil($0) } ?? .pend
      return try TicketChanges.perform([change], on: TicketNumbers.read(invocation).numbers, invocation)
    })

  static func until(_ summary: Phrase) -> Option {
    Option(names: ["--until"], value: Phrase(es: "CUÁNDO", en: "WHEN"), summary: summary)
  }
}
