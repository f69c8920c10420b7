/// The signals that hold for one customer.
public struct ChurnSignals: Equatable, Sendable, ExpressibleByArrayLiteral {
  /// One bit each, in the order of the cases.
  private var bits: UInt16 = 0

  public init(_ signals: some Sequence<ChurnSignal>) { for signal in signals { insert(signal) } }

  public init(arrayLiteral signals: ChurnSignal...) { self.init(signals) }

  public func contains(_ signal: ChurnSignal) -> Bool { bits & signal.bit != 0 }

  public mutating func insert(_ signal: ChurnSignal) { bits |= signal.bit }

  public mutating func formUnion(_ other: ChurnSignals) { bits |= other.bits }

  public func union(_ other: ChurnSignals) -> ChurnSignals {
    var both = self
    both.formUnion(other)
    return both
  }
}

extension ChurnSignal {
  fileprivate var bit: UInt16 {
    switch self {
    case .detractor: 1
    case .churnPhrase: 1 << 1
    case .badSatisfaction: 1 << 2
    case .openOverdue: 1 << 3
    case .reopened: 1 << 4
    case .competitor: 1 << 5
    case .manyContacts: 1 << 6
    case .fallingScore: 1 << 7
    case .legalThreat: 1 << 8
    case .silent: 1 << 9
    case .resolvedAtFirst: 1 << 10
    case .promoter: 1 << 11
    }
  }
}
