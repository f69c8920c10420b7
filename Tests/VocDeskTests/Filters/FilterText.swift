import VocDomain
import VocTesting

/// Writes filters of a small world, in which they often find something.
struct FilterText {
  var chance: Chance

  init(seed: UInt64) { chance = Chance(seed: seed) }

  static let names = ["Ana Peña", "ana pena", "Bo", "BO", "Zoë O'Neil", "x", "%_"]
  static let tags = ["vip", "reclamación", "reclamacion", "a-b", "ñ"]
  static let causes = ["Envío", "envio", "Pago", "otra causa"]
  static let languages = ["es", "es-MX", "ES-co", "pt-BR", "en"]
  static let countries = ["MX", "mx", "CO", "BR"]
  static let subjects = [
    "No llega mi pedido", "NO LLEGÓ", "Pedidó con e\u{301}nfasis", "", "100 % algodón_x", "straße",
    "  a   b ",
  ]
  static let words = ["llega", "llego", "pedido", "enfasis", "\"no llega\"", "%", "strasse", "\"a b\"", "_x"]
  static let queues = ["Ventas", "ventas", "Cola Ñandú", "vacia", "general"]

  mutating func filter(depth: Int = 3) -> String {
    switch depth == 0 ? 0 : chance.number(0...5) {
    case 1: (0..<chance.number(2...3)).map { _ in filter(depth: depth - 1) }.joined(separator: " ")
    case 2:
      "(" + (0..<chance.number(2...3)).map { _ in filter(depth: depth - 1) }.joined(separator: " OR ") + ")"
    case 3: "-(" + filter(depth: depth - 1) + ")"
    default: (chance.isTrue(oneIn: 4) ? "-" : "") + term()
    }
  }

  private mutating func one(_ values: [String]) -> String { chance.one(of: values) ?? "" }

  private mutating func list(_ make: (inout FilterText) -> String) -> String {
    (0..<chance.number(1...3)).map { _ in make(&self) }.joined(separator: ",")
  }

  private mutating func term() -> String {
    let fields = TicketFilter.Field.allCases
    guard let field = chance.one(of: fields), !chance.isTrue(oneIn: 12) else { return one(Self.words) }
    return field.rawValue + ":" + list { $0.value(field) }
  }

  private mutating func value(_ field: TicketFilter.Field) -> String {
    if field.mayBeEmpty && chance.isTrue(oneIn: 5) { return "none" }
    switch field {
    case .id: return bounded { "\($0.chance.number(1...160))" }
    case .status: return one(Ticket.Status.allCases.map(\.rawValue))
    case .priority: return bounded(["low", "normal", "high", "urgent"])
    case .channel: return quoted(one(["whatsapp", "WhatsApp", "Teléfono 2", "phone", "chat", "email"]))
    case .queue: return quoted(one(Self.queues))
    case .assignee:
      return chance.isTrue(oneIn: 4) ? "@me" : quoted(one(["Lucía", "lucia", "Diego Ruiz", "nadie"]))
    case .customer: return chance.isTrue(oneIn: 3) ? "#\(chance.number(1...9))" : quoted(one(Self.names))
    case .segment: return one(["A", "B", "C"])
    case .stage: return one(["land", "adopt", "expand", "renew"])
    case .language: return one(Self.languages)
    case .country: return one(Self.countries)
    case .tag: return quoted(one(Self.tags + ["nunca"]))
    case .cause: return quoted(one(Self.causes))
    case .cue: return one(Cue.allCases.map(\.rawValue))
    case .mood: return one(["negative", "positive"])
    case .created, .updated, .solved: return date()
    case .waiting, .due:
      return one(["<", "<=", ">", ">="]) + one(["-", ""]) + "\(chance.number(0...30))" + one(["h", "m", "d"])
    case .state: return one(["waiting", "unassigned", "unsolved", "breached", "promised", "follow-up"])
    }
  }

  private func quoted(_ name: String) -> String { "\"" + name + "\"" }

  private mutating func bounded(_ make: (inout FilterText) -> String) -> String {
    one(["", "", "<", "<=", ">", ">="]) + make(&self)
  }

  /// In their order, so that ranges are no error.
  private mutating func bounded(_ ordered: [String]) -> String {
    let (a, b) = (chance.number(0...ordered.count - 1), chance.number(0...ordered.count - 1))
    if chance.isTrue(oneIn: 3) { return ordered[min(a, b)] + ".." + ordered[max(a, b)] }
    return bounded { _ in ordered[a] }
  }

  private mutating func date() -> String {
    let days = ["2026-03-29", "2026-03-30T18:00", "2026-03-31", "yesterday", "today"]
    if chance.isTrue(oneIn: 3) { return one(["<", "<=", ">", ">="]) + one(["-1d", "-30h", "-90m"]) }
    return chance.isTrue(oneIn: 4)
      ? "2026-03-29..2026-03-31" : bounded(days)
  }
}
