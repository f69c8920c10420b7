/// A turn of phrase by which a system notice is known.
struct SystemPhrase {
  enum Language: String, CaseIterable, Sendable { case es, pt, en, it, de, fr }

  let words: [UInt8]
  let language: Language
  /// Only groups have such notices.
  let isGroup: Bool
  /// Common enough in names and sentences that more than the words must speak for a notice.
  let isWeak: Bool

  /// The first phrase that `text` holds.
  static func match(_ text: ByteView, includingWeak: Bool = true) -> SystemPhrase? {
    // Notices are short; what a long text says further on is not a notice's.
    let head = text[0, 1024]
    return all.first { (includingWeak || !$0.isWeak) && head.contains($0.words) }
  }

  private static func table(
    _ language: Language, group: Bool = false, weak: Bool = false, _ phrases: [String]
  ) -> [SystemPhrase] {
    phrases.map { SystemPhrase(words: Array($0.utf8), language: language, isGroup: group, isWeak: weak) }
  }

  /// From the notices of the fixtures of Pustur/whatsapp-chat-parser, WhatsR (Languages.csv), whatstk and
  /// lappers-posts, and from real exports.
  static let all: [SystemPhrase] =
    table(
      .es,
      [
        "de extremo a extremo", "cambió su número de teléfono", "cambió de número",
        "código de seguridad", "servicio seguro de Meta", "cuenta de empresa", "es un contacto",
        "Bloqueaste a este contacto", "bloqueaste a este contacto", "Desbloqueaste a este contacto",
        "desbloqueaste a este contacto", "mensajes temporales", "Esperando este mensaje",
        "Esperando el mensaje",
        "privacidad avanzada del chat", "temporizador de mensajes", "llamada perdida", "Llamada perdida",
      ])
    + table(
      .es, group: true,
      [
        "creó el grupo", "creó este grupo", "creaste el grupo", "Creaste el grupo", "te añadió", "te agregó",
        "se unió usando", "se unió mediante", "se unió con el enlace", "se unió desde la comunidad",
        "Te uniste", "cambió el nombre del grupo", "cambió el nombre de", "cambió el asunto",
        "cambiaste el asunto", "Cambiaste el asunto", "Cambiaste el nombre", "cambió la descripción",
        "Cambiaste la descripción", "cambió la imagen", "cambió el ícono", "cambió el icono",
        "cambió la foto del grupo", "cambió la configuración", "cambió los ajustes",
        "Ahora eres admin", "ya no eres admin", "enlace de invitación", "salió del grupo", "eliminó a ",
      ])
    + table(.es, group: true, weak: true, ["añadió a ", "agregó a ", "añadiste a ", "Añadiste a ", "salió"])
    + table(.es, weak: true, ["cambió a "])
    + table(
      .pt,
      [
        "de ponta a ponta", "mudou de número", "mudou o número de telefone", "código de segurança",
        "serviço seguro da Meta", "conta comercial", "é um contato", "é um contacto",
        "Você bloqueou", "mensagens temporárias", "Aguardando mensagem", "privacidade avançada",
      ])
    + table(
      .pt, group: true,
      [
        "criou o grupo", "criou este grupo", "entrou usando o link", "entrou através do link",
        "entrou pelo link", "mudou o assunto", "mudou o nome do grupo", "mudou a imagem",
        "mudou a descrição", "alterou a descrição", "alterou o assunto", "Agora você é admin",
        "Você agora é admin", "saiu do grupo", "link de convite", "adicionou você",
      ])
    + table(.pt, group: true, weak: true, ["adicionou ", "saiu", "removeu "])
    + table(
      .en,
      [
        "end-to-end encrypt", "changed their phone number", "changed to +", "security code",
        "secure service from Meta", "business account", "is a contact", "You blocked this contact",
        "You unblocked this contact", "disappearing messages", "Waiting for this message",
        "advanced chat privacy", "message timer", "Missed voice call", "Missed video call",
        "missed voice call", "missed video call",
      ])
    + table(
      .en, group: true,
      [
        "created group", "created this group", "joined using this group", "joined using your invite",
        "joined using an invite", "joined from the community", "changed the subject",
        "changed the group name", "changed this group", "changed the group description",
        "now an admin", "no longer an admin", "You were added", "You were removed", "invite link",
        "left the group", "settings so only admins",
      ])
    + table(
      .en, group: true, weak: true, [" added ", "You added ", " removed ", " left", " joined", "changed to "])
    + table(
      .it, ["crittografia end-to-end", "crittografati", "codice di sicurezza", "ha cambiato numero"])
    + table(
      .it, group: true,
      [
        "ha creato il gruppo", "ha aggiunto ", "ha abbandonato", "ha cambiato l'oggetto",
        "ha cambiato il nome del gruppo", "ha cambiato l'immagine", "ha rimosso ",
      ])
    + table(.de, ["Ende-zu-Ende-verschlüssel", "Sicherheitsnummer", "hat die Telefonnummer"])
    + table(
      .de, group: true,
      [
        "hat die Gruppe", "hat den Betreff", "hat den Gruppennamen", "hat dich hinzugefügt",
        "hat das Gruppenbild", "hat die Gruppenbeschreibung", "hinzugefügt",
      ])
    + table(.fr, ["de bout en bout", "code de sécurité", "a changé de numéro"])
    + table(
      .fr, group: true,
      [
        "a créé le groupe", "a changé le sujet", "a changé l'objet", "a changé le nom du groupe",
        "vous a ajouté", "a rejoint le groupe", "a quitté le groupe", "a quitté", "a ajouté ",
      ])
}
