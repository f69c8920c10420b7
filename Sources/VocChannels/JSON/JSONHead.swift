import VocDomain

/// What the head of a file says about its JSON.
public enum JSONHead {
  /// The first value of a file of which only the head is there: what is cut off is left out.
  ///
  /// A value that is broken is passed over for the next line that begins with "{". Nil without any JSON.
  public static func first(in head: [UInt8]) -> JSONValue? {
    var text = JSONText()
    head.withUnsafeBytes { text.add($0) }
    text.finish()
    return text.utf8.withUnsafeBytes { bytes in
      var start = 0
      while true {
        var parser = JSONParser(bytes, at: start, isFinal: false, keepsCut: true)
        if let first = try? parser.peek(), first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
          let value = try? parser.value()
        {
          return value
        }
        guard let next = nextLine(in: bytes, after: start) else { return nil }
        start = next
      }
    }
  }

  private static func nextLine(in bytes: UnsafeRawBufferPointer, after start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == 0x0A, bytes[index + 1] == UInt8(ascii: "{") { return index + 1 }
      index += 1
    }
    return nil
  }
}

/// Bytes of a file as UTF-8 without their byte order mark.
struct JSONText {
  private(set) var encoding = TextEncoding.utf8
  var utf8: [UInt8] = []
  /// The first bytes, until there are enough to tell a byte order mark.
  private var mark: [UInt8]? = []
  private var transcoder: UTF16Transcoder?

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard var head = mark else {
      if transcoder?.add(bytes, to: &utf8) == nil { utf8.append(contentsOf: bytes) }
      return
    }
    head.append(contentsOf: bytes)
    mark = head
    if head.count >= 3 { settle(head) }
  }

  mutating func finish() {
    if let mark { settle(mark) }
    transcoder?.finish(&utf8)
  }

  private mutating func settle(_ head: [UInt8]) {
    mark = nil
    var length = 0
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      length = 3
    } else if head.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
      length = 2
    } else if head.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      length = 2
    }
    if length == 2 { transcoder = UTF16Transcoder(isBigEndian: encoding == .utf16BigEndian) }
    head.dropFirst(length).withUnsafeBytes { add($0) }
  }
}
