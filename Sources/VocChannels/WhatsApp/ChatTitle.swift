/// The chat's name, which WhatsApp tells nowhere but in the name of the export's file.
enum ChatTitle {
  /// Nil for "_chat.txt" and for a file that somebody renamed.
  static func find(inFileName fileName: String) -> String? {
    let base =
      fileName.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? fileName
    var name = base
    for ending in [".txt", ".zip"] where name.lowercased().hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    guard let prefix = prefixes.first(where: { name.hasPrefix($0) }) else { return nil }
    let title = SenderName.normalised(withoutCopyNumber(String(name.dropFirst(prefix.count))))
    return title.isEmpty ? nil : title
  }

  /// Android's file names, then iOS's names of the zip.
  private static let prefixes = [
    "Chat de WhatsApp con ", "WhatsApp Chat with ", "Conversa do WhatsApp com ", "Chat WhatsApp con ",
    "WhatsApp-Chat mit ", "Discussion WhatsApp avec ",
    "WhatsApp Chat - ", "Chat de WhatsApp - ", "Conversa do WhatsApp - ", "Chat WhatsApp - ",
    "WhatsApp-Chat - ", "Discussion WhatsApp - ",
  ]

  /// Browsers put " (1)" behind the name of a second download.
  private static func withoutCopyNumber(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else { return name }
    let digits = name[name.index(after: open)...].dropLast()
    let before = name.index(before: open)
    guard !digits.isEmpty, digits.utf8.count <= 2, digits.utf8.allSatisfy(\.isDigit), name[before] == " "
    else {
      return name
    }
    return String(name[..<before])
  }
}
