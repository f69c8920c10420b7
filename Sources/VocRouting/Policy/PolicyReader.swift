import VocDomain

/// Reads a policy document, collecting everything that is wrong with it.
struct PolicyReader {
  let value: PolicyValue
  let path: String
  let problems: Collection

  /// What the readers of one document find.
  final class Collection {
    var all: [PolicyProblem] = []
  }

  init(_ value: PolicyValue, path: String = "", problems: Collection = Collection()) {
    self.value = value
    self.path = path
    self.problems = problems
  }

  func report(_ what: PolicyProblem.What) { problems.all.append(PolicyProblem(path: path, what)) }

  /// Whether something inside this value was reported.
  var hasProblemsInside: Bool {
    problems.all.contains { $0.path.hasPrefix(path + ".") || $0.path.hasPrefix(path + "[") }
  }

  /// The same value under another path.
  func at(_ path: String) -> PolicyReader { PolicyReader(value, path: path, problems: problems) }

  private func wrong<Result>(_ expected: PolicyProblem.Expected) -> Result? {
    report(.wrongType(expected: expected))
    return nil
  }

  /// The readers of an object's members by name; a name that is not allowed is reported.
  func members(allowed: [String]) -> [String: PolicyReader] {
    guard let members = members() else { return [:] }
    for (name, reader) in members.sorted(by: { $0.key < $1.key }) where !allowed.contains(name) {
      reader.report(.unknownKey(name, nearest: Nearest.names(to: name, among: allowed)))
    }
    return members
  }

  /// The readers of an object's members, whatever their names; nil and a report for anything else.
  func members() -> [String: PolicyReader]? {
    guard case .object(let members) = value else { return wrong(.object) }
    return Dictionary(
      uniqueKeysWithValues: members.map { name, value in
        (name, PolicyReader(value, path: path.isEmpty ? name : "\(path).\(name)", problems: problems))
      })
  }

  func elements() -> [PolicyReader] {
    guard case .list(let values) = value else { return wrong(.list) ?? [] }
    return values.enumerated().map {
      PolicyReader($0.element, path: "\(path)[\($0.offset)]", problems: problems)
    }
  }

  func text() -> String? {
    guard case .text(let text) = value else { return wrong(.text) }
    return text
  }

  func bool() -> Bool? {
    guard case .bool(let flag) = value else { return wrong(.bool) }
    return flag
  }

  func integer(in range: ClosedRange<Int64>) -> Int64? {
    guard case .integer(let number) = value else { return wrong(.integer) }
    if range.contains(number) { return number }
    report(.outOfRange(number, range))
    return nil
  }

  /// Seconds, where there is no doing without.
  func neededDuration() -> Int64? {
    if value == .null || value == .text("none") { report(.badDuration(value.string ?? "null")) }
    return duration()
  }

  /// Seconds; "none" and null are nil.
  func duration() -> Int64? {
    if value == .null || value == .text("none") { return nil }
    guard case .text(let text) = value else { return wrong(.duration) }
    if let seconds = PolicyDuration.seconds(text) { return seconds }
    report(.badDuration(text))
    return nil
  }

  /// One of these names.
  func name(among names: [String]) -> String? {
    guard let name = text() else { return nil }
    if names.contains(name) { return name }
    report(.unknownName(name, nearest: Nearest.names(to: name, among: names), allowed: names))
    return nil
  }

  func choice<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> Value?
  where Value.RawValue == String {
    name(among: Value.allCases.map(\.rawValue)).flatMap(Value.init(rawValue:))
  }
}

/// Lengths of time as people write them in a policy: "90s", "15m", "4h", "2d", "1w", or several ("1h30m").
public enum PolicyDuration {
  /// Nil for what is no duration; ten years at the most.
  public static func seconds(_ text: String) -> Int64? {
    var total: Int64 = 0
    var rest = text[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 9, let number = Int64(digits), let letter = rest.dropFirst(digits.count).first,
        let unit = Seconds.units.first(where: { $0.letter == letter })
      else { return nil }
      total += number * unit.seconds
      rest = rest.dropFirst(digits.count + 1)
    }
    return total <= 3653 * Seconds.day ? total : nil
  }

  /// The shortest text that means as many seconds: "1h30m".
  public static func text(_ seconds: Int64) -> String {
    if seconds == 0 { return "0s" }
    var rest = seconds
    return Seconds.units.dropFirst().reduce(into: "") { text, unit in
      let count = rest / unit.seconds
      rest -= count * unit.seconds
      if count > 0 { text += "\(count)\(unit.letter)" }
    }
  }
}
