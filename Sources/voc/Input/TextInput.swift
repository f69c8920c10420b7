import VocDomain

/// The text that a verb sends or keeps: `-m`, else stdin, else what the person writes in their editor.
enum TextInput {
  static let option = Option(
    names: ["--message", "-m"], value: Phrase(es: "TEXTO", en: "TEXT"),
    summary: Phrase(
      es: "el texto; sin esta opción se lee de la entrada o se abre el editor",
      en: "the text; without this option it comes from the input or the editor"))

  /// What stands below this line in the editor is for reading only, as in git.
  static let scissors = "# ------------------------ >8 ------------------------"

  /// `context` is shown to the person in the editor and is no part of the text.
  static func read(
    _ invocation: Invocation, context: String = "", inputIsTaken: Bool = false
  ) throws -> String {
    let text: String
    if let given = invocation.string(option.name) {
      text = given
    } else if !invocation.world.inputIsTerminal {
      if inputIsTaken { throw missing }
      text = String(decoding: try invocation.world.readInput(), as: UTF8.self)
    } else {
      if !invocation.world.outputIsTerminal { throw missing }
      text = try edited(in: invocation.world, context: context)
    }
    let clean = text.trimmed
    if clean.isEmpty { throw empty }
    return clean
  }

  /// What the person makes of a text in their editor.
  static func edited(_ draft: String = "", in world: World, context: String) throws -> String {
    let edited = try world.edit(context.isEmpty ? draft : "\(draft)\n\(scissors)\n\(context)")
    return edited.range(of: scissors, options: []).map { String(edited[..<$0.lowerBound]) } ?? edited
  }

  private static let missing = UsageError(
    Phrase(es: "falta el texto", en: "the text is missing"),
    Phrase(es: "El texto va con -m", en: "Give it with -m"))

  static let empty = UsageError(
    Phrase(es: "el texto está vacío; no se hizo nada", en: "the text is empty; nothing was done"),
    Phrase(
      es: "El texto va con -m, por la entrada estándar o en el editor",
      en: "Give it with -m, on the input or in the editor"))
}
