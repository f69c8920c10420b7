import VocDesk
import VocDomain

/// `voc customer value`
enum CustomerValue {
  static let verb = Verb(
    words: ["customer", "value"],
    summary: Phrase(es: "Anota cuánto vale un cliente para el negocio", en: "Keeps what a customer is worth"),
    details: Phrase(
      es:
        "«voc report customers» ordena a los clientes por este valor, en la unidad que use el negocio (ventas del año, por ejemplo). Sin MONTO muestra el anotado. Con --file lee una tabla CSV: el cliente (número, teléfono, correo o nombre) en la primera columna y el monto en la segunda. De quien absorbió a otros y no tiene valor propio, también tras --remove, vale la suma de los de ellos.",
      en:
        "“voc report customers” ranks customers by it, in whatever unit the business counts in (sales of the year, say). Without AMOUNT it shows what is kept. --file reads a CSV table: the customer (number, phone, e-mail or name) in the first column, the amount in the second. Whoever absorbed others and has no value of their own, as after --remove, is worth the sum of theirs."
    ),
    positional: .init(
      name: Phrase(es: "CLIENTE MONTO", en: "CUSTOMER AMOUNT"), count: 0...2,
      summary: Phrase(
        es: "el cliente, y cuánto vale: 1250 o 1250.50", en: "the customer, and the amount: 1250 or 1250.50")),
    options: [
      Option(
        names: ["--file"], value: Phrase(es: "ARCHIVO", en: "FILE"),
        summary: Phrase(es: "una tabla CSV de clientes y montos", en: "a CSV table of customers and amounts")),
      Option(
        names: ["--remove"], summary: Phrase(es: "borra el valor anotado", en: "takes the kept value back")),
      Option(
        names: ["--dry-run"],
        summary: Phrase(
          es: "muestra qué traería el archivo, sin anotarlo", en: "shows what the file would bring")),
    ],
    jsonFields: ["id", "name", "value", "kept", "refused"],
    examples: [
      "voc customer value \"Ana López\" 12500", "voc customer value --file ventas-2026.csv",
      "voc customer value 12 --remove",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let words = invocation.positionals
    if let path = invocation.string("--file") {
      if !words.isEmpty || invocation.flag("--remove") { throw tooMuch }
      return try readFile(path, invocation)
    }
    if invocation.flag("--dry-run") {
      throw UsageError(
        Phrase(es: "--dry-run va con --file", en: "--dry-run goes with --file"),
        Phrase(es: "Falta --file ARCHIVO", en: "Add --file FILE"))
    }
    guard let customer = words.first else {
      throw UsageError(
        Phrase(es: "falta el cliente", en: "the customer is missing"),
        Phrase(
          es: "Se escribe «voc customer value CLIENTE MONTO», o --file ARCHIVO",
          en: "Write “voc customer value CUSTOMER AMOUNT”, or --file FILE"))
    }
    let isRemoval = invocation.flag("--remove")
    if isRemoval && words.count > 1 { throw tooMuch }
    if words.count == 1 && !isRemoval {
      show(try invocation.desk(for: .reading).worth(ofCustomer: customer), invocation)
      return .ok
    }
    let amount = isRemoval ? nil : Amount.read(words[1])
    if !isRemoval && amount == nil {
      throw UsageError(
        Phrase(es: "«{value}» no es un monto, o puede ser dos", en: "“{value}” is no amount, or may be two"),
        Phrase(
          es: "Se escribe como 1250 o 1250.50, sin signo", en: "Write it like 1250 or 1250.50, without a sign"
        ),
        ["value": words[1]])
    }
    show(try invocation.desk(for: .writing).setWorth(amount, ofCustomer: customer), invocation)
    return .ok
  }

  private static let tooMuch = UsageError(
    Phrase(
      es: "se piden dos cosas a la vez: un archivo, un monto o --remove",
      en: "two things are asked at once: a file, an amount or --remove"),
    Phrase(es: "Va una sola", en: "Give one of them"))

  private static func show(_ worth: Desk.CustomerWorth, _ invocation: Invocation) {
    if let fields = invocation.jsonFields {
      let object = JSON.object([
        .init("id", .int(worth.customer.id)), .init("name", .string(worth.customer.name)),
        .init("value", JSON(worth.amount)),
      ])
      return invocation.print(object.selecting(fields).text)
    }
    let words = worth.text(invocation) ?? invocation.say(Phrase(es: "sin valor anotado", en: "no value kept"))
    invocation.print("#\(worth.customer.id) \(Escaping.line(worth.customer.name)): \(words)")
  }

  private static func readFile(_ path: String, _ invocation: Invocation) throws -> ExitCode {
    let isRehearsal = invocation.flag("--dry-run")
    let result = try invocation.desk(for: .writing).importWorths(fromFile: path, rehearsing: isRehearsal)
    if isRehearsal {
      invocation.notice(
        Phrase(es: "Así quedaría; no se cambió nada.", en: "This is what would be; nothing was changed."))
    }
    if let fields = invocation.jsonFields {
      let object = JSON.object([
        .init("kept", .int(Int64(result.kept))), .init("refused", .int(Int64(result.refusals.count))),
      ])
      invocation.print(object.selecting(fields).text)
    } else {
      invocation.print(kept(result.kept, in: invocation.numbers))
    }
    for refusal in result.refusals.prefix(shownRefusals) {
      invocation.notice(
        Phrase(es: "línea {line}, «{text}»: {reason}", en: "line {line}, “{text}”: {reason}"),
        [
          "line": "\(refusal.line)", "text": Escaping.line(refusal.text),
          "reason": reason(refusal.reason, invocation),
        ])
    }
    if result.refusals.count > shownRefusals {
      invocation.world.remark(more(result.refusals.count - shownRefusals, in: invocation.numbers) + "\n")
    }
    return result.refusals.isEmpty ? .ok : .partialImport
  }

  private static let shownRefusals = 20

  private static let more = CountedPhrase(
    one: Phrase(es: "…y {n} línea más", en: "…and {n} more line"),
    other: Phrase(es: "…y {n} líneas más", en: "…and {n} more lines"))

  private static let kept = CountedPhrase(
    one: Phrase(es: "Se anotó el valor de {n} cliente.", en: "Kept the value of {n} customer."),
    other: Phrase(es: "Se anotó el valor de {n} clientes.", en: "Kept the value of {n} customers."))

  private static func reason(_ refusal: Desk.WorthRefusal, _ invocation: Invocation) -> String {
    guard case .namedBefore(let line) = refusal else { return invocation.say(phrase(refusal)) }
    return invocation.say(phrase(refusal), ["first": "\(line)"])
  }

  private static func phrase(_ refusal: Desk.WorthRefusal) -> Phrase {
    switch refusal {
    case .namedBefore:
      Phrase(
        es: "es el mismo cliente de la línea {first}, que ya tiene su monto: falta sumarlos o quitar una",
        en: "it is the customer of line {first}, who has an amount already: add them up or drop one")
    case .unknownCustomer: Phrase(es: "ningún cliente es ese", en: "no customer is that")
    case .severalCustomers: Phrase(es: "puede ser más de un cliente", en: "may be more than one customer")
    case .unreadableAmount:
      Phrase(es: "no es un monto, o puede ser dos", en: "it is no amount, or may be two")
    case .unreadableLine: Phrase(es: "no es una línea de la tabla", en: "it is no line of the table")
    }
  }
}

/// An amount for people: no decimals where there are none.
enum AmountText {
  static func text(_ amount: Double, _ numbers: NumberStyle) -> String {
    numbers.decimal(amount, places: places(amount))
  }

  static func places(_ amount: Double) -> Int { amount == amount.rounded() ? 0 : 2 }
}

extension Desk.CustomerWorth {
  /// "vale 1,250", and of whom that was kept where it was not of them; nil where nothing is kept.
  func text(_ invocation: Invocation) -> String? {
    amount.map { amount in
      invocation.say(
        isOfAbsorbed
          ? Phrase(
            es: "vale {amount}, la suma de los clientes que absorbió",
            en: "worth {amount}, the sum of the customers they absorbed")
          : Phrase(es: "vale {amount}", en: "worth {amount}"),
        ["amount": AmountText.text(amount, invocation.numbers)])
    }
  }
}
