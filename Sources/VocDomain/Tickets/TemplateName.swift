/// The name of an approved template, as a channel knows it: `envio_1`.
public enum TemplateName {
  /// One word of letters, digits, `_`, `-`, `.` and `:`; a reply that somebody typed in its place is hardly one.
  public static func isValid(_ name: String) -> Bool {
    !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
  }
}
