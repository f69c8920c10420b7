import Foundation

/// Where the database stands when the command line does not say.
enum DataFile {
  /// VOC_DB, else voc/voc.db in XDG_DATA_HOME, else in ~/.local/share.
  static func path(_ environment: [String: String]) -> String {
    if let path = Language.firstSet(["VOC_DB"], in: environment) { return path }
    // The XDG base directory specification: a relative path is to be ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/voc/voc.db" }
    guard let home = Language.firstSet(["HOME"], in: environment) else { return "voc.db" }
    return "\(home)/.local/share/voc/voc.db"
  }

  /// Whether somebody said which file it is, rather than leaving it at the usual one.
  static func isNamed(_ environment: [String: String]) -> Bool {
    Language.firstSet(["VOC_DB"], in: environment) != nil
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
