/// Where a customer can be reached, and by what we recognise them.
public struct ContactPoint: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// A phone number; the value is E.164.
    case phone
    /// An e-mail address; the value is lower case.
    case email
    /// A name in the address book of the phone that runs a channel: unique on that channel only.
    case name
  }

  public var kind: Kind
  /// Normalised: what two spellings of the same contact point share.
  public var value: String
  /// As it was first seen.
  public var raw: String

  public init(kind: Kind, value: String, raw: String) {
    self.kind = kind
    self.value = value
    self.raw = raw
  }

  /// The contact point that a chat's sender is: a phone number where it reads as one, else a name.
  public init(sender: String, country: String?) {
    if let point = ContactPoint(phone: sender, country: country) {
      self = point
    } else {
      self.init(kind: .name, value: Folding.folded(sender), raw: sender)
    }
  }

  /// Nil for text that is no number, or a national one where no country is given.
  public init?(phone text: String, country: String?) {
    guard let number = PhoneNumber(text, country: country) else { return nil }
    self.init(kind: .phone, value: number.e164, raw: text)
  }

  /// Nil for text that is no address.
  public init?(email text: String) {
    let value = text.trimmed.lowercased()
    let parts = value.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !value.contains(" ") else {
      return nil
    }
    self.init(kind: .email, value: value, raw: text)
  }
}
