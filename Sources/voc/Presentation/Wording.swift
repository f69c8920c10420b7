import VocDomain

// The words that people read for the values of the domain; data and JSON keep the English ones.

extension Ticket.Status {
  var phrase: Phrase {
    switch self {
    case .new: Phrase(es: "nuevo", en: "new")
    case .open: Phrase(es: "abierto", en: "open")
    case .pending: Phrase(es: "pendiente", en: "pending")
    case .hold: Phrase(es: "en espera", en: "on hold")
    case .solved: Phrase(es: "resuelto", en: "solved")
    case .closed: Phrase(es: "cerrado", en: "closed")
    }
  }

  /// The status of this name, in Spanish or English, whatever its case.
  init?(word: String) {
    let folded = Folding.folded(word)
    let match = Ticket.Status.allCases.first {
      [$0.rawValue, $0.phrase.es, $0.phrase.en].contains(folded) || ($0 == .hold && folded == "espera")
    }
    guard let match else { return nil }
    self = match
  }

  func paint(_ style: Style, _ text: String) -> String {
    switch self {
    case .new: style.cyan(text)
    case .open: style.yellow(text)
    case .pending, .hold: style.blue(text)
    case .solved: style.green(text)
    case .closed: style.dim(text)
    }
  }
}

extension Ticket.Priority {
  var phrase: Phrase {
    switch self {
    case .low: Phrase(es: "baja", en: "low")
    case .normal: Phrase(both: "normal")
    case .high: Phrase(es: "alta", en: "high")
    case .urgent: Phrase(es: "urgente", en: "urgent")
    }
  }

  init?(word: String) {
    let folded = Folding.folded(word)
    guard let match = Ticket.Priority.allCases.first(where: { [$0.name, $0.phrase.es].contains(folded) })
    else {
      return nil
    }
    self = match
  }

  func paint(_ style: Style, _ text: String) -> String {
    switch self {
    case .urgent: style.bold(style.red(text))
    case .high: style.red(text)
    case .normal: text
    case .low: style.dim(text)
    }
  }
}

extension String {
  /// What stands in a list where there is no text: a ticket that began with a picture has no subject yet.
  var orDash: String { isEmpty ? "—" : self }
}

extension TicketAct {
  /// What one cannot do, as an infinitive before "the ticket".
  var phrase: Phrase {
    switch self {
    case .take: Phrase(es: "tomar", en: "take")
    case .assign: Phrase(es: "asignar", en: "assign")
    case .release: Phrase(es: "liberar", en: "release")
    case .reply: Phrase(es: "responder", en: "reply to")
    case .note: Phrase(es: "anotar en", en: "note on")
    case .pend: Phrase(es: "dejar pendiente", en: "pend")
    case .hold: Phrase(es: "poner en espera", en: "hold")
    case .solve: Phrase(es: "resolver", en: "solve")
    case .reopen: Phrase(es: "reabrir", en: "reopen")
    case .close: Phrase(es: "cerrar", en: "close")
    case .tag: Phrase(es: "etiquetar", en: "tag")
    case .priority: Phrase(es: "cambiar la prioridad de", en: "change the priority of")
    case .move: Phrase(es: "cambiar de cola", en: "move")
    case .noReply: Phrase(es: "dar por atendido", en: "mark as needing no reply")
    case .merge: Phrase(es: "fusionar", en: "merge")
    case .unmerge: Phrase(es: "separar", en: "unmerge")
    case .split: Phrase(es: "dividir", en: "split")
    case .followUp: Phrase(es: "abrir el seguimiento de", en: "open the follow-up of")
    case .customerMessage: Phrase(es: "recibir un mensaje en", en: "take a message on")
    }
  }
}

extension TicketAct {
  /// By itself, as in a list of acts.
  var name: Phrase {
    switch self {
    case .reply: Phrase(es: "responder", en: "reply")
    case .note: Phrase(es: "anotar", en: "note")
    case .priority: Phrase(es: "cambiar la prioridad", en: "change the priority")
    case .noReply: Phrase(es: "dar por atendido", en: "mark as needing no reply")
    case .followUp: Phrase(es: "abrir seguimientos", en: "open follow-ups")
    default: phrase
    }
  }
}

extension TicketEvent.Kind {
  var phrase: Phrase {
    switch self {
    case .created: Phrase(es: "creado", en: "created")
    case .status: Phrase(es: "estado", en: "status")
    case .assignee: Phrase(es: "asignado", en: "assignee")
    case .priority: Phrase(es: "prioridad", en: "priority")
    case .tag: Phrase(es: "etiqueta", en: "tag")
    case .cause: Phrase(es: "causa", en: "cause")
    case .reply: Phrase(es: "respuesta", en: "reply")
    case .note: Phrase(es: "nota", en: "note")
    case .offer: Phrase(es: "oferta", en: "offer")
    case .queue: Phrase(es: "cola", en: "queue")
    case .merge: Phrase(es: "fusionado", en: "merged")
    case .unmerge: Phrase(es: "separado", en: "unmerged")
    case .split: Phrase(es: "dividido", en: "split")
    case .noReply: Phrase(es: "dado por atendido", en: "needs no reply")
    case .pendingUntil: Phrase(es: "hora prometida", en: "promised time")
    case .quality: Phrase(es: "calidad", en: "quality")
    case .action: Phrase(es: "acción", en: "action")
    case .activity: Phrase(es: "actividad", en: "activity")
    }
  }
}

extension OutboxEntry.State {
  /// Of a reply.
  var phrase: Phrase {
    switch self {
    case .pending: Phrase(es: "por enviar", en: "to be sent")
    case .sent: Phrase(es: "enviada", en: "sent")
    case .failed: Phrase(es: "no enviada", en: "not sent")
    }
  }
}

extension ChannelRecord.Kind {
  /// What stands in the place of a text that is not there.
  var phrase: Phrase {
    switch self {
    case .message: Phrase(es: "mensaje", en: "message")
    case .media: Phrase(es: "multimedia", en: "media")
    case .deleted: Phrase(es: "mensaje eliminado", en: "deleted message")
    case .call: Phrase(es: "llamada", en: "call")
    case .poll: Phrase(es: "encuesta", en: "poll")
    case .location: Phrase(es: "ubicación", en: "location")
    case .contact: Phrase(es: "contacto", en: "contact")
    case .system: Phrase(es: "aviso", en: "notice")
    }
  }
}

extension ImportProblem.Reason {
  var phrase: Phrase {
    switch self {
    case .beforeFirstRecord: Phrase(es: "texto antes del primer mensaje", en: "text before the first message")
    case .binary: Phrase(es: "bytes que no son texto", en: "bytes that are no text")
    case .encoding: Phrase(es: "bytes que no son UTF-8", en: "bytes that are no UTF-8")
    case .tooLong: Phrase(es: "más de 1 MiB", en: "longer than 1 MiB")
    case .date:
      Phrase(
        es: "sin fecha, o con una que no existe o no se entiende",
        en: "no date, or one that does not exist or cannot be read")
    case .impossibleDate:
      Phrase(es: "fecha por venir o de antes de 1990", en: "date still to come, or before 1990")
    case .score: Phrase(es: "no es un puntaje de su escala", en: "no score of its scale")
    case .survey: Phrase(es: "no dice qué encuesta responde", en: "does not say which survey it answers")
    case .cells: Phrase(es: "más o menos celdas que el encabezado", en: "more or fewer cells than the header")
    case .phone:
      Phrase(
        es: "teléfono inválido o dañado por la hoja de cálculo",
        en: "phone invalid or damaged by a spreadsheet")
    case .quote: Phrase(es: "comillas que no se cierran", en: "quotes that never close")
    case .ticket: Phrase(es: "número de ticket inválido", en: "invalid ticket number")
    case .json: Phrase(es: "no es JSON o está cortado", en: "no JSON, or cut off")
    case .shape: Phrase(es: "no es un registro de este formato", en: "no record of this format")
    case .missingField: Phrase(es: "falta un dato indispensable", en: "a needed field is missing")
    case .unplaced:
      Phrase(
        es: "no dice de qué ticket (ticket_id) ni de qué conversación es",
        en: "names neither its ticket (ticket_id) nor its conversation")
    case .number: Phrase(es: "número inválido", en: "invalid number")
    }
  }
}

extension SampleWarning {
  var phrase: Phrase {
    switch self {
    case .noData: Phrase(es: "sin datos", en: "no data")
    case .figureHidden: Phrase(es: "muestra insuficiente", en: "sample too small")
    case .smallSample: Phrase(es: "muestra pequeña", en: "small sample")
    case .indicative: Phrase(es: "orientativo", en: "indicative")
    case .lowResponse: Phrase(es: "responden pocos", en: "few answer")
    case .unequalResponse: Phrase(es: "los canales responden distinto", en: "channels answer unequally")
    case .moreAnswersThanSent:
      Phrase(
        es: "más respuestas que encuestas enviadas según lo anotado",
        en: "more answers than surveys sent, as far as is on record")
    }
  }

  /// The word in JSON.
  var code: String {
    switch self {
    case .noData: "no-data"
    case .figureHidden: "too-small"
    case .smallSample: "small-sample"
    case .indicative: "indicative"
    case .lowResponse: "low-response"
    case .unequalResponse: "unequal-response"
    case .moreAnswersThanSent: "answers-exceed-sent"
    }
  }
}

extension DateOrder.Evidence {
  var phrase: Phrase {
    switch self {
    case .given: Phrase(es: "como se indicó", en: "as told")
    case .numbers: Phrase(es: "por sus números", en: "by the numbers")
    case .mediaNames: Phrase(es: "por los nombres de los archivos", en: "by the media names")
    case .chronology: Phrase(es: "por el orden de los mensajes", en: "by the order of the messages")
    case .sameEitherWay: Phrase(es: "ambos órdenes coinciden", en: "both orders agree")
    case .shape: Phrase(es: "por la forma de la fecha", en: "by the shape of the date")
    case .region: Phrase(es: "por el idioma o el país", en: "by the language or the country")
    }
  }
}
