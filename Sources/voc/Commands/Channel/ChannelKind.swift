import VocDesk
import VocDomain

/// `voc channel kind`
enum ChannelKind {
  static let verb = Verb(
    words: ["channel", "kind"],
    summary: Phrase(es: "Cambia de qué tipo es un canal", en: "Changes of what kind a channel is"),
    details: Phrase(
      es:
        "Vale también para lo que ya llegó por él: horarios y cifras quedan como si siempre hubiera sido de ese tipo, y los plazos de lo no resuelto son los de ese tipo desde ahora. Los tipos conocidos son chat, email, in-person, phone, social, survey, video, web y whatsapp, también por su nombre en español (teléfono, correo, encuesta…); otro nombre es un tipo propio, salvo que se parezca a uno conocido.",
      en:
        "It counts for what has come in on it, too: hours and figures are as if it had always been of that kind, and what is promised on unsolved tickets is that of the kind from now on. The known kinds are chat, email, in-person, phone, social, survey, video, web and whatsapp, also by their names in Spanish and Portuguese; another name is a kind of your own, unless it is nearly a known one."
    ),
    positional: .init(
      name: Phrase(es: "CANAL TIPO", en: "CHANNEL KIND"), count: 2...2,
      summary: Phrase(es: "el nombre del canal, y su tipo", en: "the channel’s name, and its kind")),
    jsonFields: ChannelList.listing.fields,
    examples: ["voc channel kind Mostrador in-person", "voc channel kind \"Línea 800\" teléfono"],
    run: { invocation in
      let desk = try invocation.desk(for: .writing)
      let change = try desk.setKind(invocation.positionals[1], ofChannel: invocation.positionals[0])
      if try desk.isOnlyOne(ofOwnKind: change.channel) { noticeOwn(change.channel, invocation) }
      if !change.policyPlaces.isEmpty { noticePolicy(change, invocation) }
      ChannelList.listing.write([change.channel], for: invocation)
      return .ok
    })

  /// That the policy goes on naming a kind that no channel is of: whoever corrects a word is to correct it there too.
  private static func noticePolicy(_ change: Desk.KindChange, _ invocation: Invocation) {
    invocation.notice(
      Phrase(
        es:
          "La configuración en vigor nombra todavía «{kind}», tipo que ya no es de ningún canal: {places}. Se corrige con «voc config apply».",
        en:
          "The policy in force still names “{kind}”, a kind that no channel is of any more: {places}. “voc config apply” corrects it."
      ),
      ["kind": change.oldKind, "places": change.policyPlaces.joined(separator: ", ")])
  }

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
