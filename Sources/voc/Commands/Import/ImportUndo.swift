import VocDesk
import VocDomain

/// `voc import undo`
enum ImportUndo {
  static let verb = Verb(
    words: ["import", "undo"],
    summary: Phrase(es: "Deshace una importación", en: "Undoes an import"),
    details: Phrase(
      es:
        "Quita todo lo que trajo el lote y deja como estaba lo que cambió. Los tickets en que alguien trabajó después, o que otra importación continuó, se conservan enteros y se nombran. Los seguimientos cuya respuesta se va también se quedan, y vuelven a ella si se importa otra vez.",
      en:
        "Takes away all that the batch brought and puts back what it changed. Tickets that somebody has worked on since, or that a later import went on with, are kept whole and named. Follow-ups whose answer goes stay as well, and are tied to it again if it is imported again."
    ),
    positional: .init(
      name: Phrase(es: "LOTE", en: "BATCH"), count: 1...1,
      summary: Phrase(es: "su número en «voc import list»", en: "its number in “voc import list”")),
    jsonFields: [
      "batch", "messages", "tickets", "customers", "answers", "restored", "kept_tickets", "kept_follow_ups",
      "continued_by", "kept_customers",
    ],
    examples: ["voc import undo 3"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    guard let batch = Int64(invocation.positionals[0]) else {
      throw UsageError(
        Phrase(es: "«{value}» no es el número de un lote", en: "“{value}” is no batch’s number"),
        Phrase(es: "«voc import list» los muestra", en: "“voc import list” shows them"),
        ["value": invocation.positionals[0]])
    }
    let undoing = try invocation.desk(for: .writing).undoImport(batch)
    if let fields = invocation.jsonFields {
      invocation.print(json(undoing, batch: batch).selecting(fields).text)
      return .ok
    }
    let numbers = invocation.numbers
    invocation.print(
      invocation.say(
        Phrase(
          es:
            "Lote {batch} deshecho: mensajes {messages}, tickets {tickets}, clientes {customers}, respuestas {answers}; filas devueltas a como estaban: {restored}",
          en:
            "Batch {batch} undone: messages {messages}, tickets {tickets}, customers {customers}, answers {answers}; rows put back as they were: {restored}"
        ),
        [
          "batch": "\(batch)", "messages": numbers.integer(undoing.messages),
          "tickets": numbers.integer(undoing.tickets), "customers": numbers.integer(undoing.customers),
          "answers": numbers.integer(undoing.answers), "restored": numbers.integer(undoing.restored),
        ]))
    name(
      undoing.keptTickets,
      Phrase(
        es: "Tickets que se conservan, porque algo posterior se apoya en ellos: {all}",
        en: "Tickets that are kept, because something later stands on them: {all}"), invocation)
    name(
      undoing.keptFollowUps,
      Phrase(
        es: "Seguimientos que se quedan sin su respuesta, hasta que se importe otra vez: {all}",
        en: "Follow-ups that stay without their answer, until it is imported again: {all}"), invocation)
    if let continued = undoing.continuedBy {
      invocation.print(
        invocation.say(
          Phrase(
            es:
              "El lote {other} lo había continuado y se queda solo con lo que trajo él: el mismo «voc import» otra vez lo completa.",
            en:
              "Batch {other} had continued it and keeps only what it brought itself: the same “voc import” again makes it whole."
          ), ["other": "\(continued)"]))
    }
    name(
      undoing.keptCustomers,
      Phrase(
        es: "Clientes que se conservan, porque algo más se apoya en ellos: {all}",
        en: "Customers that are kept, because something else stands on them: {all}"),
      invocation)
    return .ok
  }

  private static func name(_ ids: [Int64], _ phrase: Phrase, _ invocation: Invocation) {
    if ids.isEmpty { return }
    let shown = ids.prefix(20).map { "#\($0)" }.joined(separator: ", ")
    invocation.print(invocation.say(phrase, ["all": ids.count > 20 ? shown + "…" : shown]))
  }

  private static func json(_ undoing: UndoReport, batch: Int64) -> JSON {
    .object([
      .init("batch", .int(batch)), .init("messages", .int(Int64(undoing.messages))),
      .init("tickets", .int(Int64(undoing.tickets))), .init("customers", .int(Int64(undoing.customers))),
      .init("answers", .int(Int64(undoing.answers))), .init("restored", .int(Int64(undoing.restored))),
      .init("kept_tickets", .array(undoing.keptTickets.map(JSON.int))),
      .init("kept_follow_ups", .array(undoing.keptFollowUps.map(JSON.int))),
      .init("continued_by", undoing.continuedBy.map(JSON.int) ?? .null),
      .init("kept_customers", .array(undoing.keptCustomers.map(JSON.int))),
    ])
  }
}
