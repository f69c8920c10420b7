import VocChannels
import VocDomain

/// Who in a chat is the business and who the customer.
struct ChatSides {
  /// The customers' names as the export writes them.
  var customers: [String]
  var isGroup: Bool
  /// A group's subject.
  var subject: String
  private let ours: Set<ContactPoint>
  private let country: String?

  /// Nil where nothing tells which of the senders the business is.
  ///
  /// The business is who was said to be (`given`), else whom the channel knows, else, in a chat of two,
  /// the side that is not in the file's name.
  init?(_ survey: WhatsAppSurvey, fileName: String, given: [String], known: [String], country: String?) {
    self.country = country
    func point(_ name: String) -> ContactPoint { ContactPoint.identity(of: name, country: country) }
    let senders = survey.senders.map(\.name)
    let named = Set((given + known).map(point))
    let title = survey.title.map(point)
    var ours = Set(senders.map(point)).intersection(named)
    if ours.isEmpty && !survey.isGroup && senders.count <= 2, let title {
      ours = Set(senders.map(point)).subtracting([title])
      if ours.count == 2 { return nil }
    } else if ours.isEmpty && (senders.count > 1 || senders.count == 1 && named.isEmpty) {
      return nil
    }
    self.ours = ours
    customers = senders.filter { !ours.contains(point($0)) }
    isGroup = survey.isGroup || customers.count > 1
    if customers.isEmpty && !isGroup { customers = [survey.title ?? fileName] }
    subject = survey.title ?? customers.sorted().prefix(3).joined(separator: ", ")
    if subject.isEmpty { subject = fileName }
  }

  func isOurs(_ sender: String) -> Bool { ours.contains(ContactPoint.identity(of: sender, country: country)) }
}

extension ContactPoint {
  /// A sender without the spelling it came in, for comparing.
  static func identity(of sender: String, country: String?) -> ContactPoint {
    var point = ContactPoint(sender: sender, country: country)
    point.raw = ""
    return point
  }
}
