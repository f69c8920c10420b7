/// Lines that Instagram writes itself, in the language of whoever exports, as if somebody had said them.
enum MetaNotice {
  /// "Liked a message", "Reacted ❤ to your message": nobody waits for an answer to it.
  static func isReaction(_ text: String) -> Bool {
    let isOfReaction = reactions.contains { text.hasPrefix($0.before) && text.hasSuffix($0.after) }
    return likes.contains(text) || isOfReaction && text.utf8.count < 80
  }

  private static let likes: Set<String> = [
    "Liked a message", "Le gustó un mensaje", "Le ha gustado un mensaje", "Curtiu uma mensagem",
  ]

  private static let reactions: [(before: String, after: String)] = [
    ("Reacted ", " to your message"), ("Reaccionó con ", " a tu mensaje"), ("Reagiu com ", " à sua mensagem"),
  ]
}
