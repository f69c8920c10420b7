/// A page of help that belongs to no verb.
struct HelpTopic: Sendable {
  enum Block: Sendable {
    case title(Phrase)
    case text(Phrase)
    /// What is explained on the left, the explanation on the right.
    case terms([(term: String, text: Phrase)])
    /// Lines that stand as they are.
    case verbatim(String)
  }

  let name: String
  let title: Phrase
  let blocks: [Block]

  static let all = [
    exitCodes, EnvironmentHelp.topic, FilterHelp.topic, JSONHelp.topic, PolicyHelp.topic,
  ]

  static let exitCodes = HelpTopic(
    name: "exit-codes", title: Phrase(es: "Códigos de salida", en: "Exit codes"),
    blocks: [.terms(ExitCode.allCases.map { (String($0.rawValue), $0.summary) })])
}
