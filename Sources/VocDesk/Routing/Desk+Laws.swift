import VocRouting
import VocStore

/// Deadlines and hours that laws set: policy documents that come with voc and hold once they are applied.
extension Desk {
  public struct Law: Sendable {
    public var name: String
    /// The law, since when, and to which tickets it applies.
    public var note: String
    /// As `applyPolicy` takes it.
    public var document: String
  }

  /// By name.
  public static func laws() throws -> [Law] {
    try Store.shippedPolicies.map { name, json in
      Law(name: name, note: try PolicyValue(json: Array(json.utf8))["note"]?.string ?? "", document: json)
    }
  }
}
