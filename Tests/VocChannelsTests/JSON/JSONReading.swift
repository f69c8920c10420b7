import Testing
import VocDomain

@testable import VocChannels

/// All that reading a JSON file gives, as short texts: "path value @line+lineCount" and "reason @line:column+lineCount".
struct JSONReading: Equatable {
  var elements: [String] = []
  var problems: [String] = []
  var raws: [[UInt8]] = []
  var error: UnreadableExport?

  init(
    _ bytes: [UInt8], paths: [String] = [], chunk: Int? = nil, limit: Int = JSONSplitter.limit
  ) throws {
    let source =
      chunk.map { ByteSource.table(bytes, chunksOf: $0) } ?? ByteSource(name: "-", bytes: bytes)
    do {
      try JSONStream.read(source, splitting: paths, limit: limit) { element in
        let path = element.path.isEmpty ? "" : element.path + " "
        elements.append(path + "\(element.value.written) @\(element.line)+\(element.lineCount)")
        if !element.parents.isEmpty {
          elements[elements.count - 1] += " in " + element.parents.map(\.written).joined(separator: " ")
        }
        raws.append(element.raw)
      } problem: { problem in
        let column = problem.column.map { ":\($0)" } ?? ""
        problems.append("\(problem.reason) @\(problem.line)\(column)+\(problem.lineCount)")
        raws.append(problem.raw)
      }
    } catch let unreadable as UnreadableExport {
      error = unreadable
    }
  }

  init(_ text: String, paths: [String] = [], chunk: Int? = nil, limit: Int = JSONSplitter.limit) throws {
    try self.init(Array(text.utf8), paths: paths, chunk: chunk, limit: limit)
  }
}

extension JSONValue {
  /// The value as JSON without spaces; strings with only quotes and backslashes escaped.
  var written: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let text): text
    case .string(let text): Self.quoted(text)
    case .array(let elements): "[" + elements.map(\.written).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ":" + $0.value.written }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
