import VocDomain

/// The members of one leg as a line of text, for `CallRecord.fragments`.
enum Fragment {
  private static let separator: Unicode.Scalar = "\u{1F}"

  static func text(_ members: [String?]) -> String {
    members.map { member in
      String(String.UnicodeScalarView((member ?? "").unicodeScalars.filter { $0 != separator }))
    }.joined(separator: String(Character(separator)))
  }

  /// Blank members are nil; nil for another number of members.
  static func members(_ text: String, count: Int) -> [String?]? {
    let members = text.split(separator: Character(separator), omittingEmptySubsequences: false)
    guard members.count == count else { return nil }
    return members.map { $0.isEmpty ? nil : String($0) }
  }

  /// "i1700000000" for an instant, "l1700000000" for a wall clock.
  static func time(_ time: RecordTime) -> String {
    switch time {
    case .instant(let instant): "i\(instant.unixSeconds)"
    case .local(let local): "l\(local.wallSeconds)"
    }
  }

  static func time(_ text: String) -> RecordTime? {
    // Far from the ends of Int64, so that differences stay numbers.
    guard let seconds = Int64(text.dropFirst()), abs(seconds / 2) < 1 << 40 else { return nil }
    switch text.first {
    case "i": return .instant(Instant(unixSeconds: seconds))
    case "l": return .local(LocalTime(wallSeconds: seconds))
    default: return nil
    }
  }
}

extension JSONValue {
  /// The time that a string or an epoch tells; nil for none.
  var time: RecordTime? { text.flatMap { CellTime($0).time(nil, isUTC: false) } }

  /// The instant that a string or an epoch tells; nil for none, and without an offset.
  var instant: Instant? {
    if case .instant(let instant)? = time { instant } else { nil }
  }
}

extension ByteSource {
  /// The file's first 64 KiB.
  func head() throws -> [UInt8] {
    struct Enough: Error {}
    var head: [UInt8] = []
    do {
      try forEachChunk { chunk in
        head.append(contentsOf: chunk.prefix((1 << 16) - head.count))
        if head.count >= 1 << 16 { throw Enough() }
      }
    } catch is Enough {
      return head
    }
    return head
  }
}

extension JSONHead {
  /// The first value that is an element: of the top, or of the array of one of these names in a document.
  static func element(in head: [UInt8], of names: [String]) -> JSONValue? {
    guard let first = first(in: head) else { return nil }
    if case .array(let elements) = first { return elements.first }
    for name in names {
      if case .array(let elements) = first[name] { return elements.first }
    }
    return first
  }
}
