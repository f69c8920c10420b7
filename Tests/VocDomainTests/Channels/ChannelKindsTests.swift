import Testing
import VocDomain

@Suite struct ChannelKindsTests {
  @Test(arguments: [
    ("phone", "phone"), ("Teléfono", "phone"), ("telefone", "phone"), (" correo ", "email"),
    ("Correo electrónico", "email"), ("e-mail", "email"), ("ENCUESTA", "survey"), ("pesquisa", "survey"),
    ("redes sociais", "social"), ("videollamada", "video"), ("presencial", "in-person"),
    ("WhatsApp", "whatsapp"),
    ("otro", "other"), ("formulario web", "web"), ("ligação", "phone"),
    // Kinds of one's own: one that a channel has as it is spelt there, and a new one.
    ("fax", "Fax"), ("telegram", "telegram"), ("viber", "viber"), ("sms", "sms"), ("kiosk-2", "kiosk-2"),
    ("telegrm", "telegrm"), ("faxs", "faxs"),
  ]) func whatIsMeant(word: String, kind: String) throws {
    #expect(try Channel.kind(said: word, among: ["Fax", "chat", "telegram", "kiosk-1"]) == kind)
  }

  @Test(arguments: [
    ("whatsap", ["whatsapp"]), ("watsap", ["whatsapp"]), ("telefno", ["phone"]), ("phnoe", ["phone"]),
    ("emial", ["email"]), ("corrreo", ["email"]), ("encueta", ["survey"]), ("chta", ["chat"]),
    ("wen", ["web"]),
    ("inperson", ["in-person"]),
  ]) func aSlipIsRefused(word: String, nearest: [String]) throws {
    #expect(throws: VocError.mistypedKind(word, nearest: nearest)) {
      try Channel.kind(said: word, among: ["telegram", "whatsapp"])
    }
  }

  @Test(arguments: ["", " ", "12", "a b c", "x\ny", "\u{1b}[31m", String(repeating: "a", count: 41)])
  func noWordIsNoKind(word: String) throws {
    #expect(throws: VocError.badKind(word)) { try Channel.kind(said: word, among: []) }
  }

  /// Nobody who names a kind as help does is sent elsewhere.
  @Test func eachUsualKindIsItself() throws {
    for kind in Channel.usualKinds {
      #expect(try Channel.kind(said: kind.uppercased(), among: []) == kind && !Channel.isOwn(kind: kind))
    }
    #expect(Channel.isOwn(kind: "fax") && !Channel.isOwn(kind: "other"))
  }
}
