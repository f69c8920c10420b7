import VocDomain

/// The people of one change: whoever wrote, with the names that `contacts` gives them.
///
/// Since 2026 the phone number may be missing (a user name stands for it); the business-scoped user id is not.
struct WhatsAppCloudPeople {
  private let contacts: [JSONValue]
  /// The business's own number, as digits.
  private let ownNumber: String?

  init(_ value: JSONValue) {
    contacts = value["contacts"].array
    ownNumber = value["metadata"]["display_phone_number"].text.map(Self.digits)
  }

  func isBusiness(_ number: JSONValue) -> Bool {
    guard let ownNumber, !ownNumber.isEmpty, let text = number.text else { return false }
    return Self.digits(text) == ownNumber
  }

  /// Nil where neither a number nor an id nor a contact tells who it is.
  func customer(number: JSONValue, userID: JSONValue) -> PartyRecord? {
    let isNameless = number.text == nil && userID.text == nil
    let contact =
      isNameless
      ? (contacts.count == 1 ? contacts.first : nil)
      : contacts.first { contact in
        (number.text != nil && contact["wa_id"].text == number.text)
          || (userID.text != nil && contact["user_id"].text == userID.text)
      }
    let profile = contact?["profile"]
    var party = PartyRecord(
      role: .customer, name: profile?["name"].words ?? profile?["username"].words)
    let waID = number.text ?? contact?["wa_id"].text
    party.phone = waID.flatMap(Self.phone)
    if party.phone == nil { party.key = waID }
    party.bsuid = userID.text ?? contact?["user_id"].text
    let isKnown = party.name != nil || party.phone != nil || party.key != nil || party.bsuid != nil
    return isKnown ? party : nil
  }

  /// Digits without a sign are how WhatsApp writes international numbers.
  static func phone(_ waID: String) -> String? {
    let digits = waID.hasPrefix("+") ? waID.dropFirst() : waID[...]
    guard (6...15).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return "+" + digits
  }

  private static func digits(_ text: String) -> String {
    String(decoding: text.utf8.filter { (48...57).contains($0) }, as: UTF8.self)
  }
}
