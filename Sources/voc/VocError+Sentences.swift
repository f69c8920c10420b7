import VocDomain

typealias Sentences = (what: Phrase, todo: Phrase, values: [String: String], exitCode: ExitCode)

extension VocError {
  /// What happened, what to do, the values in both, and how voc ends; times by the reader's clock, else in UTC.
  func sentences(_ language: Language, clock: ZoneClock? = nil) -> Sentences {
    func shown(_ instant: Instant) -> String {
      clock.map { Timestamp.display($0.localTime(of: instant), language) } ?? Timestamp.rfc3339(instant)
    }
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
    case .followUpLacks, .dayToCome, .yearToCome, .sameAnswer, .unknownSurveyWave, .moreHeldBackThanSent,
      .unknownBenchmark,
      .figureOutOfScale:
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
    case .importUndone(let id):
      return (
        Phrase(
          es: "la importación {id} se deshizo mientras corría; nada de ella queda",
          en: "import {id} was undone while it ran; nothing of it stays"),
        Phrase(
          es: "El mismo «voc import» otra vez la trae entera",
          en: "The same “voc import” again brings all of it"),
        ["id": "\(id)"], .conflict
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
    case .unknownMacro, .macroLacks, .emptyReply, .unknownCause, .noSuchCause: return wordingSentences
    case .unknownReply, .replySent, .replyFailed, .replyClaimed, .windowClosed, .badTemplateName,
      .replyOut:
      return outboxSentences(language, when: shown)
    case .unknownAct, .nothingToUndo, .othersAct, .actUndone, .changedSince: return actSentences(language)
    case .sameCustomer, .mergedAlready, .notMerged, .severalMerges: return mergeSentences
    case .illegalMove, .taken, .notAssigned, .scoreOutOfScale: return ticketSentences(language)
    case .unreadableTime, .timeHasPassed:
      return promiseSentences(shown)
    case .unknownPolicy, .unknownAlert, .unknownQueue, .unknownSkill, .unknownCalendar, .unknownState,
      .unknownKind, .queueIsAlwaysThere, .unknownGroup, .noMember, .offered, .handOverToSelf, .notTheirs:
      return routingSentences
    case .filterTooLong, .unknownView, .viewExists, .badViewName, .emptyView, .searchWithoutWords,
      .searchOnlyDenies, .searchForSigns, .searchMixesWordsAndFields:
      return filterSentences
    case .kindIsTold, .kindIsSet, .mistypedKind, .badKind: return channelSentences
    case .fileNotFound, .fileExists, .fileUnreadable, .noExports, .missingProgram, .cannotCreate:
      return fileSentences(language)
    case .foreignDatabase, .newerDatabase, .storage: return databaseSentences
    }
  }

  static func perhaps(_ nearest: [String], else other: Phrase) -> Phrase {
    nearest.isEmpty ? other : Phrase(es: "Tal vez: {nearest}", en: "Perhaps: {nearest}")
  }
}
