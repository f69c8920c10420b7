extension MappedTable {
  /// Only tables whose usual headers leave no doubt: messages with author and conversation, or calls with both
  /// how they ended and how long they took.
  public static func recognises(_ head: ExportHead) -> Bool {
    guard let names = TableHead(head.bytes)?.header, !SurveyCSV.recognises(head),
      !EventLog.recognises(head), let columns = try? ColumnMap<TableField>(columns: names, map: [])
    else { return false }
    let keys = Set(names.map(HeaderKey.fold))
    // Tables of systems that have a format of their own.
    let others = ["sid", "callsid", "fivetransynced", "parentcallsid", "uuid", "linkedid", "responseid"]
    if !keys.isDisjoint(with: others) || !columns.has(.at) { return false }
    let hasAny = { (fields: [TableField]) in fields.contains(where: columns.has) }
    switch subject(of: columns) {
    case .messages:
      return columns.has(.author) && hasAny([.conversation, .ticket, .role, .direction]) && columns.has(.text)
    case .calls:
      return hasAny([.direction, .disposition]) && hasAny([.talk, .duration, .wait])
        && hasAny([.from, .to, .phone])
    case .tickets, nil:
      return false
    }
  }
}
