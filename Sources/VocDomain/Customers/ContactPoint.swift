/// Where a customer can be reached, and by what we recognise them.
public struct ContactPoint: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// A phone number; the value is E.164.
    case phone
    /// An e-mail address; the value is lower case.
    case email
    /// A name in the address book of the phone that runs a channel: unique on that channel only.
    case name
    /// WhatsApp's business-scoped user id, as "whatsapp:MX.1349…".
    case bsuid
    /// A visitor of a chat widget, as "zendesk-chat:21432-1JDm".
    case visitor
    /// A social network's account, as "instagram:ana.lopez".
    case social
    /// A number in another system, as "crm:4711".
    case external

    /// Whether the value is unique on one channel only.
    public var isOfOneChannel: Bool { self == .name }
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

  /// Of whoever stands on a channel for all those of whom nothing is known.
  public static let nobody = ContactPoint(kind: .name, value: "(anonymous)", raw: "")

  /// The contact point that a chat's sender is: a phone number where it reads as one, else a name.
  public init(sender: String, country: String?) {
    if let point = ContactPoint(phone: sender, country: country) {
      self = point
    } else {
      self.init(kind: .name, value: Folding.folded(sender), raw: sender)
    }
  }

  /// An id of a system, under that system's name; nil for an empty one.
  ///
  /// Accounts of social networks are the same in any case and with or without "@"; other ids are not.
  public init?(_ kind: Kind, of system: String, id text: String) {
    var id = text.trimmed
    let prefix = system.trimmed.lowercased() + ":"
    if id.lowercased().hasPrefix(prefix) { id = String(id.dropFirst(prefix.count)) }
    if kind == .social { id = String(id.drop { $0 == "@" }).lowercased() }
    guard !id.isEmpty, prefix != ":" else { return nil }
    self.init(kind: kind, value: prefix + id, raw: text)
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

extension ContactPoint {
  /// The same for two points that are surely one; nil where only the value itself tells.
  public var matchKey: String? {
    kind == .phone ? PhoneNumber(e164: value).matchKey : nil
  }

  /// The same for two points that may be one; nil where there is nothing unsure.
  public var looseKey: String? { kind == .phone ? PhoneNumber(e164: value).looseKey : nil }
}

extension PartyRecord {
  /// All that this party can be recognised by, the surest first.
  ///
  /// `country` completes a national number; `system` is whose id `externalID` is, and `key` under `account`.
  public func contactPoints(country: String?, system: String? = nil, account: String? = nil) -> [ContactPoint]
  {
    let prefixed: [(ContactPoint.Kind, String?, String?)] = [
      (.external, system, externalID), (.external, account, key), (.bsuid, "whatsapp", bsuid),
      (.social, handle.flatMap(Self.system), handle), (.visitor, visitor.flatMap(Self.system), visitor),
    ]
    let ids = prefixed.compactMap { kind, system, id in
      system.flatMap { system in id.flatMap { ContactPoint(kind, of: system, id: $0) } }
    }
    let phone = phone.flatMap { ContactPoint(phone: $0, country: self.country ?? country) }
    return ids + [phone, email.flatMap(ContactPoint.init(email:))].compactMap { $0 }
  }

  /// What stands before the colon.
  private static func system(_ id: String) -> String? {
    id.firstIndex(of: ":").map { String(id[..<$0]) }
  }
}
