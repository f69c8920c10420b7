/// An entry of another system's history as one text: its name there, and what it changed.
///
/// The name has to come out again as it was, whatever stands in it: a sign of its own separates both
/// (U+001F, ASCII's unit separator).
public struct ActivityText: Equatable, Sendable {
  public var name: String
  /// "Nuevo → Abierto"; empty where nothing is said of a change.
  public var change: String

  public init(name: String, change: String) {
    self.name = name.split(separator: ActivityText.separator).joined(separator: " ")
    self.change = change
  }

  private static let separator: Character = "\u{1F}"

  /// Of what `stored` gave. Entries kept by former versions have ": " there.
  public init(stored: String) {
    if let end = stored.firstIndex(of: ActivityText.separator) {
      (name, change) = (String(stored[..<end]), String(stored[stored.index(after: end)...]))
    } else if stored.contains(" → "), let end = stored.firstRange(of: ": ") {
      (name, change) = (String(stored[..<end.lowerBound]), String(stored[end.upperBound...]))
    } else {
      (name, change) = (stored, "")
    }
  }

  /// As it is kept.
  public var stored: String { change.isEmpty ? name : "\(name)\(ActivityText.separator)\(change)" }

  /// As people and programs read it: "Asignado: Nuevo → Abierto".
  public var told: String { change.isEmpty ? name : "\(name): \(change)" }
}
