/// The release that this source is.
enum Version {
  static let text = "0.1.0"
}
