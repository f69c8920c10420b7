import VocDesk
import VocDomain

/// `voc __complete`, which only the scripts of `voc completion` call: proposals for the word that is being typed.
///
///     voc __complete --position 2 -- voc ticket li        words as they are
///     voc __complete --shell zsh --position 2 -- voc …    words with the quotes of the shell
///     voc __complete --shell bash --breaks B --line "voc ticket li"
///
/// One proposal a line, after a tab what is said of it. A line that begins with a tab asks the shell for names of
/// files. It never fails and says nothing on stderr; it makes no database.
struct CompletionAnswer {
  static let word = "__complete"

  let verbs: [Verb]
  let world: World
  private var shell: String?
  private var breaks = ""
  private var line: String?
  private var position = 0
  private var words: [String] = []

  init(_ arguments: [String], verbs: [Verb], world: World) {
    self.verbs = verbs
    self.world = world
    var rest = arguments[...]
    while let name = rest.popFirst(), name != "--", let value = rest.popFirst() {
      switch name {
      case "--shell": shell = value
      case "--breaks": breaks = value
      case "--line": line = value
      case "--position": position = Int(value) ?? 0
      default: break
      }
    }
    words = Array(rest)
  }

  func write() {
    let typed = typed
    let before = Array(typed.words.dropFirst())
    let language = Arguments.language(in: before) ?? Language(environment: world.environment)
    let values = ValueCandidates(desk: desk(before), language: language)
    let completer = Completer(
      verbs: verbs, language: language,
      values: { values.candidates($0, typed: $1, given: $2) })
    for proposal in completer.proposals(after: before, typing: typed.current) {
      switch proposal {
      case .files(let begun): world.out("\t\(begun)\n")
      case .word(let candidate):
        let text = candidate.line { shell == "bash" ? typed.replacement($0) : $0 }
        if let text { world.out(text + "\n") }
      }
    }
  }

  /// What was typed up to the word that is being typed.
  private var typed: ShellLine {
    if let line { return ShellLine(line, breaks: breaks) }
    var typed = ShellLine("")
    let all = words.prefix(max(0, position) + 1)
    // fish has taken the quotes off all but the last.
    typed.words = all.prefix(max(0, position)).map { shell == "zsh" ? ShellLine.unquoted($0) : $0 }
    typed.current = all.count > position ? all.last ?? "" : ""
    if shell != nil { typed.current = ShellLine.unquoted(typed.current) }
    return typed
  }

  /// The last that the line gives to a common option.
  private static func value(of option: String, in words: [String]) -> String? {
    var value: String?
    for (index, word) in words.enumerated() {
      if word == option, index + 1 < words.count { value = words[index + 1] }
      if word.hasPrefix(option + "=") { value = String(word.dropFirst(option.count + 1)) }
    }
    return value
  }

  /// The database that the line names, as it is; nil where there is none.
  private func desk(_ words: [String]) -> Desk? {
    var path = CompletionAnswer.value(of: "--db", in: words)
    if let typed = path, typed.hasPrefix("~/"), let home = world.environment["HOME"] {
      path = home + typed.dropFirst()
    }
    let file = path ?? DataFile.path(world.environment)
    guard DataFile.exists(file) else { return nil }
    let actor =
      CompletionAnswer.value(of: "--as", in: words)
      ?? Language.firstSet(["VOC_AGENT"], in: world.environment) ?? world.loginName
    return try? Desk(
      path: file, for: .reading, actor: actor, systemZone: "UTC", patience: 0.2, now: world.now)
  }
}
