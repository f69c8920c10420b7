/// A program that shows a long text a screen at a time; part of `World`, so that tests can be one.
struct Pager {
  /// False once the reader has gone.
  var write: (String) -> Bool
  /// Ends the text and waits until the reader has finished.
  var close: () -> Void
}

/// Output that goes through the pager as soon as it is higher than the screen.
///
/// Until then it is kept; what is said on stderr meanwhile comes when the reader has finished, for the screen is theirs.
final class PagedOutput {
  private let real: World
  private var kept = ""
  private var lines = 0
  private var notices = ""
  private var pager: Pager?
  private var hasPager = true
  private var isClosed = false

  init(_ world: World) { real = world }

  /// The world to write in.
  var world: World {
    var world = real
    world.out = { [self] in append($0) }
    world.err = { [self] in notices += $0 }
    world.outputIsClosed = { [self] in isClosed || real.outputIsClosed() }
    return world
  }

  private func append(_ text: String) {
    if isClosed { return }
    if pager == nil && hasPager {
      kept += text
      lines += text.utf8.count { $0 == UInt8(ascii: "\n") }
      if lines < real.height { return }
      pager = real.openPager()
      hasPager = pager != nil
      send(kept)
      kept = ""
    } else {
      send(text)
    }
  }

  private func send(_ text: String) {
    if let pager { isClosed = !pager.write(text) } else { real.out(text) }
  }

  /// Writes what is left, and waits for the reader.
  func finish() {
    if let pager { pager.close() } else { real.out(kept) }
    (pager, kept) = (nil, "")
    if !notices.isEmpty { real.err(notices) }
    notices = ""
  }
}
