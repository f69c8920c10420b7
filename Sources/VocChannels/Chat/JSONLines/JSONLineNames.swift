import VocDomain

/// Which member of an object holds which field: those of a map first, then those with a usual name.
struct JSONLineNames {
  enum Meaning: Equatable {
    case field(TableField)
    /// An object (or only the name) of somebody: "author", "customer", "agent".
    case person(TableField)
    /// "private": the opposite of `public`.
    case hidden
    /// "fromMe": true for what the business wrote.
    case ours
    case score, survey
  }

  /// The fields of a column map by their names.
  private static let fields: [String: Meaning] = {
    var fields: [String: Meaning] = ["score": .score, "survey": .survey]
    for field in TableField.allCases { fields[field.rawValue] = meaning(of: field) }
    return fields
  }()

  private static let usual: [String: Meaning] = {
    var usual = ColumnMap<TableField>.usualHeaders().mapValues(meaning(of:))
    let others: [(Meaning, String)] = [
      (.hidden, "private isprivate privado privada esprivado interno internal"),
      (.ours, "fromme isfromme deminegocio"),
      (.field(.conversation), "chat thread threadid session sessionid sesion"),
      (.score, "score puntaje puntuacion calificacion pontuacao avaliacao rating stars estrellas"),
      (.survey, "survey surveytype encuesta tipodeencuesta pesquisa metrica metric"),
    ]
    for (meaning, names) in others {
      for name in names.split(separator: " ") { usual[String(name)] = meaning }
    }
    return usual
  }()

  private static func meaning(of field: TableField) -> Meaning {
    switch field {
    case .author, .name, .agent, .requester, .assignee, .from, .to: .person(field)
    default: .field(field)
    }
  }

  /// Paths of members as the map has them, with what they hold.
  let mapped: [(path: String, meaning: Meaning)]
  /// What is known of the names seen so far; nil for a name that means nothing.
  private var seen: [String: Meaning?] = [:]

  /// Throws `UnreadableExport.unknownField` for a pair in the map of which neither side is a field.
  init(map: [(column: String, field: String)] = []) throws {
    mapped = try map.map { left, right in
      if let meaning = Self.fields[right.lowercased()] { return (left, meaning) }
      if let meaning = Self.fields[left.lowercased()] { return (right, meaning) }
      throw UnreadableExport.unknownField(
        right, nearest: Nearest.names(to: right, among: Self.fields.keys.sorted()))
    }
  }

  /// Names come again line after line: each is folded once. Of a file with a name of its own for every value
  /// only the first thousand are kept.
  mutating func meaning(of name: String) -> Meaning? {
    if let known = seen[name] { return known }
    let folded = Self.usual[HeaderKey.fold(name)]
    let meaning = mapped.contains { $0.path == name || $0.meaning == folded } ? nil : folded
    if seen.count < 1000 { seen[name] = .some(meaning) }
    return meaning
  }
}
