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
          en: "a version of before; “voc config history” lists them"))
    ],
    examples: ["voc config show > politica.json", "voc config show --version 2"],
    run: { invocation in
      let version = try invocation.int("--version", in: 1...1_000_000)
      let document = try invocation.desk(for: .reading).policyDocument(version: version.map(Int64.init))
      invocation.world.out(JSON(document).prettyText)
      return .ok
    })
}
