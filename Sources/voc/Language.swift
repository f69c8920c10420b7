/// The language in which voc speaks to the person at the keyboard.
enum Language: String, CaseIterable, Sendable {
  case es
  case en

  /// VOC_LANG, else the locale of messages (LC_ALL, LC_MESSAGES, LANG, the first that is not empty).
  ///
  /// Portuguese locales get Spanish, which their readers follow more easily; everything else, also C and
  /// POSIX, gets English.
  init(environment: [String: String]) {
    let name = Language.firstSet(["VOC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"], in: environment) ?? ""
    let code = name.lowercased().prefix { $0.isASCII && $0.isLetter }
    self = code == "es" || code == "pt" ? .es : .en
  }

  /// The value of the first of these variables that is set and not empty.
  static func firstSet(_ names: [String], in environment: [String: String]) -> String? {
    names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }
}
