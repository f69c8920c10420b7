/// A second connection that sees what this one sees, so that two threads may read.
extension Database {
  /// Another connection to the same file that only reads; nil for a database in memory, which no other can see.
  public func reader() throws -> Database? {
    if path == ":memory:" { return nil }
    return try Database(path: path, access: access == .immutable ? .immutable : .readOnly)
  }

  /// As `snapshot`, with another connection to the same file that sees the same moment until the body is over; false
  /// where others write so often that it sees another.
  ///
  /// Nobody has committed between two snapshots of ours with one `data_version`
  /// (https://www.sqlite.org/pragma.html#pragma_data_version): what the other saw in between is what both see.
  public func snapshot<Result>(
    with other: Database, _ body: (_ isSame: Bool) throws -> Result
  ) throws -> Result {
    precondition(!isInTransaction, "a snapshot that is there already is not seen again")
    for _ in 0..<100 {
      let version = try snapshot { try dataVersion() }
      let result: Result? = try other.snapshot {
        _ = try other.dataVersion()
        return try snapshot { try dataVersion() == version ? body(true) : nil }
      }
      if let result { return result }
    }
    return try snapshot { try body(false) }
  }

  /// Changes whenever another connection has committed; the first read of a snapshot settles what that sees.
  public func dataVersion() throws -> Int64 { try value("PRAGMA data_version") ?? 0 }
}
