import VocDomain

/// Who is behind a number or a channel of a telephone switch.
enum PhoneParty {
  /// Numbers up to this length are extensions of the switch.
  static let extensionLength = 6

  /// Digits, with "+" in front and the usual marks between them.
  static func isNumber(_ text: some StringProtocol) -> Bool {
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 48...57: digits += 1
      case UInt8(ascii: "+") where index == 0: break
      case 32, UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."): break
      default: return false
      }
    }
    return digits >= 2
  }

  static func isExtension(_ text: some StringProtocol) -> Bool {
    (2...extensionLength).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A number from outside calls an extension.
  static func isCallIn(from source: String, to destination: String) -> Bool {
    isNumber(source) && !isExtension(source) && isExtension(destination)
  }

  /// Somebody outside; neither phone nor name where the caller withheld the number.
  ///
  /// A caller's name that only repeats the number is none.
  static func customer(number: String, name: String = "") -> PartyRecord {
    var party = PartyRecord(role: .customer)
    if isNumber(number) {
      party.phone = number
    } else if !isWithheld(number) {
      party.name = number
    }
    if !isWithheld(name) && name != number && !isNumber(name) { party.name = name }
    return party
  }

  /// An extension of ours; a person's name stands for itself.
  static func agent(_ name: String) -> PartyRecord { PartyRecord(key: name, role: .agent, name: name) }

  /// What switches and carriers write in place of a number that they may not show.
  static func isWithheld(_ text: String) -> Bool {
    text.isEmpty || withheld.contains(text.lowercased())
  }

  private static let withheld: Set<String> = [
    "anonymous", "anonymous caller", "anonimo", "anónimo", "anônimo", "unknown", "<unknown>",
    "unknown caller",
    "desconocido", "desconhecido", "private", "privado", "numero privado", "número privado", "withheld",
    "restricted", "restringido", "restrito", "unavailable", "no disponible", "oculto", "none", "null",
    "asterisk",
    "0000000000", "s",
  ]

  /// The extension or name behind a channel or an interface: "PJSIP/7009-0000002a" is 7009,
  /// "Local/2004@from-queue-0000001b;2" and "Local/2004@from-internal/n" are 2004, "Ana Pérez" stays.
  static func agentName(_ channel: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let slash = channel.firstIndex(of: UInt8(ascii: "/")), isTechnology(channel[..<slash]) else {
      return channel
    }
    let rest = channel[(slash + 1)...]
    if let at = rest.firstIndex(of: UInt8(ascii: "@")) {
      return UnsafeRawBufferPointer(rebasing: rest[..<at])
    }
    var end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    if let dash = rest[..<end].lastIndex(of: UInt8(ascii: "-")), dash > rest.startIndex,
      isSuffix(rest[(dash + 1)..<end])
    {
      end = dash
    }
    return UnsafeRawBufferPointer(rebasing: rest[..<end])
  }

  /// Letters and digits only, as "PJSIP" or "IAX2".
  private static func isTechnology(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    (2...10).contains(bytes.count)
      && bytes.allSatisfy { (48...57).contains($0) || (65...90).contains($0 & 0xDF) }
  }

  /// The number that Asterisk hangs on a channel: 8 hexadecimal digits, 4 in older versions.
  private static func isSuffix(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    (4...16).contains(bytes.count)
      && bytes.allSatisfy { (48...57).contains($0) || (97...102).contains($0 | 0x20) }
  }
}
