import VocDomain

extension CDRRow {
  /// The order in which legs began; their times have no fractions, so that the switch's own count decides.
  func precedes(_ other: CDRRow) -> Bool {
    if start != other.start { return start < other.start }
    let (number, otherNumber) = (sequence ?? .max, other.sequence ?? .max)
    if number != otherNumber { return number < otherNumber }
    if end != other.end { return end < other.end }
    return bytes.lexicographicallyPrecedes(other.bytes)
  }

  /// Two people could hear each other: answered, and with somebody at the other end.
  var isSpoken: Bool { disposition == .answered && answer != nil && !destinationChannel.isEmpty }

  var isQueue: Bool { hasApplication("queue") }

  var isVoicemail: Bool { hasApplication("voicemail") }

  /// Who was called, as an extension or a name.
  var agentName: String? {
    let name = PhoneParty.agentName(destinationChannel)
    return name.isEmpty ? nil : PhoneText.string(name)
  }

  /// The dial plan's context is one that only calls from outside enter.
  var isFromOutside: Bool {
    let context = context
    return Self.outsideContexts.contains { name in
      let length = name.utf8CodeUnitCount
      guard context.count >= length else { return false }
      return (0..<length).allSatisfy { context[$0] | 0x20 == name.utf8Start[$0] }
    }
  }

  private func hasApplication(_ name: StaticString) -> Bool {
    let word = application
    guard word.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<word.count where word[index] | 0x20 != name.utf8Start[index] { return false }
    return true
  }

  /// Source: FreePBX and Issabel dial plans; the Spanish and Portuguese ones are what people write
  /// themselves.
  private static let outsideContexts: [StaticString] = [
    "from-trunk", "from-pstn", "from-did", "ext-did", "from-external", "from-outside", "from-gsm",
    "from-dongle",
    "from-dahdi", "from-zaptel", "from-digital", "from-analog", "from-sip-external", "incoming", "inbound",
    "entrante", "entrada", "llamadas-entrantes", "de-troncal",
  ]
}

/// `"Name" <number>`, as the clid column has it, with its quotes doubled or escaped.
enum CDRCallerID {
  /// Empty where there is no name.
  static func name(_ bytes: UnsafeRawBufferPointer) -> String {
    guard let angle = bytes.lastIndex(of: UInt8(ascii: "<")) else { return "" }
    var name = bytes[..<angle].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    while name.last == 32 { name.removeLast() }
    while name.first == 32 { name.removeFirst() }
    return PhoneText.string(name)
  }
}
