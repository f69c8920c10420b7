/// Colours that keep apart for colour-blind readers and in grey print; contrast on white in parentheses.
enum PageColour {
  /// (5.50)
  static let detractor = "#B34700"
  /// (4.54)
  static let passive = "#767676"
  /// (5.19)
  static let promoter = "#0072B2"
  /// (17.4)
  static let text = "#1A1A1A"
  /// For rules and frames only.
  static let rule = "#C8C8C8"
  /// Of the heat map, where there is too little to tell.
  static let few = "#EEEEEE"
  /// One hue for the heat map, from light to dark.
  static let heat = ["#FFFFFF", "#DCEBF7", "#B5D3EC", "#7FB2DB", "#3F88C0", "#0B5A94"]
}
