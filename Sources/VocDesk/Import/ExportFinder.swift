import Foundation
import VocDomain

/// Finds the files behind the paths that somebody gave.
struct ExportFinder {
  let searchPath: String
  /// Archives without an export in them.
  private(set) var skipped: [String] = []

  init(searchPath: String) { self.searchPath = searchPath }

  /// The files behind a path: itself, those of a folder, those inside a .zip, or standard input for "-".
  ///
  /// A folder, and an archive of several files, may hold other things than exports: then `isMixed`.
  mutating func exports(at path: String) throws -> (files: [ExportFile], isMixed: Bool) {
    if path == "-" { return ([try ExportFile(spooling: 0, name: "-")], false) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw VocError.fileNotFound(path)
    }
    if !isFolder.boolValue {
      let files = try members(of: path)
      return (files, files.count > 1)
    }
    let folder = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    var files: [ExportFile] = []
    for name in try folderContents(path) {
      do {
        files += try members(of: folder + name)
      } catch let refusal as ImportRefusal {
        // An archive of photographs beside the chats.
        guard case .zipWithoutChat = refusal.reason else { throw refusal }
        skipped.append(folder + name)
      }
    }
    return (files, true)
  }

  private func folderContents(_ path: String) throws -> [String] {
    guard let enumerator = FileManager.default.enumerator(atPath: path) else {
      throw VocError.fileUnreadable(path, errno: errno)
    }
    var names: [String] = []
    while let name = enumerator.nextObject() as? String {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
      let isFile = enumerator.fileAttributes?[.type] as? FileAttributeType == .typeRegular
      if !isHidden && isFile && ExportFile.mayBeExport((name as NSString).lastPathComponent) {
        names.append(name)
      }
    }
    return names.sorted()
  }

  private func members(of path: String) throws -> [ExportFile] {
    let file = try ExportFile(path: path)
    let head = try file.head()
    let archive = ZipArchive(path: path, searchPath: searchPath)
    if ZipArchive.isGzip(head) { return [try archive.unpacked()] }
    guard ZipArchive.isZip(head) else { return [file] }
    let texts = try archive.texts()
    if texts.isEmpty { throw ImportRefusal(file: path, reason: .zipWithoutChat) }
    return texts
  }
}

extension ExportFile {
  /// Whether a file found in a folder or an archive is worth a look: exports are text, or packed text.
  static func mayBeExport(_ name: String) -> Bool {
    let ending = (name as NSString).pathExtension.lowercased()
    // Logs come without an ending, and rotated ones with a number (queue_log, Master.csv.1).
    if ending.isEmpty || ending.allSatisfy(\.isNumber) { return true }
    return ["txt", "csv", "tsv", "tab", "zip", "json", "jsonl", "ndjson", "log", "gz"].contains(ending)
  }
}
