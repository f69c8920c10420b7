/// What a column of an event log can hold; the raw values are the names of a column map.
enum EventField: String, CaseIterable, ColumnField {
  /// The ticket that something happened to.
  case `case`
  case event, time, actor, customer, phone, email
  /// What a change went from and to.
  case from, to
  /// The export's own id of the row.
  case id

  /// Source of the colons: IEEE 1849 (XES), the extensions concept, time and org; the rest are the names that
  /// process mining tools and ticket systems write.
  static let usualHeaders: [(field: EventField, names: String)] = [
    (
      .case,
      """
      case caseid caseconceptname casenumber caso casoid idcaso iddecaso iddelcaso numerodecaso ncaso idcaso \
      traceid processid ticket ticketid idticket incident incidentid chamado idchamado folio
      """
    ),
    (
      .event,
      """
      event eventname activity activityname conceptname actividad nombredeactividad evento nombredelevento \
      atividade nomedaatividade accion acao action
      """
    ),
    (
      .time,
      """
      time timestamp timetimestamp completetimestamp completetime endtimestamp eventtime datetime date fecha \
      fechahora fechayhora fechadelevento marcadetiempo marcatemporal data datahora dataehora carimbodedatahora
      """
    ),
    (
      .actor,
      """
      actor resource orgresource recurso agent agente asesor responsable responsavel user usuario operador \
      atendente
      """
    ),
    (.customer, "customer customerid customername cliente idcliente nombredelcliente nomedocliente client"),
    (.phone, "phone telefono telefone celular movil whatsapp phonenumber customerphone"),
    (.email, "email correo correoelectronico mail emailaddress customeremail"),
    (.from, "from desde fromstatus oldvalue valoranterior estadoanterior previousvalue"),
    (.to, "to hasta tostatus newvalue valornuevo estadonuevo nuevovalor"),
    (.id, "id eventid idevento iddelevento"),
  ]
}
