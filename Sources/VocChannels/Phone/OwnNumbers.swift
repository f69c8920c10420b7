import VocDomain

/// The numbers and names of ours that whoever imports gave.
struct OwnNumbers {
  /// A number is ours when its last digits are, however it is prefixed.
  private static let significant = 8
  private let tails: Set<String>

  init(_ identities: [String]) {
    tails = Set(identities.compactMap(Self.tail))
  }

  func contains(_ number: String) -> Bool {
    !tails.isEmpty && Self.tail(number).map(tails.contains) ?? false
  }

  private static func tail(_ number: String) -> String? {
    let digits = number.utf8.filter { (48...57).contains($0) }
    return digits.count < significant ? nil : String(decoding: digits.suffix(significant), as: UTF8.self)
  }

  /// Which way a call went, by who called whom.
  ///
  /// - Parameters:
  ///   - isFromOutside: whether the dial plan says that it came over a trunk.
  ///   - channel: the extension or name of the channel that began it, empty where that is not known.
  func direction(
    from source: String, to destination: String, isFromOutside: Bool, channel: String
  ) -> CallRecord.Direction {
    if contains(destination) { return .inbound }
    let isLongDestination = PhoneParty.isNumber(destination) && !PhoneParty.isExtension(destination)
    if contains(source) { return isLongDestination ? .outbound : .internal }
    if isFromOutside { return .inbound }
    if PhoneParty.isExtension(source) || PhoneParty.isExtension(channel) {
      return isLongDestination ? .outbound : .internal
    }
    return .inbound
  }
}
