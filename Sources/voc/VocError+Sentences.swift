import VocDomain

typealias Sentences = (what: Phrase, todo: Phrase, values: [String: String], exitCode: ExitCode)

extension VocError {
  /// What happened, what to do, the values in both, and how voc ends; times by the reader's clock, else in UTC.
  func sentences(_ language: Language, clock: ZoneClock? = nil) -> Sentences {
    switch self {
    case .unknownZone(let name, let nearest):
      return (
        Phrase(es: "la zona horaria «{name}» no existe", en: "the time zone “{name}” does not exist"),
        VocError.perhaps(
          nearest,
          else: Phrase(
            es: "Se escribe como America/Mexico_City o America/Bogota",
            en: "Write it like America/Mexico_City or America/Bogota")),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .usage
      )
    case .unknownTicket(let id):
      return (
        Phrase(es: "no existe el ticket #{id}", en: "there is no ticket #{id}"),
        Phrase(
          es: "«voc ticket list --status all» los muestra", en: "“voc ticket list --status all” shows them"),
        ["id": "\(id)"], .notFound
      )
    case .unknownCustomer(let name):
      return (
        Phrase(es: "ningún cliente es «{name}»", en: "no customer is “{name}”"),
        Phrase(es: "«voc customer list» los muestra", en: "“voc customer list” shows them"), ["name": name],
        .notFound
      )
    case .followUpLacks, .unknownSurveyWave, .moreHeldBackThanSent, .unknownBenchmark, .figureOutOfScale:
      return surveySentences
    case .severalCustomers(let name, let candidates):
      return (
        Phrase(es: "«{name}» puede ser {all}", en: "“{name}” may be {all}"),
        Phrase(es: "Se indica con el número del cliente", en: "Give the customer’s number"),
        ["name": name, "all": candidates.joined(separator: ", ")], .conflict
      )
    case .unknownMap(let name, let nearest):
      return (
        Phrase(es: "no hay un mapa guardado «{name}»", en: "no map is saved as “{name}”"),
        VocError.perhaps(
          nearest,
          else: Phrase(
            es: "Se escribe COLUMNA=CAMPO, o se guarda con --save-map",
            en: "Write COLUMN=FIELD, or save one with --save-map")),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .notFound
      )
    case .unknownBatch(let id):
      return (
        Phrase(es: "no existe el lote {id}", en: "there is no batch {id}"),
        Phrase(es: "«voc import list» los muestra", en: "“voc import list” shows them"), ["id": "\(id)"],
        .notFound
      )
    case .batchUndone(let id):
      return (
        Phrase(es: "el lote {id} ya se había deshecho", en: "batch {id} was undone before"),
        Phrase(es: "«voc import list» los muestra", en: "“voc import list” shows them"), ["id": "\(id)"],
        .conflict
      )
    case .unknownChannel(let name, let nearest):
      return (
        Phrase(es: "no existe el canal «{name}»", en: "there is no channel “{name}”"),
        VocError.perhaps(
          nearest,
          else: Phrase(
            es: "«voc channel list» los muestra y «voc channel add» da de alta otro",
            en: "“voc channel list” shows them and “voc channel add” adds another")),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .notFound
      )
    case .unknownAgent(let name, let nearest):
      return (
        Phrase(es: "no existe el agente «{name}»", en: "there is no agent “{name}”"),
        VocError.perhaps(
          nearest,
          else: Phrase(
            es: "«voc agent list» los muestra y «voc agent add» da de alta otro",
            en: "“voc agent list” shows them and “voc agent add” adds another")),
        ["name": name, "nearest": nearest.joined(separator: ", ")], .notFound
      )
    case .actorIsNoAgent(let name, let nearest):
      return (
        Phrase(es: "«{name}» no es un agente", en: "there is no agent “{name}”"),
        nearest.isEmpty
          ? Phrase(
            es: "Se da de alta con «voc agent add {word}», o se indica quién actúa con --as",
            en: "Add them with “voc agent add {word}”, or say who acts with --as")
          : Phrase(
            es: "Tal vez va con --as {nearest}; a otra persona la da de alta «voc agent add {word}»",
            en: "Perhaps it goes with --as {nearest}; “voc agent add {word}” adds somebody else"),
        [
          "name": name, "word": ShellWord.plain(name),
          "nearest": nearest.map(ShellWord.plain).joined(separator: ", "),
        ], .notFound
      )
    case .duplicateName(let name):
      return (
        Phrase(es: "ya existe «{name}»", en: "“{name}” exists already"),
        Phrase(es: "Conviene elegir otro nombre", en: "Choose another name"), ["name": name], .conflict
      )
    case .unknownCountry(let code):
      return (
        Phrase(es: "no se conoce el país «{code}»", en: "the country “{code}” is unknown"),
        Phrase(es: "Los códigos son {all}", en: "The codes are {all}"),
        ["code": code, "all": PhoneNumber.countries.joined(separator: ", ")], .usage
      )
    case .zoneIsSet(let channel, let zone):
      return (
        Phrase(
          es: "el canal «{channel}» ya da la hora de {zone}",
          en: "the channel “{channel}” tells the time of {zone} already"),
        Phrase(
          es: "Va sin --timezone, o con --channel y otro nombre",
          en: "Leave --timezone out, or give --channel and another name"),
        ["channel": channel, "zone": zone], .usage
      )
    case .notEmpty:
      return (
        Phrase(
          es: "la base de datos no está vacía; no se cambió nada",
          en: "the database is not empty; nothing was changed"),
        Phrase(
          es: "Los datos de muestra van en una nueva: --db ARCHIVO",
          en: "Demo data goes into a new one: --db FILE"), [:],
        .conflict
      )
    case .sameTicket, .ticketMerged, .ticketNotMerged, .nothingToUnmerge, .mergeIntoOver, .ticketsOfTwo,
      .noSuchMessage,
      .splitsNothing:
      return ticketMergeSentences(language)
    case .unknownMacro, .macroLacks, .emptyReply, .unknownCause: return wordingSentences
    case .unknownReply, .replySent, .replyFailed, .replyClaimed, .windowClosed, .badTemplateName,
      .replyOut:
      return outboxSentences(language) { instant in
        clock.map { Timestamp.display($0.localTime(of: instant), language) } ?? Timestamp.rfc3339(instant)
      }
    case .unknownAct, .nothingToUndo, .othersAct, .actUndone, .changedSince: return actSentences(language)
    case .sameCustomer, .mergedAlready, .notMerged, .severalMerges: return mergeSentences
    case .illegalMove, .taken, .notAssigned, .scoreOutOfScale: return ticketSentences(language)
    case .unreadableTime, .timeHasPassed:
      return promiseSentences { instant in
        clock.map { Timestamp.display($0.localTime(of: instant), language) } ?? Timestamp.rfc3339(instant)
      }
    case .unknownPolicy, .unknownAlert, .unknownQueue, .unknownSkill, .unknownCalendar, .unknownState,
      .unknownKind, .queueIsAlwaysThere, .unknownGroup, .noMember, .offered, .handOverToSelf, .notTheirs:
      return routingSentences
    case .filterTooLong, .unknownView, .viewExists, .badViewName, .emptyView, .searchWithoutWords,
      .searchOnlyDenies, .searchForSigns, .searchMixesWordsAndFields:
      return filterSentences
    case .fileNotFound, .fileExists, .fileUnreadable, .noExports, .missingProgram, .cannotCreate:
      return fileSentences(language)
    case .foreignDatabase, .newerDatabase, .storage: return databaseSentences
    }
  }

  private func ticketSentences(_ language: Language) -> Sentences {
    switch self {
    case .illegalMove(let act, let id, let status):
      return (
        Phrase(
          es: "no se puede {act} el ticket #{id}: está {status}",
          en: "you cannot {act} ticket #{id}: it is {status}"),
        VocError.remedy(act, status),
        ["act": act.phrase(language), "id": "\(id)", "status": status.phrase(language)], .conflict
      )
    case .taken(let id, let agent):
      return (
        Phrase(es: "el ticket #{id} ya lo tiene {agent}", en: "{agent} has ticket #{id} already"),
        Phrase(
          es: "Se le quita con «voc ticket assign {id} --to @me»",
          en: "Take it over with “voc ticket assign {id} --to @me”"),
        ["id": "\(id)", "agent": agent], .conflict
      )
    case .notAssigned(let id):
      return (
        Phrase(es: "el ticket #{id} no está asignado", en: "ticket #{id} is not assigned"),
        Phrase(
          es: "«voc ticket take {id}» lo asigna a quien actúa",
          en: "“voc ticket take {id}” assigns it to whoever acts"),
        ["id": "\(id)"], .conflict
      )
    case .scoreOutOfScale(let survey, let score):
      return (
        Phrase(es: "{score} no está en la escala de {survey}", en: "{score} is not on the scale of {survey}"),
        Phrase(es: "Va de {low} a {high}", en: "It goes from {low} to {high}"),
        [
          "score": "\(score)", "survey": survey.rawValue.uppercased(), "low": "\(survey.scale.lowerBound)",
          "high": "\(survey.scale.upperBound)",
        ], .usage
      )
    default: preconditionFailure("not about a ticket: \(self)")
    }
  }

  /// What to do when a ticket in this status refuses the act.
  private static func remedy(_ act: TicketAct, _ status: Ticket.Status) -> Phrase {
    switch (act, status) {
    case (_, .closed):
      Phrase(
        es: "Un ticket cerrado no cambia; se abre otro con «voc ticket create»",
        en: "A closed ticket does not change; open another with “voc ticket create”")
    case (.solve, .solved):
      Phrase(
        es: "No hace falta hacer nada; para cambiar la causa, antes se reabre con «voc ticket reopen {id}»",
        en: "Nothing is left to do; to change the cause, reopen it first: “voc ticket reopen {id}”")
    case (_, .solved):
      Phrase(
        es: "Antes se reabre con «voc ticket reopen {id}»", en: "Reopen it first: “voc ticket reopen {id}”")
    case (.close, _):
      Phrase(
        es: "Antes se resuelve con «voc ticket solve {id}»", en: "Solve it first: “voc ticket solve {id}”")
    case (.reopen, _):
      Phrase(
        es: "Sigue sin resolver, así que ya se puede trabajar en él",
        en: "It is unsolved, so it can be worked on as it is")
    default:
      Phrase(es: "«voc ticket view {id}» muestra su estado", en: "“voc ticket view {id}” shows its status")
    }
  }

  private func fileSentences(_ language: Language) -> Sentences {
    switch self {
    case .fileNotFound(let path):
      (
        Phrase(es: "no existe «{path}»", en: "“{path}” does not exist"),
        Phrase(es: "Conviene revisar la ruta", en: "Check the path"), ["path": path], .notFound
      )
    case .fileExists(let path):
      (
        Phrase(es: "ya existe «{path}»; no se tocó", en: "“{path}” exists already; it was not touched"),
        Phrase(es: "Conviene elegir otro nombre", en: "Choose another name"), ["path": path], .conflict
      )
    case .fileUnreadable(let path, let code):
      (
        Phrase(es: "no se pudo leer {path} ({reason})", en: "{path} could not be read ({reason})"),
        Phrase(es: "Conviene revisar los permisos", en: "Check the permissions"),
        ["path": path, "reason": SystemFailure.reason(code)(language)],
        .failure
      )
    case .noExports(let path):
      (
        Phrase(es: "la carpeta {path} no tiene ninguna exportación", en: "the folder {path} holds no export"),
        Phrase(
          es: "«voc import formats» muestra qué archivos se importan",
          en: "“voc import formats” shows which files can be imported"), ["path": path],
        .notFound
      )
    case .missingProgram(let name):
      (
        Phrase(es: "falta el programa {name}", en: "the program {name} is missing"),
        Phrase(
          es: "Se instala con «apt-get install {name}», o se da el archivo ya extraído",
          en: "Install it with “apt-get install {name}”, or give the file already extracted"), ["name": name],
        .failure
      )
    case .cannotCreate(let path, let code):
      (
        Phrase(es: "no se pudo crear {path} ({reason})", en: "{path} could not be made ({reason})"),
        Phrase(es: "Conviene revisar los permisos y el espacio", en: "Check the permissions and the space"),
        ["path": path, "reason": SystemFailure.reason(code)(language)], .failure
      )
    default: preconditionFailure("not about a file: \(self)")
    }
  }

  private var databaseSentences: Sentences {
    switch self {
    case .foreignDatabase:
      (
        Phrase(
          es: "la base de datos es de otra aplicación; no se tocó",
          en: "the database is another application’s; it was not touched"),
        Phrase(es: "Se elige otra con --db", en: "Choose another with --db"), [:], .failure
      )
    case .newerDatabase(let migration):
      (
        Phrase(
          es: "la base de datos es de una versión más nueva de voc ({migration}); no se tocó",
          en: "the database is of a newer voc ({migration}); it was not touched"),
        Phrase(es: "Conviene actualizar voc", en: "Update voc"), ["migration": migration], .failure
      )
    case .storage(let trouble): trouble.sentences
    default: preconditionFailure("not about the database: \(self)")
    }
  }

  static func perhaps(_ nearest: [String], else other: Phrase) -> Phrase {
    nearest.isEmpty ? other : Phrase(es: "Tal vez: {nearest}", en: "Perhaps: {nearest}")
  }
}
