import VocDomain
import VocStore

extension Desk {
  /// Authors of whom the chat told only the number, under the name that they are known by now.
  func named(_ messages: [Message]) throws -> [Message] {
    var names: [Int64: String] = [:]
    return try messages.map { message in
      guard let id = message.customerID, !message.authorName.contains(where: \.isLetter) else {
        return message
      }
      let name = try names[id] ?? store.customer(id)?.name ?? message.authorName
      names[id] = name
      var named = message
      named.authorName = name
      return named
    }
  }
}
