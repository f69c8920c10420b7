import VocDesk
import VocDomain

/// What happened, what to do and how voc ends, for any error that reaches the top.
struct Explanation {
  let what: String
  let todo: String
  let exitCode: ExitCode
  /// What else stands below the two sentences: lines with their line feeds.
  private(set) var details = ""

  /// Both as sentences of their own.
  var sentences: String { Explanation.sentences(what, todo) }

  static func sentences(_ what: String, _ todo: String) -> String {
    "\(what.capitalizedFirst). \(todo)."
  }

  /// The one place where errors become sentences; the business layer's errors get their cases here.
  ///
  /// `clock` is the one on the reader's wall.
  init(_ error: any Error, language: Language, clock: ZoneClock? = nil) {
    switch error {
    case let error as UsageError:
      self.init(error.what, error.todo, error.values, .usage, language)
    case let error as Refusal:
      self.init(error.what, error.todo, error.values, error.exitCode, language)
    case let error as VocError:
      let (what, todo, values, code) = error.sentences(language, clock: clock)
      self.init(what, todo, values, code, language)
    case let error as FilterError:
      let (what, todo, values, code) = error.sentences
      self.init(what, todo, values, code, language)
    case let error as MisreadFilter:
      let (what, todo, values, code) = error.error.sentences
      self.init(what, todo, values, code, language)
      details = error.marked
    case let error as QualityError:
      let (what, todo, values, code) = error.sentences
      self.init(what, todo, values, code, language)
    case let error as MacroError:
      let (what, todo, values, code) = error.sentences
      self.init(what, todo, values, code, language)
    case let error as PolicyProblems:
      self.init(error, language: language)
    case let error as SystemFailure:
      self.init(error, language: language)
    case let error where storageTrouble(of: error) != nil:
      let trouble = storageTrouble(of: error) ?? .corrupt
      let (what, todo, values, code) = VocError.storage(trouble).sentences(language)
      self.init(what, todo, values, code, language)
    default:
      // The type's name only: a description may quote what a customer wrote.
      self.init(
        Phrase(es: "ocurrió una falla interna ({type})", en: "an internal failure occurred ({type})"),
        Phrase(
          es: "Conviene repetir el comando; si vuelve a fallar, «voc doctor» revisa los datos",
          en: "Try the command again; if it fails again, “voc doctor” checks the data"),
        ["type": String(describing: type(of: error))], .failure, language)
    }
  }

  private init(_ error: PolicyProblems, language: Language) {
    let count = error.problems.count
    self.init(
      count == 1
        ? Phrase(
          es: "la configuración tiene un problema; no se cambió nada",
          en: "the policy has a problem; nothing was changed")
        : Phrase(
          es: "la configuración tiene {n} problemas; no se cambió nada",
          en: "the policy has {n} problems; nothing was changed"),
      Phrase(es: "«voc help policy» explica cada clave", en: "“voc help policy” explains every key"),
      ["n": "\(count)"], .usage, language)
    details = error.problems.map { $0.line(language) }.joined()
  }

  private init(_ error: SystemFailure, language: Language) {
    switch error {
    case .reading(let code):
      self.init(
        Phrase(es: "no se pudo leer la entrada ({reason})", en: "the input could not be read ({reason})"),
        Phrase(es: "Conviene revisar qué llega por la tubería", en: "Check what comes through the pipe"),
        ["reason": SystemFailure.reason(code)(language)], .failure, language)
    case .writing(let code):
      self.init(
        Phrase(
          es: "no se pudo escribir la salida ({reason})", en: "the output could not be written ({reason})"),
        Phrase(
          es: "La salida quedó incompleta; conviene revisar adónde va y el espacio en el disco",
          en: "The output is incomplete; check where it goes and the space on the disk"),
        ["reason": SystemFailure.reason(code)(language)], .failure, language)
    case .temporaryFile(let code):
      self.init(
        Phrase(
          es: "no se pudo usar un archivo temporal ({reason})",
          en: "a temporary file could not be used ({reason})"),
        Phrase(
          es: "TMPDIR elige otra carpeta, o bien el texto va con -m",
          en: "TMPDIR chooses another folder, or give the text with -m"),
        ["reason": SystemFailure.reason(code)(language)], .failure, language)
    case .editor(let command, let status):
      self.init(
        Phrase(
          es: "el editor «{command}» terminó con error ({status}); no se guardó nada",
          en: "the editor “{command}” ended with an error ({status}); nothing was saved"),
        Phrase(
          es: "VISUAL o EDITOR eligen el editor, o bien el texto va con -m",
          en: "VISUAL or EDITOR chooses the editor, or give the text with -m"),
        ["command": command, "status": String(status)], .failure, language)
    }
  }

  private init(
    _ what: Phrase, _ todo: Phrase, _ values: [String: String], _ code: ExitCode, _ language: Language
  ) {
    let safe = values.mapValues { Escaping.terminal($0) }
    self.what = what(language, safe)
    self.todo = todo(language, safe)
    exitCode = code
  }

  /// The two sentences as stderr shows them, and the details below.
  var line: String { head + details }

  private var head: String { "voc: \(what). \(todo).\n" }

  /// On stderr. What marks a place in a text stays below it.
  func write(in world: World) {
    world.remark(head)
    if !details.isEmpty { world.err(details) }
  }
}
