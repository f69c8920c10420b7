import Foundation
import SQLite

/// What the file system tells of a database file: how it may be opened to read.
struct DatabaseFile: Equatable, Sendable {
  var isWritable: Bool
  /// Whether SQLite may make its -wal and -shm files beside it.
  var folderIsWritable: Bool
  /// Whether the log may have what the file does not have yet, or somebody has the database open.
  var isInUse: Bool

  var access: Database.Access {
    if isWritable { return .readWrite }
    return folderIsWritable || isInUse ? .readOnly : .immutable
  }
}

extension DatabaseFile {
  init(_ path: String) {
    let files = FileManager.default
    let folder = (path as NSString).deletingLastPathComponent
    var status = stat()
    let hasLog = stat(path + "-wal", &status) == 0
    self.init(
      isWritable: files.isWritableFile(atPath: path),
      folderIsWritable: files.isWritableFile(atPath: folder.isEmpty ? "." : folder),
      isInUse: hasLog && (status.st_size > 0 || files.fileExists(atPath: path + "-shm")))
  }
}
