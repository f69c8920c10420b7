import VocDesk

/// The desk whose opening made the database, kept until its command is over.
///
/// Not Sendable: one process, one thread.
final class MadeDatabase {
  var desk: Desk?

  /// A command that wrote nothing leaves no empty database behind.
  func removeIfUnused() {
    // A file that cannot be removed is as good as any other empty one.
    try? desk?.removeIfUnused()
    desk = nil
  }
}
