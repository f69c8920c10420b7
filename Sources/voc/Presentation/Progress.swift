/// One line on stderr that says how far a long job is; only for people who look at a terminal.
///
/// Says nothing in the first second, then at most ten times a second, and clears itself.
final class Progress {
  private let label: Phrase
  private let total: Int?
  private let language: Language
  private let numbers: NumberStyle
  private let world: World
  private let start: Double
  private var nextUpdate: Double
  private var isShown = false

  /// `total` is nil where nobody knows it.
  init(_ label: Phrase, total: Int? = nil, for invocation: Invocation) {
    self.label = label
    self.total = total
    language = invocation.language
    numbers = invocation.numbers
    world = invocation.world
    start = world.uptime()
    nextUpdate = start + 1
  }

  func advance(to count: Int) {
    guard world.errorIsTerminal else { return }
    let now = world.uptime()
    if now < nextUpdate { return }
    nextUpdate = now + 0.1
    isShown = true
    world.err(
      "\r" + DisplayWidth.truncated(line(count, elapsed: now - start), to: world.width - 1) + "\u{1B}[K")
  }

  /// Leaves the line empty, for what comes next.
  func finish() {
    if isShown { world.err("\r\u{1B}[K") }
    isShown = false
  }

  /// Such as "Importando 12,300 de 50,000 · 61,000/s · faltan 3 s".
  private func line(_ count: Int, elapsed: Double) -> String {
    let rate = elapsed > 0 ? Double(count) / elapsed : 0
    var text = "\(label(language)) \(numbers.integer(count))"
    if let total {
      text += Phrase(es: " de {total}", en: " of {total}")(language, ["total": numbers.integer(total)])
    }
    text += " · \(numbers.decimal(rate, places: rate < 10 ? 1 : 0))/s"
    if let total, rate > 0, total > count {
      let left = RelativeTime.length(Int64((Double(total - count) / rate).rounded(.up)), language)
      let phrase =
        left.hasPrefix("1 ")
        ? Phrase(es: " · falta {left}", en: " · {left} left")
        : Phrase(es: " · faltan {left}", en: " · {left} left")
      text += phrase(language, ["left": left])
    }
    return text
  }
}
