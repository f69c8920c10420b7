/// Colours and bold type where the reader is a terminal that wants them.
///
/// NO_COLOR (https://no-color.org) turns them off, CLICOLOR_FORCE turns them on without a terminal.
struct Style: Equatable, Sendable {
  let isOn: Bool

  init(isOn: Bool) { self.isOn = isOn }

  init(_ world: World) {
    let environment = world.environment
    let forced = environment["CLICOLOR_FORCE"].map { !$0.isEmpty && $0 != "0" } ?? false
    if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false {
      isOn = false
    } else {
      isOn =
        forced || (world.outputIsTerminal && environment["TERM"] != "dumb" && environment["CLICOLOR"] != "0")
    }
  }

  func bold(_ text: String) -> String { code("1", text) }
  func dim(_ text: String) -> String { code("2", text) }
  func red(_ text: String) -> String { code("31", text) }
  func green(_ text: String) -> String { code("32", text) }
  func yellow(_ text: String) -> String { code("33", text) }
  func blue(_ text: String) -> String { code("34", text) }
  func cyan(_ text: String) -> String { code("36", text) }

  /// Select graphic rendition, ECMA-48 8.3.117.
  private func code(_ number: String, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(number)m\(text)\u{1B}[0m" : text
  }
}
