import Foundation

/// The project's own files, as text.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File {
    /// From the project's root: "Sources/voc/Main.swift".
    var path: String
    var text: String

    /// "VocStore" for a file of that module.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  static func files(under folder: String, ending: String = ".swift") throws -> [File] {
    let base = root.appendingPathComponent(folder)
    let names = (FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? [])
      .sorted()
    return try names.filter { $0.hasSuffix(ending) }.map { name in
      File(
        path: folder + "/" + name,
        text: try String(contentsOf: base.appendingPathComponent(name), encoding: .utf8))
    }
  }

  /// The code of a file without its comments, and its string literals apart.
  ///
  /// Knows `//` comments, "…", """…""" and #"…"#; what is interpolated stays in the literal.
  static func parts(of text: String) -> (code: String, literals: [String]) {
    var code = ""
    var literals: [String] = []
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if character == "\"" || rest.hasPrefix("#\"") {
        let hash = character == "#" ? "#" : ""
        rest = rest.dropFirst(hash.count)
        let quotes = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        rest = rest.dropFirst(quotes.count)
        var literal = ""
        while let next = rest.first, !rest.hasPrefix(quotes + hash) {
          let isEscape = next == "\\" && hash.isEmpty
          if isEscape && rest.dropFirst().first == "(" {
            let inner = interpolation(rest.dropFirst())
            literal += inner
            rest = rest.dropFirst(inner.count + 1)
            continue
          }
          literal += rest.prefix(isEscape ? 2 : 1)
          rest = rest.dropFirst(isEscape ? 2 : 1)
        }
        rest = rest.dropFirst(quotes.count + hash.count)
        literals.append(literal)
        code += "\"\""
      } else {
        code.append(character)
        rest = rest.dropFirst()
      }
    }
    return (code, literals)
  }

  /// "(…)" with its parentheses balanced.
  private static func interpolation(_ text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[...index] }
    }
    return text
  }
}
