/// A page of help that belongs to no verb.
struct HelpTopic: Sendable {
  let name: String
  let title: Phrase
  let body: @Sendable (Language) -> [(term: String, text: String)]

  static let all = [exitCodes]

  static let exitCodes = HelpTopic(
    name: "exit-codes", title: Phrase(es: "Códigos de salida", en: "Exit codes"),
    body: { language in
      ExitCode.allCases.map { (String($0.rawValue), $0.summary(language)) }
    })
}
