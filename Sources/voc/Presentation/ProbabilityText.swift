extension NumberStyle {
  /// "= 0.021", or "< 0.001" where three places would say nothing.
  func probability(_ p: Double) -> String {
    p < 0.001 ? "< " + decimal(0.001, places: 3) : "= " + decimal(p, places: 3)
  }

  /// The same under a heading that says what it is: "0.021", or "<0.001".
  func probabilityCell(_ p: Double) -> String {
    p < 0.001 ? "<" + decimal(0.001, places: 3) : decimal(p, places: 3)
  }
}
