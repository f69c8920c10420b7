import VocDomain

extension VocError {
  /// About the kinds of channels.
  var channelSentences: Sentences {
    switch self {
    case .kindIsTold:
      (
        Phrase(
          es: "estos archivos ya dicen de qué tipo es su canal",
          en: "these files tell already of what kind their channel is"),
        Phrase(es: "Va sin --kind", en: "Leave --kind out"), [:], .usage
      )
    case .kindIsSet(let channel, let kind):
      (
        Phrase(
          es: "el canal «{channel}» ya es de tipo {kind}",
          en: "the channel “{channel}” is of kind {kind} already"
        ),
        Phrase(
          es:
            "Va sin --kind, o con --channel y otro nombre; «voc channel kind {word} TIPO» cambia el del canal",
          en:
            "Leave --kind out, or give --channel and another name; “voc channel kind {word} KIND” changes the channel’s"
        ),
        ["channel": channel, "kind": kind, "word": ShellWord.plain(channel)], .usage
      )
    case .mistypedKind(let word, let nearest):
      (
        Phrase(es: "«{word}» no es un tipo de canal", en: "“{word}” is no kind of channel"),
        Phrase(
          es: "¿Quiso decir {nearest}? Un tipo propio lleva un nombre que no se confunda con uno conocido",
          en: "Did you mean {nearest}? A kind of your own needs a name that is not nearly a known one"),
        ["word": word, "nearest": nearest.joined(separator: ", ")], .usage
      )
    case .badKind(let word):
      (
        Phrase(
          es: "un tipo de canal no se puede llamar «{word}»",
          en: "a kind of channel cannot be called “{word}”"),
        Phrase(
          es: "Los conocidos son {usual}; uno propio se escribe con letras, cifras y guiones, hasta 40",
          en:
            "The known ones are {usual}; one of your own is written in letters, digits and hyphens, up to 40"),
        ["word": word, "usual": Channel.usualKinds.joined(separator: ", ")], .usage
      )
    default: preconditionFailure("not about a kind of channel: \(self)")
    }
  }
}
