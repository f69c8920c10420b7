import Foundation
public import SQLite

/// What the file system tells of a database file: how it may be opened to read.
public struct DatabaseFile: Equatable, Sendable {
  public var isWritable: Bool
  /// Whether SQLite may make its -wal and -shm files beside it.
  public var folderIsWritable: Bool
  /// Whether the log may have what the file does not have yet, or somebody has the database open.
  public var isInUse: Bool

  public init(isWritable: Bool, folderIsWritable: Bool, isInUse: Bool) {
    (self.isWritable, self.folderIsWritable, self.isInUse) = (isWritable, folderIsWritable, isInUse)
  }

  public init(_ path: String) {
    let files = FileManager.default
    let folder = (path as NSString).deletingLastPathComponent
    isWritable = files.isWritableFile(atPath: path)
    folderIsWritable = files.isWritableFile(atPath: folder.isEmpty ? "." : folder)
    var status = stat()
    let hasLog = stat(path + "-wal", &status) == 0
    isInUse = hasLog && (status.st_size > 0 || files.fileExists(atPath: path + "-shm"))
  }

  public var access: Database.Access {
    if isWritable { return .readWrite }
    return folderIsWritable || isInUse ? .readOnly : .immutable
  }
}
