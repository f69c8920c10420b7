import VocDesk
import VocDomain

/// `voc config show`
enum ConfigShow {
  static let verb = Verb(
    words: ["config", "show"],
    summary: Phrase(
      es: "Muestra la configuración: horarios, canales, colas y plazos",
      en: "Shows the policy: hours, channels, queues and promises"),
    details: Phrase(
      es:
        "Es un documento JSON: se guarda en un archivo, se edita y se aplica con «voc config apply». «voc help policy» explica cada clave.",
      en:
        "It is a JSON document: keep it in a file, edit it and apply it with “voc config apply”. “voc help policy” explains every key."
    ),
    options: [
      Option(
        names: ["--version"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "una versión anterior; «voc config history» las lista",
          en: "a version of before; “voc config history” lists them")),
      Option(
        names: ["--all"],
        summary: Phrase(
          es: "también lo que rige de canales y reparto sin que nadie lo haya escrito",
          en: "also what holds of channels and routing without anybody having written it")),
    ],
    examples: ["voc config show > politica.json", "voc config show --version 2", "voc config show --all"],
    run: { invocation in
      let version = try invocation.int("--version", in: 1...1_000_000)
      let desk = try invocation.desk(for: .reading)
      let document =
        try invocation.flag("--all")
        ? desk.policyInForce(version: version.map(Int64.init))
        : desk.policyDocument(version: version.map(Int64.init))
      invocation.world.out(JSON(document).prettyText)
      return .ok
    })
}
