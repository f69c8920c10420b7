/// Open stretches in the order of time, none touching the next, with the business time before each.
///
/// Both questions of a business clock, how much was worked until an instant and when a sum of work is
/// reached, are one binary search, whatever the span. Instants are Unix seconds.
struct OpenStretches {
  struct Stretch: Equatable {
    let start: Int64
    /// Not part of it.
    var end: Int64
    /// Business seconds of all stretches before this one.
    let before: Int64

    /// Business seconds up to its end.
    var total: Int64 { before + end - start }
  }

  private(set) var stretches: [Stretch] = []

  /// Adds what is open later than everything before; the empty stretch is left out, one that begins where the
  /// last ends lengthens it.
  mutating func append(from start: Int64, to end: Int64) {
    guard start < end else { return }
    if let last = stretches.indices.last, stretches[last].end >= start {
      stretches[last].end = max(stretches[last].end, end)
    } else {
      stretches.append(Stretch(start: start, end: end, before: stretches.last?.total ?? 0))
    }
  }

  /// Business seconds from the first stretch until an instant.
  func worked(until instant: Int64) -> Int64 {
    let index = firstIndex { $0.start > instant }
    guard index > 0 else { return 0 }
    let stretch = stretches[index - 1]
    return stretch.before + min(instant, stretch.end) - stretch.start
  }

  /// The first instant until which that much was worked; nil where the stretches hold less.
  func instant(whenWorked seconds: Int64) -> Int64? {
    let index = firstIndex { $0.total >= seconds }
    guard index < stretches.count else { return nil }
    return stretches[index].start + seconds - stretches[index].before
  }

  /// The stretch that holds an instant, else the next one.
  func stretch(atOrAfter instant: Int64) -> Stretch? {
    let index = firstIndex { $0.end > instant }
    return index < stretches.count ? stretches[index] : nil
  }

  /// `isLate` is false for all stretches up to some point and true from there on.
  private func firstIndex(where isLate: (Stretch) -> Bool) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if isLate(stretches[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
