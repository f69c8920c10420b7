import VocDomain

/// What can be done with a policy document as a whole, whatever it says.
public enum PolicyDocument {
  static let sections = ["calendars", "usual_calendar", "channels", "skills", "queues", "sla", "routing"]
  /// The sections whose entries have names, and may belong to a department.
  static let named = ["calendars", "queues", "sla"]

  /// What holds before anybody has laid anything down.
  public static let initial = PolicyValue.object([
    "calendars": .list([]), "usual_calendar": .text(ServicePolicy.alwaysOpen), "channels": .object([:]),
    "skills": .list([]), "queues": .list([]), "sla": .list([]), "routing": .object([:]),
  ])

  /// `document` with what `change` says in its place.
  ///
  /// Objects are merged name by name; null removes (after RFC 7396, JSON Merge Patch). An entry of `calendars`,
  /// `queues` or `sla` takes the whole place of the one with its name; {"name": "ventas", "remove": true} removes it. A
  /// `change` with a top-level `department` says all that this department owns: its entries that are not named any
  /// more go, and it may not touch others' entries or other sections. Throws `PolicyProblems`.
  public static func applying(_ change: PolicyValue, to document: PolicyValue) throws -> PolicyValue {
    guard case .object(let members) = change else {
      throw PolicyProblems([PolicyProblem(path: "", .wrongType(expected: .object))])
    }
    let repeated = named.flatMap { section in
      repeatedNames(in: members[section]?.elements ?? []).map {
        PolicyProblem(path: "\(section).\($0)", .duplicate($0))
      }
    }
    if !repeated.isEmpty { throw PolicyProblems(repeated) }
    var result = document
    if let department = members["department"] {
      guard let name = department.string, !name.isEmpty else {
        throw PolicyProblems([PolicyProblem(path: "department", .wrongType(expected: .text))])
      }
      return try replacing(members, of: name, in: document)
    }
    // A note tells about the file, not about the policy.
    for (section, value) in members where section != "note" {
      if named.contains(section), let entries = value.elements {
        result[section] = .list(merged(entries, into: document[section]?.elements ?? []))
      } else if section == "skills", let added = value.elements {
        let known = document[section]?.elements ?? []
        result[section] = .list(known + added.filter { !known.contains($0) })
      } else {
        result[section] = merged(value, into: document[section])
      }
    }
    return result
  }

  private static func repeatedNames(in entries: [PolicyValue]) -> [String] {
    var seen: Set<String> = []
    return entries.compactMap { $0["name"]?.string }.filter { !seen.insert($0).inserted }
  }

  /// The kinds of channel that a document speaks of.
  public static func kinds(of document: PolicyValue) -> [String] {
    func names(_ value: PolicyValue?) -> [PolicyValue] {
      if case .object(let members)? = value { Array(members.values) } else { [] }
    }
    var kinds: Set<String> = []
    if case .object(let channels)? = document["channels"] { kinds.formUnion(channels.keys) }
    for state in names(document["routing"]?["states"]) {
      kinds.formUnion((state.elements ?? []).compactMap(\.string))
    }
    return kinds.sorted()
  }

  /// A document that says everything: its own note is not kept, and null stands for what it does not say.
  public static func replacing(with document: PolicyValue) -> PolicyValue {
    var document = whole(document)
    document["note"] = nil
    return document
  }

  /// The same without nulls.
  static func whole(_ document: PolicyValue) -> PolicyValue {
    switch document {
    case .object(let members): .object(members.filter { $0.value != .null }.mapValues(whole))
    case .list(let values): .list(values.map(whole))
    default: document
    }
  }

  /// RFC 7396.
  public static func merged(_ change: PolicyValue, into target: PolicyValue?) -> PolicyValue? {
    guard case .object(let members) = change else { return change == .null ? nil : change }
    var result: [String: PolicyValue] = [:]
    if case .object(let old)? = target { result = old }
    for (name, value) in members { result[name] = merged(value, into: result[name]) }
    return .object(result)
  }

  private static func merged(_ entries: [PolicyValue], into old: [PolicyValue]) -> [PolicyValue] {
    var result = old
    for entry in entries {
      let index = result.firstIndex { $0["name"] == entry["name"] && entry["name"] != nil }
      if entry["remove"] == .bool(true) {
        if let index { result.remove(at: index) }
      } else if let index {
        result[index] = whole(entry)
      } else {
        result.append(whole(entry))
      }
    }
    return result
  }

  /// A department's entries stand together where its first one stood.
  private static func replacing(
    _ members: [String: PolicyValue], of department: String, in document: PolicyValue
  ) throws -> PolicyValue {
    var result = document
    let strange = members.keys.sorted().filter {
      !["department", "note"].contains($0) && !named.contains($0)
    }
    var problems = strange.map {
      PolicyProblem(path: $0, .notForDepartments(nearest: Nearest.names(to: $0, among: named)))
    }
    for section in named {
      let old = document[section]?.elements ?? []
      let others = old.filter { $0["department"]?.string != department }
      if let value = members[section], value.elements == nil, value != .null {
        problems.append(PolicyProblem(path: section, .wrongType(expected: .list)))
      }
      let entries = members[section]?.elements ?? []
      for (index, entry) in entries.enumerated() {
        if let owned = others.first(where: { $0["name"] == entry["name"] && entry["name"] != nil }) {
          let owner = PolicyProblem.What.ownedByDepartment(owned["department"]?.string ?? "")
          let place = entry["name"]?.string.map { "\(section).\($0)" } ?? "\(section)[\(index)]"
          problems.append(PolicyProblem(path: place, owner))
        }
      }
      let place = old.prefix { $0["department"]?.string != department }.count
      let own = entries.map { entry in
        var entry = whole(entry)
        entry["department"] = .text(department)
        return entry
      }
      result[section] = .list(Array(others[..<place]) + own + Array(others[place...]))
    }
    if !problems.isEmpty { throw PolicyProblems(problems) }
    return result
  }
}

/// One difference between two documents.
public struct PolicyDifference: Equatable, Sendable {
  /// As "queues.ventas.maximum_wait": entries go by their names.
  public var path: String
  /// Nil where there was nothing.
  public var old: PolicyValue?
  /// Nil where nothing is left.
  public var new: PolicyValue?

  /// In the order of the paths.
  public static func between(_ old: PolicyValue, _ new: PolicyValue) -> [PolicyDifference] {
    differences(old, new, "").sorted { $0.path < $1.path }
  }

  private static func differences(
    _ old: PolicyValue?, _ new: PolicyValue?, _ path: String
  ) -> [PolicyDifference] {
    if old == new { return [] }
    guard let left = old.flatMap(members), let right = new.flatMap(members) else {
      return [PolicyDifference(path: path, old: old, new: new)]
    }
    let inside = Set(left.keys).union(right.keys).flatMap { name in
      differences(left[name], right[name], path.isEmpty ? name : "\(path).\(name)")
    }
    // Nothing but the order of the entries.
    return inside.isEmpty ? [PolicyDifference(path: path, old: names(old), new: names(new))] : inside
  }

  private static func names(_ value: PolicyValue?) -> PolicyValue? {
    value?.elements.map { .list($0.compactMap { $0["name"] }) }
  }

  /// Of an object its members, of a list of named entries those by name.
  private static func members(_ value: PolicyValue) -> [String: PolicyValue]? {
    switch value {
    case .object(let members): return members
    case .list(let values):
      let names = values.compactMap { $0["name"]?.string }
      guard names.count == values.count, Set(names).count == names.count else { return nil }
      return Dictionary(uniqueKeysWithValues: zip(names, values))
    default: return nil
    }
  }
}
