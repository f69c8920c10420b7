import VocDomain

/// One object of a file of JSON lines, its texts by field.
struct JSONLine: FieldRow {
  let line: Int
  let order: DateOrder?
  let now: Instant?
  private(set) var score: JSONValue = .null
  private(set) var survey: String?
  /// Few enough to look through.
  private var texts: [(field: TableField, text: String)] = []

  init(_ value: JSONValue, line: Int, names: inout JSONLineNames, order: DateOrder?, now: Instant? = nil) {
    self.line = line
    self.order = order
    self.now = now
    texts.reserveCapacity(16)
    for (path, meaning) in names.mapped {
      take(value.has(path) ? value[path] : value[path: path], as: meaning)
    }
    for member in value.members {
      if let meaning = names.meaning(of: member.name) { take(member.value, as: meaning) }
    }
  }

  func has(_ field: TableField) -> Bool { self[field] != nil }

  subscript(field: TableField) -> String? { texts.first { $0.field == field }?.text }

  func time(_ field: TableField) throws -> RecordTime? {
    let read = cellTime(field)
    if read == .blank { return nil }
    guard let time = read.time(order, isUTC: false) else { throw trouble(.date, field) }
    if time.isNone && field.isLater { return nil }
    if !time.isPossible(at: now) { throw trouble(.impossibleDate, field) }
    return time
  }

  func cellTime(_ field: TableField) -> CellTime { self[field].map(CellTime.init) ?? .blank }

  func trouble(_ reason: ImportProblem.Reason, _ field: TableField) -> CellTrouble {
    CellTrouble(reason: reason)
  }

  private mutating func take(_ value: JSONValue, as meaning: JSONLineNames.Meaning) {
    switch meaning {
    case .field(let field): set(field, value.fieldText)
    case .person(let field):
      if case .object = value { take(person: value, as: field) } else { set(field, value.fieldText) }
    case .hidden: set(.public, value.truth.map { $0 ? "false" : "true" })
    case .ours: set(.role, value.truth.map { $0 ? "agent" : "customer" })
    case .score: if score.isNull { score = value }
    case .survey: survey = survey ?? value.fieldText
    }
  }

  /// The first member of a meaning that is not blank counts.
  private mutating func set(_ field: TableField, _ text: String?) {
    guard let text, !has(field) else { return }
    texts.append((field, text))
  }

  /// {"name": "Ana", "phone": "+52…", "email": …, "role": "customer"}: of an agent only the name.
  private mutating func take(person: JSONValue, as field: TableField) {
    let role = person.first(of: "role", "rol", "type", "tipo").fieldText
    let name = person.first(of: "name", "nombre", "nome", "full_name", "display_name").fieldText
    let email = person.first(of: "email", "correo", "mail").fieldText
    let phone = person.first(of: "phone", "telefono", "teléfono", "telefone", "phone_number").fieldText
    set(field, name ?? email ?? phone)
    let isOurs = field == .agent || field == .assignee || role.flatMap(RoleWord.init)?.role == .agent
    if field == .author, let role, RoleWord(role) != nil { set(.role, role) }
    if isOurs || field == .to { return }
    set(.email, email)
    set(.phone, phone)
  }
}

extension JSONValue {
  /// What a field of text makes of a value; an array's texts stand with commas between them.
  fileprivate var fieldText: String? {
    switch self {
    case .string(let text):
      let trimmed = text.utf8.first.map { $0 <= 0x20 } == true || text.utf8.last.map { $0 <= 0x20 } == true
      let bare = trimmed ? text.trimmed : text
      return bare.isEmpty ? nil : bare.utf8.contains(0x0D) ? bare.replacing("\r\n", with: "\n") : bare
    case .number(let text): return text
    case .bool(let value): return value ? "true" : "false"
    case .array(let elements):
      let texts = elements.compactMap(\.text)
      return texts.isEmpty ? nil : texts.joined(separator: ",")
    case .null, .object: return nil
    }
  }

  fileprivate var truth: Bool? { bool ?? fieldText.flatMap(TableWords.truth) }
}
