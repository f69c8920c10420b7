import VocDesk
import VocDomain

/// `voc channel kind`
enum ChannelKind {
  static let verb = Verb(
    words: ["channel", "kind"],
    summary: Phrase(es: "Cambia de qué tipo es un canal", en: "Changes of what kind a channel is"),
    details: Phrase(
      es:
        "Vale también para lo que ya llegó por él: horarios, plazos y cifras son desde entonces los de su tipo. Los tipos conocidos son chat, email, in-person, phone, social, survey, video, web y whatsapp, también por su nombre en español (teléfono, correo, encuesta…); otro nombre es un tipo propio, salvo que se parezca a uno conocido.",
      en:
        "It counts for what has come in on it, too: hours, promises and figures are those of its kind from then on. The known kinds are chat, email, in-person, phone, social, survey, video, web and whatsapp, also by their names in Spanish and Portuguese; another name is a kind of your own, unless it is nearly a known one."
    ),
    positional: .init(
      name: Phrase(es: "CANAL TIPO", en: "CHANNEL KIND"), count: 2...2,
      summary: Phrase(es: "el nombre del canal, y su tipo", en: "the channel’s name, and its kind")),
    jsonFields: ChannelList.listing.fields,
    examples: ["voc channel kind Mostrador in-person", "voc channel kind \"Línea 800\" teléfono"],
    run: { invocation in
      let desk = try invocation.desk(for: .writing)
      let channel = try desk.setKind(invocation.positionals[1], ofChannel: invocation.positionals[0])
      if try desk.isFirst(ofOwnKind: channel) { noticeOwn(channel, invocation) }
      ChannelList.listing.write([channel], for: invocation)
      return .ok
    })

  /// That a channel's kind is a word of the business's own, which nobody should find out from a report.
  static func noticeOwn(_ channel: Channel, _ invocation: Invocation) {
    invocation.notice(
      Phrase(
        es:
          "«{kind}» es un tipo propio, aparte de los conocidos: {usual}. Otro se pone con «voc channel kind {word} TIPO».",
        en:
          "“{kind}” is a kind of your own, beside the known ones: {usual}. “voc channel kind {word} KIND” gives another."
      ),
      [
        "kind": channel.kind, "usual": Channel.usualKinds.joined(separator: ", "),
        "word": ShellWord.plain(channel.name),
      ])
  }
}
