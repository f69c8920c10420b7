import VocDomain

/// Where in a document the arrays are that are handed out element by element: a tree of member names.
///
/// Arrays on the way do not count: in "chats.list.messages", `list` is an array of objects with `messages`.
struct JSONPath {
  let path: String
  private(set) var isSplit = false
  private var children: [(name: String, path: JSONPath)] = []

  init(_ paths: [String]) {
    path = ""
    for path in paths { add(path.split(separator: ".")[...]) }
  }

  private init(path: String) { self.path = path }

  private mutating func add(_ names: ArraySlice<Substring>) {
    guard let first = names.first else {
      isSplit = true
      return
    }
    let name = String(first)
    let index = children.firstIndex { $0.name == name } ?? children.count
    if index == children.count {
      children.append((name, JSONPath(path: path.isEmpty ? name : path + "." + name)))
    }
    children[index].path.add(names.dropFirst())
  }

  var isLeaf: Bool { children.isEmpty }

  subscript(name: String) -> JSONPath? { children.first { $0.name == name }?.path }
}

/// An object or array that has been opened and not yet closed.
struct JSONFrame {
  enum Kind { case object, array }

  let kind: Kind
  let path: JSONPath
  /// The name of the member that an object is; nil for one at the top or in an array.
  var name: String?
  /// Where it begins.
  let line: Int
  let isAtLineStart: Bool
  /// An object's members so far, but for split arrays.
  var members: [JSONValue.Member] = []
  /// Its bytes so far, but for the elements of split arrays.
  var raw: [UInt8] = []
  /// Why it cannot be handed out.
  var trouble: ImportProblem.Reason?

  mutating func append(_ bytes: ArraySlice<UInt8>, limit: Int) {
    guard trouble != .tooLong else { return }
    raw.append(contentsOf: bytes)
    if raw.count > limit {
      trouble = .tooLong
      raw.removeSubrange(min(raw.count, JSONStretch.limit)...)
      members = []
    }
  }
}

/// Bytes that are given up, until a value begins that can be read.
struct JSONStretch {
  /// As many bytes are kept for the rejects.
  static let limit = 1 << 20

  let line: Int
  let column: Int?
  let reason: ImportProblem.Reason
  var lineCount = 1
  var raw: [UInt8] = []
  var isOpen = true
  /// Whether bytes were given up since it was (again) opened.
  var hasMoved = false
  /// Of a value that is too long: where it ends.
  var skipper: JSONSkipper?

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    raw.append(contentsOf: bytes.prefix(Self.limit - raw.count))
    hasMoved = true
  }
}

/// Finds the end of a value, or of a member, without keeping it.
struct JSONSkipper {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// The end of the value in these bytes; nil where it goes on after them.
  mutating func end(in bytes: ArraySlice<UInt8>) -> Int? {
    for index in bytes.indices {
      let byte = bytes[index]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return index }
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: ","):
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }
}
