/// What a column of a mapped table can hold; the raw values are the names of a column map.
enum TableField: String, CaseIterable, ColumnField {
  /// The export's own id of the row: of a message, of a call, of a ticket.
  case id
  case ticket, conversation
  case at
  /// The hours of `at`, where they stand in a column of their own.
  case clock
  case author, role, text, kind, `public`, attachment
  case name, phone, email
  case agent, channel
  case subject, status, priority, tags, requester, assignee
  case created, updated, solved
  case queue, direction, disposition
  /// Lengths of time, see `TimeLength`.
  case wait, talk, hold, wrapup, duration
  /// When an agent took the call, and when it ended.
  case answered, ended
  case from, to
  case note

  static let dates: [TableField] = [.at, .created, .updated, .solved, .answered, .ended]

  var isLater: Bool { [.updated, .solved, .answered, .ended].contains(self) }

  static let usualHeaders: [(field: TableField, names: String)] = [
    (.id, "id messageid idmensaje callid idllamada uniqueid iddellamada idligacao idchamada historyid uid"),
    (
      .ticket,
      """
      ticket ticketid idticket numerodeticket nticket folio caso casoid idcaso case caseid casenumber chamado \
      incidente
      """
    ),
    (
      .conversation,
      "conversation conversationid conversacion idconversacion conversa idconversa chatid idchat"
    ),
    (
      .at,
      """
      at date fecha data fechayhora fechahora dataehora datahora timestamp datetime starttime start inicio \
      timestart fechadeinicio fechainicio horadeinicio datadeinicio calldate fechadellamada marcatemporal
      """
    ),
    (.clock, "hora time horario"),
    (.author, "author autor autora sender remitente sentby enviadopor emisor"),
    (.role, "role rol papel tipodeautor authortype sendertype tipoderemitente"),
    (
      .text,
      "text texto body message mensaje mensagem cuerpo corpo contenido content conteudo descripcion descricao"
    ),
    (.kind, "kind tipo type tipodemensaje messagetype tipodemensagem"),
    (.attachment, "attachment adjunto anexo archivo arquivo file filename nombredearchivo mediaurl"),
    (.public, "public publico publica ispublic espublico"),
    (.name, "name nombre nome cliente customer customername nombredelcliente nomedocliente contactname"),
    (.phone, "phone telefono telefone celular movil phonenumber numerodetelefono customerphone whatsapp"),
    (.email, "email correo correoelectronico mail emailaddress customeremail"),
    (.agent, "agent agente asesor asesora ejecutivo ejecutiva atendente operador agentname nombredelagente"),
    (.channel, "channel canal via canaldeatencion canaldeatendimento"),
    (.subject, "subject asunto assunto titulo title"),
    (.status, "status estado estatus situacao state estadodelticket"),
    (.priority, "priority prioridad prioridade"),
    (.tags, "tags etiquetas etiqueta tag labels"),
    (.requester, "requester solicitante requestername reportadopor"),
    (.assignee, "assignee asignado asignadoa responsable responsavel assignedto atribuidoa"),
    (.created, "created createdat fechadecreacion creado creadoel datadecriacao criadoem fechacreacion"),
    (
      .updated,
      "updated updatedat fechadeactualizacion actualizado ultimaactualizacion atualizadoem lastupdated"
    ),
    (
      .solved,
      """
      solved solvedat resolved resolvedat closed closedat fechadecierre fechaderesolucion resuelto cerrado \
      resolvidoem fechacierre fechadesolucion
      """
    ),
    (.queue, "queue cola fila queuename skill campana"),
    (.direction, "direction direccion direcao sentido tipodellamada calltype tipollamada"),
    (.disposition, "disposition resultado disposicion calldisposition resultadodellamada callresult"),
    (
      .wait,
      "wait waittime espera tiempodeespera tempodeespera segundosdeespera timeinqueue tiempoencola waitsec"
    ),
    (
      .talk,
      "talk talktime conversado tiempodeconversacion tiempohablado tempodeconversa billsec tiempodehabla"
    ),
    (.hold, "hold holdtime retencion tiempoenespera enretencion"),
    (.wrapup, "wrapup acw aftercallwork postllamada tipificacionsegundos tiempoacw"),
    (.duration, "duration duracion duracao callduration duraciondelallamada"),
    (.answered, "answered answeredat timeanswered horaderespuesta answertime"),
    (.ended, "ended endedat timeend end endtime fin horadefin"),
    (.from, "from origen de desde caller callerid fromno src numerodeorigen ani llamante"),
    (.to, "to destino para hacia callee tono dst numerodedestino dnis called"),
    (.note, "note nota notas notes observaciones comentario comentarios tipificacion wrapupcode"),
  ]
}
