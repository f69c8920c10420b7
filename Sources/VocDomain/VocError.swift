/// What the person at the keyboard asked for and cannot have; `main` turns each into two sentences.
public enum VocError: Error, Equatable, Sendable {
  case unknownZone(String, nearest: [String])
}
