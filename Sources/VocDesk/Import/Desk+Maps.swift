import VocDomain
import VocStore

/// Column maps that are used again.
extension Desk {
  /// Keeps the column map, the events' statuses apart, under a name for later imports; an older one of that name goes.
  public func saveMap(named name: String, of options: ImportOptions) throws {
    let lines = options.map.map { "\($0.column)\t\($0.field)" }
    try store.transaction {
      try store.save(
        SavedMap(
          name: Desk.storable(name), format: options.format?.rawValue, map: lines.joined(separator: "\n")))
    }
  }

  /// The options with the saved map that they name; what was said beside it wins.
  func withMap(named name: String, _ options: ImportOptions) throws -> ImportOptions {
    guard let saved = try store.map(named: name) else {
      throw VocError.unknownMap(
        name, nearest: Nearest.names(to: name, among: try store.maps().map(\.name)))
    }
    var options = options
    let pairs = saved.map.split(separator: "\n").compactMap { line -> (column: String, field: String)? in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    options.map = pairs + options.map
    options.format = options.format ?? saved.format.flatMap(ExportFormat.init(rawValue:))
    return options
  }
}
