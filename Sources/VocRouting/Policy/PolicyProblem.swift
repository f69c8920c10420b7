public import VocDomain

/// Something wrong in a policy document, with where it stands.
public struct PolicyProblem: Error, Equatable, Sendable {
  public enum What: Equatable, Sendable {
    /// What stands there instead of, say, a list.
    case wrongType(expected: Expected)
    case unknownKey(String, nearest: [String])
    /// A value or name that is none of those possible here.
    case unknownName(String, nearest: [String], allowed: [String] = [])
    case missing(String)
    case duplicate(String)
    /// Days that have their hours already, under another key or earlier in the same.
    case repeatedDays([String], in: String)
    case badDuration(String)
    case badHours(String)
    case badDate(String)
    case outOfRange(Int64, ClosedRange<Int64>)
    /// The calendar has no open minute in a year.
    case neverOpen
    /// A text that is no filter, and what is wrong with it where.
    case badCondition(String, FilterError)
    /// A section that is nobody's, in the document of a department.
    case notForDepartments(nearest: [String])
    /// A condition asks a field that follows from what it decides; the field.
    case circular(String)
    /// The calendar goes, but is an agent's shift; the agent's name.
    case isShift(of: String)
    /// Another department owns what stands under this name.
    case ownedByDepartment(String)
  }

  public enum Expected: String, Sendable { case object, list, text, integer, bool, duration }

  /// As "queues.ventas.maximum_wait"; entries without a name of their own go by their place: "queues[1]".
  public var path: String
  public var what: What

  public init(path: String, _ what: What) {
    self.path = path
    self.what = what
  }
}

/// Everything that is wrong in a document, in its order.
public struct PolicyProblems: Error, Equatable, Sendable {
  public var problems: [PolicyProblem]

  public init(_ problems: [PolicyProblem]) { self.problems = problems }
}
