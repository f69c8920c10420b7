public import VocDomain

/// Why a file cannot be read at all; trouble with single lines is an `ImportProblem` instead.
public enum UnreadableExport: Error, Equatable, Sendable {
  case empty
  /// Not text: a NUL or a control byte within the first kilobytes, an image, a database.
  case binary
  /// Text in an encoding that this format does not come in; the name of the likely one.
  case encoding(String)
  /// Text without one line that opens a record.
  case noHeader
  /// A table whose header row lacks a field that the format needs; the columns that are there.
  case missingColumns(needed: [String], found: [String])
  /// A name in a column map that is no column of the file, or no field.
  case unknownColumn(String, nearest: [String])
  case unknownField(String, nearest: [String])
  /// A column that was said to hold the scores of a survey, and holds numbers of a longer scale: the first of
  /// them, its line, and its place in the line, in characters from 1.
  case beyondScale(column: String, SurveyKind, value: String, line: Int, place: Int?)
  /// A column that was said to hold the scores of a survey, and holds words without a place on its scale: the first of
  /// them, its line, and its place in the line, in characters from 1.
  case unplacedWord(column: String, SurveyKind, word: String, line: Int, place: Int?)
}
