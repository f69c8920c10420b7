import VocDomain

/// Decides which column of a header holds which field.
enum SurveyColumns {
  /// The columns of the map first, then those with a usual name.
  ///
  /// Throws `UnreadableExport` for an unknown name in the map and for a header without a score.
  static func positions(_ columns: [String], options: SurveyTable.Options) throws -> [SurveyField: Int] {
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
    let keys = columns.map(HeaderKey.fold)
    for (column, name) in map {
      let fieldName = name.lowercased().filter { !$0.isWhitespace }
      guard let field = SurveyField(rawValue: fieldName) else {
        let names = SurveyField.allCases.map(\.rawValue)
        throw UnreadableExport.unknownField(name, nearest: Nearest.names(to: name, among: names))
      }
      let key = HeaderKey.fold(column)
      let alike = key.isEmpty ? nil : keys.firstIndex(of: key)
      guard let index = columns.firstIndex(of: column) ?? alike else {
        throw UnreadableExport.unknownColumn(column, nearest: Nearest.names(to: column, among: columns))
      }
      positions[field] = index
    }
    return positions
  }
}
