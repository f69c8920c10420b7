/// A terminal whose whole screen voc has for a while; part of `World`, so that tests can be one.
struct Terminal {
  /// What came of waiting for a key.
  enum Reading: Equatable {
    case bytes([UInt8])
    /// Nothing within the time.
    case nothing
    /// Another size, or back from being suspended: what is shown is to be drawn anew.
    case redraw
    /// Nobody is there any more.
    case closed
  }

  var size: () -> ScreenSize
  /// Waits at most so many seconds.
  var read: (_ seconds: Double) -> Reading
  /// Writes a frame at once; false where nobody is there any more.
  var write: (String) -> Bool
  /// Takes the screen: the alternate one, keys as they come. Until `leave` every way out of the process, a crash
  /// included, gives the terminal back as it was.
  var enter: () throws -> Void
  var leave: () -> Void
  /// Gives the screen back for as long as something else needs it: an editor.
  var lend: (_ work: () throws -> Void) throws -> Void
  /// Stops the process as Ctrl+Z does elsewhere; comes back when it goes on.
  var suspend: () -> Void

  /// Where there is none: nobody types, nothing shows.
  static var none: Terminal {
    Terminal(
      size: { ScreenSize(rows: 0, columns: 0) }, read: { _ in .closed }, write: { _ in false }, enter: {},
      leave: {}, lend: { try $0() }, suspend: {})
  }
}
