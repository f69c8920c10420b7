import VocDomain

/// The words that tables of Latin America write for statuses, priorities and what became of calls.
enum TableWords {
  static func status(_ text: String) -> Ticket.Status? { statuses[text] ?? statuses[HeaderKey.fold(text)] }
  static func priority(_ text: String) -> Ticket.Priority? {
    priorities[text] ?? priorities[HeaderKey.fold(text)]
  }
  static func direction(_ text: String) -> CallRecord.Direction? {
    directions[text] ?? directions[HeaderKey.fold(text)]
  }
  static func disposition(_ text: String) -> CallRecord.Disposition? {
    dispositions[text] ?? dispositions[HeaderKey.fold(text)]
  }
  static func truth(_ text: String) -> Bool? { truths[text] ?? truths[HeaderKey.fold(text)] }
  static func kind(_ text: String) -> Kind? { kinds[text] ?? kinds[HeaderKey.fold(text)] }

  /// What a message's row is.
  enum Kind: Equatable {
    case note
    case record(ChannelRecord.Kind)
  }

  private static let statuses: [String: Ticket.Status] = table([
    (.new, "new nuevo nueva novo nova sinasignar"),
    (
      .open,
      """
      open abierto abierta aberto aberta reabierto reabierta reaberto reopened enproceso encurso activo \
      emandamento inprogress asignado assigned
      """
    ),
    (
      .pending,
      "pending pendiente pendente esperandocliente esperaalcliente waitingoncustomer aguardandocliente"
    ),
    (.hold, "hold onhold enespera emespera pausado detenido waiting snoozed"),
    (.solved, "solved resolved resuelto resuelta resolvido resolvida solucionado solucionada atendido"),
    (.closed, "closed cerrado cerrada fechado fechada finalizado finalizada encerrado concluido terminado"),
  ])

  private static let priorities: [String: Ticket.Priority] = table([
    (.low, "low baja bajo baixa p4"),
    (.normal, "normal media medio medium moderada p3"),
    (.high, "high alta alto p2"),
    (.urgent, "urgent urgente critica critico critical muyalta p1"),
  ])

  private static let directions: [String: CallRecord.Direction] = table([
    (.inbound, "inbound in incoming entrante entrada recibida recibido entrantes receptiva"),
    (
      .outbound,
      "outbound out outgoing saliente salida realizada saida enviado enviada emitida outboundapi outbounddial ativa"
    ),
    (.internal, "internal interna interno"),
  ])

  private static let dispositions: [String: CallRecord.Disposition] = table([
    (.answered, "answered contestada contestado atendida atendido respondida completed completada answer ok"),
    (
      .abandoned,
      "abandoned abandonada abandonado abandono abandon cancelada canceled cancelled cancel colgada"
    ),
    (
      .noAnswer,
      """
      noanswer noanswered unanswered missed nocontestada nocontestado sinrespuesta perdida noatendida \
      naoatendida timeout norespondida sincontestar
      """
    ),
    (.busy, "busy ocupado ocupada userbusy"),
    (.failed, "failed fallida fallido error falha falhou congestion rechazada"),
    (.voicemail, "voicemail buzon buzondevoz correodevoz caixapostal mensajedevoz"),
    (.unknown, "unknown desconocido desconocida desconhecido"),
  ])

  private static let truths: [String: Bool] = table([
    (true, "1 true yes si sim y s t verdadero verdadeiro x public publico publica"),
    (false, "0 false no nao n f falso private privado privada interno interna internal"),
  ])

  private static let kinds: [String: Kind] = table([
    (.note, "note nota notainterna internalnote privatenote notaprivada private privado interno"),
    (.record(.system), "system sistema evento event activity"),
    (
      .record(.message),
      "message mensaje mensagem text texto chat comment comentario reply respuesta incoming outgoing"
    ),
    (.record(.media), "media image imagen imagem audio video document documento file archivo sticker foto"),
    (.record(.call), "call llamada chamada"),
    (.record(.location), "location ubicacion localizacao"),
    (.record(.contact), "contact contacto contato"),
    (.record(.deleted), "deleted eliminado apagado"),
    (.record(.poll), "poll encuesta enquete"),
  ])

  private static func table<Value>(_ words: [(Value, String)]) -> [String: Value] {
    var table: [String: Value] = [:]
    for (value, names) in words {
      for name in names.split(whereSeparator: \.isWhitespace) { table[String(name)] = value }
    }
    return table
  }
}
