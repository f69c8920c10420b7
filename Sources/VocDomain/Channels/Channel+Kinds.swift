/// The kinds of channels: those that most businesses have, and whatever a business calls one of its own.
extension Channel {
  /// The kinds that most businesses have.
  public static let usualKinds = [
    "chat", "email", "in-person", "phone", "social", "survey", "video", "web", "whatsapp",
  ]

  /// Whether a kind is the business's own: neither usual nor "other".
  public static func isOwn(kind: String) -> Bool { kind != "other" && !usualKinds.contains(kind) }

  /// The kind that a word means: its code, what people call it in Spanish, Portuguese or English, a kind of one's own
  /// that channels have, else a new one.
  ///
  /// Throws `VocError.mistypedKind` where it is nearly the name of a usual one, `badKind` where it is no word.
  public static func kind(said word: String, among own: [String]) throws -> String {
    let folded = Folding.folded(word).trimmed
    let usual = usualKinds.map { (word: $0, kind: $0) } + said
    if let match = usual.first(where: { $0.word == folded }) { return match.kind }
    if let match = own.first(where: { Folding.folded($0) == folded }) { return match }
    let isWord =
      folded.count <= 40 && folded.contains(where: \.isLetter)
      && folded.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    if !isWord { throw VocError.badKind(word) }
    let nearest = usual.filter { isSlip(folded, of: $0.word) }.map(\.kind)
    if !nearest.isEmpty { throw VocError.mistypedKind(word, nearest: Set(nearest).sorted()) }
    return folded
  }

  /// One edit in a short word, two in one of six letters or more: "fax" and "viber" are kinds of their own.
  private static func isSlip(_ word: String, of name: String) -> Bool {
    let limit = min(word.count, name.count) < 6 ? 1 : 2
    return Nearest.distance(Array(word.unicodeScalars), Array(name.unicodeScalars), limit: limit) <= limit
  }

  /// What people call the usual kinds, without case and accents.
  private static let said: [(word: String, kind: String)] = [
    ("whats", "whatsapp"), ("wasap", "whatsapp"), ("guasap", "whatsapp"),
    ("chat web", "chat"), ("webchat", "chat"),
    ("telefono", "phone"), ("telefone", "phone"), ("telephone", "phone"), ("telefonia", "phone"),
    ("llamada", "phone"), ("llamadas", "phone"), ("ligacao", "phone"), ("ligacoes", "phone"),
    ("call", "phone"),
    ("calls", "phone"),
    ("correo", "email"), ("correo electronico", "email"), ("e-mail", "email"), ("mail", "email"),
    ("encuesta", "survey"), ("encuestas", "survey"), ("pesquisa", "survey"), ("pesquisas", "survey"),
    ("red social", "social"), ("redes sociales", "social"), ("rede social", "social"),
    ("redes sociais", "social"), ("redes", "social"), ("social network", "social"),
    ("videollamada", "video"), ("videollamadas", "video"), ("videochamada", "video"), ("video call", "video"),
    ("formulario", "web"), ("formulario web", "web"), ("web form", "web"), ("sitio web", "web"),
    ("site", "web"),
    ("presencial", "in-person"), ("en persona", "in-person"), ("em pessoa", "in-person"),
    ("in person", "in-person"), ("sucursal", "in-person"), ("tienda", "in-person"), ("loja", "in-person"),
    ("other", "other"), ("otro", "other"), ("outro", "other"),
  ]

  /// The usual kind behind a channel's name, in Spanish, Portuguese or English; nil where it tells none.
  public static func kind(named name: String) -> String? {
    let folded = Folding.folded(name)
    return words.first { word, _ in folded.contains(word) }?.kind
  }

  private static let words: [(word: String, kind: String)] = [
    ("whats", "whatsapp"), ("wasap", "whatsapp"), ("guasap", "whatsapp"), ("wsp", "whatsapp"),
    ("chat", "chat"), ("telefon", "phone"), ("phone", "phone"), ("llamada", "phone"),
    ("ligac", "phone"), ("video", "video"), ("instagram", "social"), ("facebook", "social"),
    ("social", "social"),
    ("redes", "social"), ("tiktok", "social"), ("correo", "email"), ("mail", "email"), ("web", "web"),
    ("sucursal", "in-person"), ("tienda", "in-person"), ("presencial", "in-person"), ("encuesta", "survey"),
  ]
}
