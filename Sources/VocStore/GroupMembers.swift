import SQLite
import VocDomain

/// The members of a report's group that rows belong to, by their numbers in `names`: those of a few rows are looked up,
/// those of more read in one pass.
public final class GroupMembers {
  /// 0 is the empty name, of rows that belong to nothing.
  public private(set) var names = [""]
  private let database: Database
  /// Nil where all rows belong to the empty name.
  let group: ReportGroup?
  private var numbers = ["": 0]
  private var known = NumbersByID()
  private var lookedUp = 0
  private var isWhole = false

  /// How many are looked up before all are read.
  private let fewRows: Int

  /// Looking up the members of 50,000 takes about as long as reading those of a million; where there are 10,000 there are
  /// mostly many more.
  init(_ group: ReportGroup?, in database: Database, fewRows: Int = 10_000) {
    (self.group, self.database, self.fewRows) = (group, database, fewRows)
  }

  /// The numbers of a row's members: one with several tags has several; 0 for nothing and where there is no row.
  public func each(ofRow row: Int64?, _ body: (Int) -> Void) throws {
    guard let row else { return body(0) }
    if known.each(of: row, body) { return }
    if !isWhole { try learn(row) }
    if !known.each(of: row, body) { body(0) }
  }

  private func learn(_ row: Int64) throws {
    guard let group else { return }
    if lookedUp == fewRows { return try readAll(group) }
    lookedUp += 1
    var found: [Int] = []
    try database.statement(group.membersOfRow).run([row]) { found.append(number(of: $0.text(0))) }
    for number in found.isEmpty ? [0] : found { known.add(number, to: row) }
  }

  private func readAll(_ group: ReportGroup) throws {
    known = NumbersByID()
    isWhole = true
    // Equal members often follow each other.
    var last = (name: "", number: 0)
    try database.statement(group.everyMember).run([]) { row in
      let name = row.text(1)
      if name != last.name { last = (name, number(of: name)) }
      known.add(last.number, to: row.int(0))
    }
  }

  private func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}

extension Store {
  public func members(of group: ReportGroup?) -> GroupMembers { GroupMembers(group, in: database) }
}
