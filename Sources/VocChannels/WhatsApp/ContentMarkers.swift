/// The words that WhatsApp writes in place of what is not text.
///
/// Gathered from real exports and from the fixtures and tables of whatstk, WhatsR (Languages.csv), chat-miner,
/// Pustur/whatsapp-chat-parser and WhatsAppExportViewer. All in lower case as far as ASCII goes.
enum ContentMarkers {
  /// Between "<" and ">", for media that the exporter left out.
  static let omittedTags = bytes([
    "multimedia omitido", "media omitted", "mídia oculta", "mídia omitida", "arquivo de mídia oculto",
    "ficheiro não revelado", "medien ausgeschlossen", "médias omis", "media omessi", "video message omitted",
    "mensaje de video omitido", "archivo omitido", "image omitted", "video omitted", "audio omitted",
  ])

  /// How iOS says that it left something out: any noun, then one of these.
  static let omittedWords = bytes([
    "omitido", "omitida", "omitted", "ocultado", "ocultada", "oculto", "oculta", "weggelassen", "omis",
    "omise",
    "omesso", "omessa", "omessi",
  ])

  /// What iOS leaves out, for lines whose invisible mark was lost on the way.
  static let omittedNouns = bytes([
    "imagen", "foto", "video", "vídeo", "audio", "sticker", "gif", "documento", "tarjeta de contacto",
    "nota de video", "image", "photo", "document", "contact card", "video note", "imagem", "áudio",
    "figurinha",
    "cartão de contato", "ficha de contacto", "bild", "dokument", "kontaktkarte", "immagine", "vidéo",
    "scheda contatto", "fiche contact",
  ])

  static let contactCards = bytes([
    "tarjeta de contacto", "contact card", "cartão de contato", "ficha de contacto", "kontaktkarte",
    "scheda contatto", "fiche contact",
  ])

  /// After "<" and before ": name>" (iOS).
  static let attachedTags = bytes([
    "adjunto", "archivo adjunto", "attached", "anexado", "anexo", "anhang", "pièce jointe", "allegato",
  ])

  /// In parentheses after the name (Android).
  static let attachedLabels = bytes([
    "archivo adjunto", "file attached", "arquivo anexado", "ficheiro anexado", "ficheiro em anexo",
    "datei angehängt", "fichier joint", "file allegato",
  ])

  /// The whole of a deleted message, without the full stop.
  static let deleted = bytes([
    "se eliminó este mensaje", "eliminaste este mensaje", "este mensaje fue eliminado",
    "este mensaje se eliminó", "se ha eliminado este mensaje", "this message was deleted",
    "you deleted this message", "essa mensagem foi apagada", "esta mensagem foi apagada",
    "você apagou esta mensagem", "você apagou essa mensagem", "mensagem apagada", "apagou esta mensagem",
    "diese nachricht wurde gelöscht", "du hast diese nachricht gelöscht", "ce message a été supprimé",
    "vous avez supprimé ce message", "questo messaggio è stato eliminato",
    "hai eliminato questo messaggio",
  ])

  /// How a message begins and ends that an administrator deleted.
  static let deletedByAdmin: [(start: [UInt8], end: [UInt8])] = [
    (Array("un admin".utf8), Array("eliminó este mensaje".utf8)),
    (Array("this message was deleted by admin".utf8), []),
    (Array("um admin".utf8), Array("apagou esta mensagem".utf8)),
  ]

  /// Between "<" and ">" at the end of a message that its author changed, without the full stop.
  static let edited = bytes([
    "se editó este mensaje", "este mensaje se editó", "this message was edited", "mensagem editada",
    "esta mensagem foi editada", "diese nachricht wurde bearbeitet", "questo messaggio è stato modificato",
    "ce message a été modifié",
  ])

  /// Opens a poll, in capitals.
  static let polls = bytes([
    "ENCUESTA:", "POLL:", "ENQUETE:", "UMFRAGE:", "SONDAGGIO:", "SONDAGE :", "SONDAGE:",
  ])
  static let pollOptions = bytes(["OPCIÓN:", "OPTION:", "OPÇÃO:", "OPZIONE:", "OPTION :"])

  /// Before ": http".
  static let locations = bytes([
    "ubicación", "location", "localização", "standort", "posizione", "position", "localisation",
  ])

  /// The whole of a shared place that moves.
  static let liveLocations = bytes([
    "ubicación en tiempo real compartida", "live location shared", "localização em tempo real compartilhada",
    "localização atual partilhada", "live-standort wird geteilt", "localisation en direct partagée",
    "posizione in tempo reale condivisa",
  ])

  /// A call, alone or before ", " and how it went.
  static let calls = bytes([
    "voice call", "video call", "missed voice call", "missed video call", "silenced voice call",
    "silenced video call", "missed group voice call", "missed group video call", "llamada de voz perdida",
    "llamada de voz", "llamada perdida", "videollamada perdida", "videollamada", "llamada", "llamada grupal",
    "ligação de voz perdida", "ligação de vídeo perdida", "ligação de voz", "ligação de vídeo",
    "chamada de voz perdida", "chamada de vídeo perdida", "chamada de voz", "chamada de vídeo",
    "chamada perdida", "sprachanruf", "verpasster sprachanruf", "videoanruf", "verpasster videoanruf",
    "appel vocal", "appel vocal manqué", "appel vidéo", "appel vidéo manqué", "chiamata vocale",
    "chiamata vocale persa", "videochiamata", "videochiamata persa",
  ])

  private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
}

extension ByteView {
  /// One of `needles`, but for the case of ASCII letters.
  func isAny(of needles: [[UInt8]]) -> Bool {
    for needle in needles where equalsIgnoringCase(needle) { return true }
    return false
  }
}
