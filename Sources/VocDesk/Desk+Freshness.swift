import VocStore

extension Desk {
  /// Changes whenever another process has written; what this desk writes does not count.
  public func dataVersion() throws -> Int64 { try store.dataVersion() }
}
