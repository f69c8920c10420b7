import VocDomain

/// Decides which column of a header holds which field.
enum SurveyColumns {
  /// The columns of the map first, then those with a usual name.
  ///
  /// Throws `UnreadableExport` for an unknown name in the map and for a header without a score.
  static func positions(_ columns: [String], options: ReadingOptions) throws -> [SurveyField: Int] {
    var positions = try mapped(columns, options.map)
    let hasGivenScore = positions.keys.contains { $0.isScore }
    let taken = Set(positions.values)
    for (index, column) in columns.enumerated() where !taken.contains(index) {
      guard let field = SurveyField.recognised(column), positions[field] == nil else { continue }
      if hasGivenScore && field.isScore { continue }
      positions[field] = index
    }
    // "Nota" beside "NPS" is a note rather than the score of an unnamed survey.
    let isSurveyKnown = positions[.survey] != nil || options.survey != nil
    if !hasGivenScore && !isSurveyKnown && positions.keys.contains(where: { $0.kind != nil }) {
      positions[.score] = nil
    }
    guard positions.keys.contains(where: { $0.isScore }) else {
      throw UnreadableExport.missingColumns(needed: [SurveyField.score.rawValue], found: columns)
    }
    return positions
  }

  private static func mapped(
    _ columns: [String], _ map: [(column: String, field: String)]
  ) throws -> [SurveyField: Int] {
    var positions: [SurveyField: Int] = [:]
    for (column, name) in map { positions[try field(named: name)] = try index(of: column, in: [columns]) }
    return positions
  }

  static func field(named name: String) throws -> SurveyField {
    let fieldName = name.lowercased().filter { !$0.isWhitespace }
    guard let field = SurveyField(rawValue: fieldName) else {
      let names = SurveyField.allCases.map(\.rawValue)
      throw UnreadableExport.unknownField(name, nearest: Nearest.names(to: name, among: names))
    }
    return field
  }

  /// The column of that name under one of several ways to name them: to the letter, else alike.
  static func index(of column: String, in names: [[String]]) throws -> Int {
    let key = HeaderKey.fold(column)
    let exact = names.lazy.compactMap { $0.firstIndex(of: column) }.first
    let alike =
      key.isEmpty ? nil : names.lazy.compactMap { $0.firstIndex { HeaderKey.fold($0) == key } }.first
    guard let index = exact ?? alike else {
      let known = names.flatMap(\.self)
      throw UnreadableExport.unknownColumn(column, nearest: Nearest.names(to: column, among: known))
    }
    return index
  }
}
