/// Finds where the author of a record ends and its body begins.
struct AuthorSplit {
  /// The author as the file has it; nil for a line of the channel itself.
  let author: ByteView?
  /// The author and what follows up to the second ": ", a name that itself may hold one.
  let longer: ByteView?
  /// Where the body starts, counted in the rest of the header's line.
  let bodyStart: Int
  let longerBodyStart: Int

  /// A longer stretch before ": " is a sentence.
  private static let nameLimit = 256

  /// `rest` is the header's line after the stamp.
  init(_ rest: ByteView) {
    var author: ByteView?
    var longer: ByteView?
    var bodyStart = 0
    var longerBodyStart = 0
    var search = 1
    while longer == nil, let colon = rest.firstIndex(of: 0x3A, from: search) {
      search = colon + 1
      if colon > AuthorSplit.nameLimit { break }
      let isLast = colon + 1 == rest.count
      guard isLast || rest[colon + 1] == 0x20 else { continue }
      let name = rest[0, colon]
      // A line that only ends with a colon has an author only where nothing came before it.
      if author == nil {
        if name.isBlank { continue }
        author = name
        bodyStart = isLast ? colon + 1 : colon + 2
      } else if !isLast {
        longer = name
        longerBodyStart = colon + 2
      }
    }
    self.author = author
    self.longer = longer
    self.bodyStart = bodyStart
    self.longerBodyStart = longerBodyStart
  }
}
