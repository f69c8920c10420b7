public import VocDomain

/// All readers, in the order in which they are asked whether a file is theirs.
public enum ExportReaders {
  public static let all: [any ExportReader.Type] = []

  /// The first that recognises the head.
  public static func reader(for head: ExportHead) -> (any ExportReader.Type)? {
    all.first { $0.recognises(head) }
  }

  public static func reader(of format: ExportFormat) -> (any ExportReader.Type)? {
    all.first { $0.format == format }
  }
}
