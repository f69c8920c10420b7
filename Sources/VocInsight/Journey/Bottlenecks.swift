/// Where customers waited for us: the edges by the time that they cost customers in all.
///
/// Only waits that the company holds count. Those that end by closing what was solved are nobody's: a timer's month
/// between solving and closing would hide every wait that a customer feels.
public struct Bottlenecks: Equatable, Sendable {
  public struct Bottleneck: Equatable, Sendable {
    public let from: String
    public let to: String
    /// Of the waits that the company held.
    public let waits: WaitFigures
    /// Of all felt waiting, 0...1.
    public let share: Double
  }

  /// The longest in total first; equal ones by name. Edges on which nobody waited a second are left out.
  public let ranked: [Bottleneck]
  /// All felt waiting, in seconds.
  public let feltSeconds: Int64

  init(_ graph: JourneyGraph) {
    let felt = graph.waits.compactMap {
      transition, byHolder -> (from: String, to: String, waits: WaitFigures)? in
      guard let waits = WaitFigures(byHolder[WaitHolder.company.place]), waits.total > 0 else { return nil }
      return (graph.name(transition.from), graph.name(transition.to), waits)
    }
    let sum = felt.reduce(0) { $0 + $1.waits.total }
    feltSeconds = sum
    ranked = felt.map { edge in
      Bottleneck(
        from: edge.from, to: edge.to, waits: edge.waits, share: Double(edge.waits.total) / Double(sum))
    }.sorted { ($1.waits.total, $0.from, $0.to) < ($0.waits.total, $1.from, $1.to) }
  }
}

extension JourneyGraph {
  public func bottlenecks() -> Bottlenecks { Bottlenecks(self) }
}
