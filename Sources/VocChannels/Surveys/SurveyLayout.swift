import VocDomain

/// Which column of a survey table is what.
struct SurveyLayout: Sendable {
  /// A column with the answers to a question with a score.
  struct Score: Sendable {
    var cell: Int
    /// Nil where the row says, or whoever imports.
    var kind: SurveyKind?
    /// The question's id within the survey.
    var question: String
    /// Columns of one question (one for each choice) share their evidence.
    var group: Int
    /// Whoever imports named the column.
    var isGiven = false
  }

  /// How a row tells whether it is complete.
  enum Completion: Sendable {
    case always
    case qualtrics(status: Int?, finished: Int?, progress: Int?)
    /// Empty until the answer is submitted.
    case submitted(Int)
  }

  /// The names as people see them.
  var columns: [String]
  /// Rows above the first answer.
  var headerRows = 1
  var fields: [SurveyField: Int] = [:]
  var scores: [Score] = []
  var comments: [Int] = []
  /// The answer's time stands in the first of them that has one.
  var dates: [Int] = []
  var completion = Completion.always
  /// A row without a date is a problem.
  var isDateRequired = false
  /// Columns that tell nothing: durations, row numbers, a spreadsheet's trailing comma.
  var ignored: Set<Int> = []
  var datesAreUTC = false

  init(columns: [String]) { self.columns = columns }

  /// The columns that nothing reads.
  var others: [Int] {
    let taken = Set(fields.values).union(scores.map(\.cell)).union(comments).union(dates).union(ignored)
    return columns.indices.filter { !taken.contains($0) }
  }

  /// The comment columns of each score: the only one is everybody's, of several each belongs to the score
  /// before.
  func comments(of scores: [Score]) -> [[Int]] {
    guard comments.count > 1, scores.count > 1 else { return scores.map { _ in comments } }
    var owned: [[Int]] = scores.map { _ in [] }
    for comment in comments {
      let owner = scores.filter { $0.cell < comment }.max { $0.cell < $1.cell } ?? scores[0]
      for index in scores.indices where scores[index].group == owner.group { owned[index].append(comment) }
    }
    return owned
  }

  mutating func add(score cell: Int, kind: SurveyKind?, question: String, isGiven: Bool = false) {
    let same = scores.first { $0.question == question && $0.kind == kind }
    scores.append(
      Score(cell: cell, kind: kind, question: question, group: same?.group ?? scores.count, isGiven: isGiven))
  }

  /// Gives the columns of the map their fields; names may be a code or a question's text.
  ///
  /// - Returns: the columns that the map names.
  mutating func apply(
    _ map: [(column: String, field: String)], codes: [String], texts: [String], questions: [String]
  ) throws -> Set<Int> {
    var taken: Set<Int> = []
    for (column, name) in map {
      let field = try SurveyColumns.field(named: name)
      let index = try SurveyColumns.index(of: column, in: [codes, texts])
      taken.insert(index)
      if field.isScore {
        add(score: index, kind: field.kind, question: questions[index], isGiven: true)
      } else if field == .comment {
        comments.append(index)
      } else if field == .at {
        dates = [index]
      } else {
        fields[field] = index
      }
    }
    return taken
  }
}
