import VocDesk
import VocDomain

/// `voc ticket merge`, `unmerge` and `split`
enum TicketMerge {
  static let verb = Verb(
    words: ["ticket", "merge"],
    summary: Phrase(es: "Une tickets del mismo asunto en uno", en: "Makes tickets of one matter one ticket"),
    details: Phrase(
      es:
        "Los mensajes y etiquetas pasan al de --into, y con ellos lo que llegue después; los otros quedan cerrados. Los plazos cuentan desde el primero. «voc ticket unmerge» los separa de nuevo.",
      en:
        "Messages and tags go to the one of --into, and so does what comes later; the others are closed. Its clocks count from the first. “voc ticket unmerge” takes them apart again."
    ),
    positional: TicketNumbers.positional,
    options: [
      Option(
        names: ["--into"], value: Phrase(es: "NÚMERO", en: "NUMBER"), isRequired: true,
        summary: Phrase(es: "el ticket que los recibe", en: "the ticket that takes them in")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields, examples: ["voc ticket merge 12 15 --into 10"],
    run: { invocation in
      let target = try TicketNumbers.one(invocation.string("--into") ?? "")
      let ids = try TicketNumbers.read(invocation).numbers
      let desk = try invocation.desk(for: .writing)
      let ticket = try desk.merge(ids, into: target, rehearsing: invocation.flag("--dry-run"))
      TicketChanges.show([ticket], try desk.namesOfAgents(), invocation) { _ in
        [
          invocation.say(
            Phrase(es: "recibe {all}", en: "takes in {all}"),
            ["all": ids.map { "#\($0)" }.joined(separator: ", ")])
        ]
      }
      if invocation.flag("--dry-run") { TicketChanges.noticeRehearsal(invocation) }
      return .ok
    })

  static let unmerge = Verb(
    words: ["ticket", "unmerge"],
    summary: Phrase(
      es: "Separa un ticket de aquel con que se fusionó",
      en: "Takes a ticket out of the one it was merged into"),
    details: Phrase(
      es: "Recupera los mensajes que tenía y su estado; lo que llegó después se queda en el otro.",
      en: "It gets back the messages that it had, and its status; what came later stays with the other."),
    positional: .init(
      name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 1...1,
      summary: Phrase(es: "el ticket fusionado", en: "the merged ticket")),
    options: [TicketChanges.dryRun], jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket unmerge 12"],
    run: { invocation in
      let desk = try invocation.desk(for: .writing)
      let tickets = try desk.unmerge(
        TicketNumbers.one(invocation.positionals[0]), rehearsing: invocation.flag("--dry-run"))
      TicketChanges.show(tickets, try desk.namesOfAgents(), invocation)
      if invocation.flag("--dry-run") { TicketChanges.noticeRehearsal(invocation) }
      return .ok
    })

  static let split = Verb(
    words: ["ticket", "split"],
    summary: Phrase(
      es: "Hace otro ticket con una parte de los mensajes", en: "Makes another ticket of some of the messages"
    ),
    details: Phrase(
      es:
        "Para un cliente que pidió dos cosas en una conversación. «voc ticket view --numbers» numera los mensajes.",
      en:
        "For a customer who asked two things in one conversation. “voc ticket view --numbers” numbers the messages."
    ),
    positional: .init(
      name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 1...1,
      summary: Phrase(es: "el ticket que se divide", en: "the ticket to split")),
    options: [
      Option(
        names: ["--messages"], value: Phrase(es: "LUGARES", en: "PLACES"), isRequired: true,
        summary: Phrase(
          es: "los mensajes que pasan al nuevo: 3, 3-7 o 3,5",
          en: "the messages that go to the new one: 3, 3-7 or 3,5")),
      TicketChanges.dryRun,
    ],
    jsonFields: TicketChanges.jsonFields, examples: ["voc ticket split 12 --messages 4-6"],
    run: { invocation in
      let places = try places(invocation.string("--messages") ?? "")
      let desk = try invocation.desk(for: .writing)
      let tickets = try desk.split(
        TicketNumbers.one(invocation.positionals[0]), messages: places,
        rehearsing: invocation.flag("--dry-run"))
      TicketChanges.show(tickets, try desk.namesOfAgents(), invocation)
      if invocation.flag("--dry-run") { TicketChanges.noticeRehearsal(invocation) }
      return .ok
    })

  private static func places(_ text: String) throws -> [Int] {
    do {
      return try TicketNumbers.parse(text).map { Int($0) }
    } catch is UsageError {
      throw UsageError(
        Phrase(es: "«{text}» no dice qué mensajes", en: "“{text}” does not tell which messages"),
        Phrase(
          es: "Se escribe 3, 3-7 o 3,5; «voc ticket view --numbers» los numera",
          en: "Write 3, 3-7 or 3,5; “voc ticket view --numbers” numbers them"), ["text": text])
    }
  }
}
