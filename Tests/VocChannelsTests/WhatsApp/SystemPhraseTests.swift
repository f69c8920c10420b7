import Testing
import VocDomain

@testable import VocChannels

@Suite struct SystemPhraseTests {
  static let notices: [(text: String, language: SystemPhrase.Language, isGroup: Bool)] = [
    ("Los mensajes y las llamadas están cifrados de extremo a extremo. Toca para más.", .es, false),
    ("Ana creó el grupo \"X\"", .es, true), ("Ana te añadió", .es, true), ("Ana te agregó", .es, true),
    ("Ana añadió a Beto", .es, true), ("Beto se unió mediante el enlace de invitación", .es, true),
    ("Beto salió", .es, true), ("Beto salió del grupo", .es, true), ("Ana cambió el asunto", .es, true),
    ("Ana cambió la imagen", .es, true), ("Ana cambió el ícono del grupo", .es, true),
    ("Ahora eres admin. del grupo", .es, true), ("Te uniste mediante un enlace", .es, true),
    ("Ana cambió su número de teléfono. Pulsa para enviar un mensaje", .es, false),
    ("+52 1 cambió a +52 2", .es, false), ("Ana cambió tu código de seguridad", .es, false),
    ("Esta empresa utiliza un servicio seguro de Meta", .es, false), ("Ana es un contacto", .es, false),
    ("bloqueaste a este contacto", .es, false), ("Esperando este mensaje", .es, false),
    ("As mensagens são encriptadas de ponta a ponta", .pt, false), ("Lia criou o grupo \"X\"", .pt, true),
    ("Lia adicionou Rui", .pt, true), ("Rui entrou usando o link", .pt, true), ("Rui saiu", .pt, true),
    ("Lia mudou o assunto", .pt, true), ("Lia mudou de número", .pt, false),
    ("O código de segurança mudou", .pt, false), ("empresa usa um serviço seguro da Meta", .pt, false),
    ("mensagens temporárias", .pt, false),
    ("Messages and calls are end-to-end encrypted.", .en, false), ("Max created group \"X\"", .en, true),
    ("Max added Fern", .en, true), ("Fern joined using this group's invite link", .en, true),
    ("Fern joined from the community", .en, true), ("Fern left", .en, true),
    ("Max changed the subject", .en, true), ("You're now an admin", .en, true),
    ("Max changed their phone number", .en, false), ("Your security code with Max changed", .en, false),
    ("This business uses a secure service from Meta", .en, false), ("Max is a contact", .en, false),
    ("You blocked this contact", .en, false), ("Pia ha creato il gruppo", .it, true),
    ("La crittografia end-to-end", .it, false), ("Nachrichten sind Ende-zu-Ende-verschlüsselt", .de, false),
    ("Uwe hat die Gruppe „X“ erstellt", .de, true), ("chiffrés de bout en bout", .fr, false),
    ("Luc a créé le groupe", .fr, true),
  ]

  @Test(arguments: notices) func knowsTheNotice(text: String, language: SystemPhrase.Language, isGroup: Bool)
    throws
  {
    let found = try #require(Array(text.utf8).withUnsafeBytes { SystemPhrase.match(ByteView($0)) })
    #expect(found.language == language)
    #expect(found.isGroup == isGroup)
    let record = try #require(try Outcome("13/06/24, 10:00 - \(text)\n").records.first)
    #expect(record.kind == .system && record.sender == nil && record.text == text)
    #expect(record.flags == [])
  }

  @Test(arguments: ["hola, ¿cómo están?", "Ana Mora", "Tienda Luna", "", "+52 1 55"])
  func othersAreNone(text: String) {
    #expect(Array(text.utf8).withUnsafeBytes { SystemPhrase.match(ByteView($0)) } == nil)
  }

  @Test func aGroupSubjectWithAColonMakesNoSender() throws {
    let outcome = try Fixture.read("android-group-subject-colon.txt")
    #expect(outcome.survey.senders.map(\.name) == ["Ana Mora", "Beto Lugo"])
    #expect(outcome.kinds.filter { $0 == .system }.count == 7)
    #expect(outcome.records[2].text == "Beto Lugo cambió el asunto de \"Obra: torre\" a \"Obra: torre sur\"")
    #expect(outcome.records[2].sender == nil)
    #expect(outcome.records[3].text == "Llegó el cemento: veinte bultos")
    #expect(outcome.records[7].flags == .assumedSystem)
    #expect(outcome.records.filter { $0.flags.contains(.assumedSystem) }.count == 1)
    #expect(outcome.survey.isGroup)
  }

  @Test func weakWordsNeedAQuoteOrLengthAndComeOnce() throws {
    let odd = "13/06/24, 10:00 - Max added \"Site: north\" to the community\n"
    #expect(try Outcome(odd).records.first?.sender == nil)
    let named = "13/06/24, 10:00 - Old Max left town: hi\n13/06/24, 10:01 - Old Max left town: hi\n"
    #expect(try Outcome(named).survey.senders.first?.name == "Old Max left town")
  }
}
