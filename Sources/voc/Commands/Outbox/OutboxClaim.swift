import VocDesk
import VocDomain

/// `voc outbox claim`
enum OutboxClaim {
  static let verb = Verb(
    words: ["outbox", "claim"],
    summary: Phrase(
      es: "Da a un conector respuestas por enviar, que nadie más recibe mientras tanto",
      en: "Gives a connector replies to send, which nobody else gets meanwhile"),
    details: Phrase(
      es:
        "voc no tiene red: un conector entrega lo que recibe aquí y después dice «voc outbox ack» o «voc outbox fail». Quien actúa (--as) es el conector, así que cada uno lleva su nombre. Lo que no se confirma a tiempo se da otra vez; las respuestas de un ticket salen en su orden, y una que falló no detiene a las demás.",
      en:
        "voc has no network: a connector delivers what it gets here and then says “voc outbox ack” or “voc outbox fail”. Whoever acts (--as) is the connector, so each has a name of its own. What is not confirmed in time is given out again; a ticket’s replies go out in their order, and one that failed holds up none."
    ),
    options: [
      OutboxList.channel,
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántas como máximo (50)", en: "how many at the most (50)")),
      Option(
        names: ["--lease"], value: Phrase(es: "DURACIÓN", en: "DURATION"),
        summary: Phrase(es: "cuánto tiempo son suyas (5m)", en: "how long they are the connector’s (5m)")),
    ],
    jsonFields: OutboxList.listing.fields,
    examples: [
      "voc outbox claim --limit 20 --json --as whatsapp-1", "voc outbox claim --channel Correo --lease 10m",
    ],
    run: { invocation in
      let seconds = try invocation.string("--lease").map(lease) ?? 5 * Seconds.minute
      let limit = try invocation.limit(50)
      // Nothing waits in a database that is not there, and asking makes none.
      let lines =
        try invocation.hasDatabase
        ? invocation.desk(for: .writing).claimReplies(
          channel: invocation.string("--channel"), limit: limit, seconds: seconds) : []
      OutboxList.listing.write(lines, for: invocation)
      if lines.isEmpty && invocation.hasRemarks {
        OutboxList.noticeEmpty(invocation)
      }
      return .ok
    })

  private static func lease(_ text: String) throws -> Int64 {
    if let seconds = PolicyDuration.seconds(text), (1...Seconds.day).contains(seconds) { return seconds }
    throw UsageError(
      Phrase(es: "«{value}» no es un plazo para --lease", en: "“{value}” is no length of time for --lease"),
      Phrase(
        es: "Se escribe como 30s, 5m o 2h, un día como máximo",
        en: "Write it like 30s, 5m or 2h, a day at most"),
      ["value": text])
  }
}
