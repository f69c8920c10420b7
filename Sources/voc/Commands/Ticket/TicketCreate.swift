import VocDesk
import VocDomain

/// `voc ticket create`
enum TicketCreate {
  static let verb = Verb(
    words: ["ticket", "create"],
    summary: Phrase(
      es: "Abre un ticket con lo que dijo un cliente", en: "Opens a ticket with what a customer said"),
    options: [
      Option(
        names: ["--customer"], value: Phrase(es: "CLIENTE", en: "CUSTOMER"), isRequired: true,
        summary: Phrase(
          es: "número, teléfono, correo o nombre; si es nuevo, se crea",
          en: "number, phone, e-mail or name; a new one is made")),
      Option(
        names: ["--channel"], value: Phrase(es: "CANAL", en: "CHANNEL"), isRequired: true,
        summary: Phrase(es: "por dónde llegó", en: "how it came")),
      TextInput.option,
      Option(
        names: ["--subject"], value: Phrase(es: "ASUNTO", en: "SUBJECT"),
        summary: Phrase(
          es: "si no se dice, la primera línea del texto", en: "unless given, the text’s first line")),
      Option(
        names: ["--priority"], value: Phrase(es: "PRIORIDAD", en: "PRIORITY"),
        summary: Phrase(es: "low, normal, high o urgent (normal)", en: "low, normal, high or urgent (normal)")
      ),
      Option(
        names: ["--tag"], value: Phrase(es: "ETIQUETA", en: "TAG"), isRepeatable: true,
        summary: Phrase(es: "etiqueta que lleva", en: "a tag that it carries")),
    ],
    jsonFields: TicketChanges.jsonFields,
    examples: ["voc ticket create --customer \"Ana López\" --channel WhatsApp -m \"No llega mi pedido\""],
    run: { invocation in
      let customer = (invocation.string("--customer") ?? "").trimmed
      if customer.isEmpty {
        throw UsageError(
          Phrase(es: "el cliente está vacío", en: "the customer is empty"),
          Phrase(
            es: "Va con --customer su número, teléfono, correo o nombre",
            en: "Give their number, phone, e-mail or name with --customer"))
      }
      var new = Desk.NewTicket(
        customer: customer, channel: invocation.string("--channel") ?? "",
        text: try TextInput.read(invocation))
      new.subject = invocation.string("--subject")
      if let word = invocation.string("--priority") { new.priority = try TicketPriority.read(word) }
      new.tags = try TicketTag.tags("--tag", invocation)
      let ticket = try invocation.desk(for: .writing).createTicket(new)
      TicketChanges.show([ticket], [:], invocation)
      return .ok
    })
}
