import VocDesk
import VocDomain

/// `voc channel list`
enum ChannelList {
  static let verb = Verb(
    words: ["channel", "list"],
    summary: Phrase(es: "Lista los canales", en: "Lists the channels"),
    jsonFields: ["id", "name", "kind", "zone", "country", "identities"],
    isListing: true, examples: ["voc channel list --json"],
    run: { invocation in
      let channels = try invocation.desk(for: .reading).channels()
      if channels.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "Todavía no hay canales: los crea «voc channel add» o la primera importación.",
            en: "There are no channels yet: “voc channel add” or the first import makes them."))
      }
      listing.write(channels, for: invocation)
      return .ok
    })

  static let listing = Listing<Channel>([
    .init(
      name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.id) },
      cell: { item, _ in .init("#\(item.id)") }),
    .init(
      name: "name", header: Phrase(es: "Canal", en: "Channel"), isFlexible: true, value: { .string($0.name) }),
    .init(name: "kind", header: Phrase(es: "Tipo", en: "Kind"), value: { .string($0.kind) }),
    .init(name: "zone", header: Phrase(es: "Zona horaria", en: "Time zone"), value: { .string($0.zone) }),
    .init(name: "country", header: Phrase(es: "País", en: "Country"), value: { JSON($0.country) }),
    .init(
      name: "identities", header: Phrase(es: "Nuestros nombres", en: "Our names"),
      value: { .array($0.identities.map(JSON.string)) },
      cell: { item, _ in .init(item.identities.joined(separator: ", ")) }),
  ])
}

/// `voc channel add`
enum ChannelAdd {
  static let verb = Verb(
    words: ["channel", "add"],
    summary: Phrase(es: "Da de alta un canal", en: "Adds a channel"),
    positional: .init(
      name: Phrase(es: "NOMBRE", en: "NAME"), count: 1...1,
      summary: Phrase(es: "cómo se llama", en: "what it is called")),
    options: [
      Option(
        names: ["--kind"], value: Phrase(es: "TIPO", en: "KIND"),
        summary: Phrase(
          es:
            "whatsapp, chat, phone, social, video, survey, email, web, in-person u otro; si no se dice, por el nombre",
          en:
            "whatsapp, chat, phone, social, video, survey, email, web, in-person or another; unless given, by the name"
        )
      ),
      Option(
        names: ["--timezone"], value: Phrase(es: "ZONA", en: "ZONE"),
        summary: Phrase(
          es: "zona IANA en que sus exportaciones dan la hora",
          en: "IANA zone in which its exports tell the time")),
      Option.country,
      Option(
        names: ["--us"], value: Phrase(es: "NOMBRE", en: "NAME"), isRepeatable: true,
        summary: Phrase(
          es: "un nombre con que la empresa aparece en él",
          en: "a name under which the business appears on it")),
    ],
    jsonFields: ["id", "name", "kind", "zone", "country", "identities"],
    examples: [
      "voc channel add \"WhatsApp Ventas\" --timezone America/Mexico_City --country MX --us \"Café Andino\""
    ],
    run: { invocation in
      let name = invocation.positionals[0].trimmed
      if name.isEmpty { throw UsageError.emptyName }
      let desk = try invocation.desk(for: .writing)
      let channel = try desk.addChannel(
        name: name, kind: invocation.string("--kind") ?? Channel.kind(named: name) ?? "chat",
        zone: invocation.string("--timezone"), country: invocation.string("--country"),
        identities: invocation.strings("--us"))
      if try desk.isOnlyOne(ofOwnKind: channel) { ChannelKind.noticeOwn(channel, invocation) }
      ChannelList.listing.write([channel], for: invocation)
      return .ok
    })
}

/// `voc channel identity`
enum ChannelIdentity {
  static let verb = Verb(
    words: ["channel", "identity"],
    summary: Phrase(
      es: "Cambia los nombres con que la empresa aparece en un canal",
      en: "Changes the names under which the business appears on a channel"),
    details: Phrase(
      es: "Vale para las próximas importaciones; lo ya importado queda como está.",
      en: "Counts for the imports to come; what was imported stays as it is."),
    positional: .init(
      name: Phrase(es: "CANAL", en: "CHANNEL"), count: 1...1,
      summary: Phrase(es: "el nombre del canal", en: "the channel’s name")),
    options: [
      Option(
        names: ["--add"], value: Phrase(es: "NOMBRE", en: "NAME"), isRepeatable: true,
        summary: Phrase(es: "un nombre que es nuestro", en: "a name that is ours")),
      Option(
        names: ["--remove"], value: Phrase(es: "NOMBRE", en: "NAME"), isRepeatable: true,
        summary: Phrase(es: "un nombre que no lo es", en: "a name that is not")),
    ],
    jsonFields: ChannelList.listing.fields,
    examples: ["voc channel identity WhatsApp --add \"Café Andino\" --remove \"Ana López\""],
    run: { invocation in
      let (added, removed) = (invocation.strings("--add"), invocation.strings("--remove"))
      if (added + removed).isEmpty || (added + removed).contains(where: \.trimmed.isEmpty) {
        throw UsageError(
          Phrase(es: "falta el nombre", en: "the name is missing"),
          Phrase(es: "Se indica con --add o --remove", en: "Give it with --add or --remove"))
      }
      let channel = try invocation.desk(for: .writing).changeIdentities(
        ofChannel: invocation.positionals[0], adding: added, removing: removed)
      ChannelList.listing.write([channel], for: invocation)
      return .ok
    })
}

extension UsageError {
  static let emptyName = UsageError(
    Phrase(es: "el nombre está vacío", en: "the name is empty"),
    Phrase(
      es: "Va como primer argumento, entre comillas si tiene espacios",
      en: "Give it as the first argument, in quotes if it has spaces"))
}
