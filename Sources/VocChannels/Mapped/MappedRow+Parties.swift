import VocDomain

extension FieldRow {
  /// The customer as name, phone and e-mail columns tell them; nil where all are blank.
  ///
  /// - Parameter dialled: the number of the other side, where there is no phone column.
  func customer(named name: String?, dialled: String? = nil) throws -> PartyRecord? {
    for field in [TableField.phone, .from, .to] {
      if let number = self[field], SurveyCell.isDamagedPhone(number) { throw trouble(.phone, field) }
    }
    let phone = self[.phone] ?? dialled
    let email = self[.email]
    if name == nil && phone == nil && email == nil { return nil }
    return (name.map { PartyRecord(named: $0, role: .customer) } ?? PartyRecord(role: .customer))
      .reached(phone: phone, email: email)
  }

  /// What a cell's word means; throws a `CellTrouble` for a word that means nothing.
  func word<Value>(_ field: TableField, _ meaning: (String) -> Value?) throws -> Value? {
    guard let text = self[field] else { return nil }
    guard let value = meaning(text) else { throw trouble(.shape, field) }
    return value
  }

  /// A length of time in seconds; "-" is none. Throws a `CellTrouble` for what is no length of time.
  func length(_ field: TableField) throws -> Int64? {
    guard let text = self[field], text != "-" else { return nil }
    guard let seconds = TimeLength.seconds(text) else { throw trouble(.number, field) }
    return seconds
  }

  /// As of when the row is. A time without zone serves too: versions are compared among themselves only.
  var version: Instant? {
    get throws {
      switch try time(.updated) {
      case .instant(let instant): instant
      case .local(let local): Instant(unixSeconds: local.wallSeconds)
      case nil: nil
      }
    }
  }
}

extension PartyRecord {
  /// An agent by name or e-mail.
  init(agent name: String) {
    self.init(role: .agent)
    if name.contains("@") && !name.contains(" ") { email = name } else { self.name = name }
  }
}
