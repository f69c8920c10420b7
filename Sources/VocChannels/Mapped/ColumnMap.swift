import VocDomain

/// What a column of some table can hold; the raw values are the names of a column map.
protocol ColumnField: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// The usual headers of each field, folded, separated by blanks.
  static var usualHeaders: [(field: Self, names: String)] { get }
  /// Whether it is the time of what comes after what the row tells of, and may not have come yet.
  var isLater: Bool { get }
}

extension ColumnField {
  var isLater: Bool { false }
}

/// Which column of a table holds which field: the columns of the map first, then those with a usual name.
struct ColumnMap<Field: ColumnField>: Sendable {
  /// The header's names; the columns' numbers from 1 for a table without header.
  let columns: [String]
  let positions: [Field: Int]

  /// Throws `UnreadableExport` for a name in the map that is no field or no column.
  ///
  /// - Parameter usual: the fields by their usual headers, see `usualHeaders()`.
  init(
    columns: [String], map: [(column: String, field: String)], usual: [String: Field] = Self.usualHeaders()
  ) throws {
    self.columns = columns
    let keys = columns.map(HeaderKey.fold)
    func position(_ name: String) -> Int? {
      let key = HeaderKey.fold(name)
      return columns.firstIndex(of: name) ?? (key.isEmpty ? nil : keys.firstIndex(of: key))
    }
    var positions: [Field: Int] = [:]
    for (left, right) in map {
      if let field = Self.field(right), let index = position(left) {
        positions[field] = index
      } else if let field = Self.field(left), let index = position(right) {
        positions[field] = index
      } else if Self.field(right) ?? Self.field(left) == nil {
        let names = Field.allCases.map(\.rawValue)
        throw UnreadableExport.unknownField(right, nearest: Nearest.names(to: right, among: names))
      } else {
        let name = Self.field(right) == nil ? right : left
        throw UnreadableExport.unknownColumn(name, nearest: Nearest.names(to: name, among: columns))
      }
    }
    let taken = Set(positions.values)
    for (index, key) in keys.enumerated() where !taken.contains(index) {
      guard let field = usual[key], positions[field] == nil else { continue }
      positions[field] = index
    }
    self.positions = positions
  }

  subscript(field: Field) -> Int? { positions[field] }

  func has(_ field: Field) -> Bool { positions[field] != nil }

  /// Whether every column of the map is a number ("3", "#3"): then the table has no header.
  static func isHeaderless(_ map: [(column: String, field: String)]) -> Bool {
    !map.isEmpty && map.allSatisfy { isNumber($0.column) || (field($0.column) != nil && isNumber($0.field)) }
  }

  static func usualHeaders() -> [String: Field] {
    var table: [String: Field] = [:]
    for (field, names) in Field.usualHeaders {
      for name in names.split(whereSeparator: \.isWhitespace) { table[String(name)] = field }
    }
    return table
  }

  private static func field(_ name: String) -> Field? {
    Field(rawValue: name.lowercased().filter { !$0.isWhitespace })
  }

  private static func isNumber(_ name: String) -> Bool {
    let digits = name.trimmed.drop { $0 == "#" }
    return (1...4).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) }
  }
}
