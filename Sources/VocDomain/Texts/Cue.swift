/// What a message may be a sign of; raw values are kept in databases and written in filters.
public enum Cue: String, CaseIterable, Sendable {
  case urgency
  case complaint
  case legal
  case churn
  case competitor
  case praise
  case repeatContact = "repeat_contact"
}

/// Which cues a text gives, and how much each weighs: two bits a cue, in the order of the cases.
///
/// Kept in databases as one number.
public struct CueSet: Hashable, Sendable {
  public private(set) var bits: Int64

  public init() { bits = 0 }

  /// As kept; bits beyond the cues that there are count for nothing.
  public init(bits: Int64) { self.bits = bits & CueSet.mask(of: Cue.allCases) }

  public var isEmpty: Bool { bits == 0 }

  /// In the order of `Cue`.
  public var cues: [Cue] { Cue.allCases.filter { self[$0] > 0 } }

  /// How much a cue weighs, 1...3; 0 where the text does not give it.
  public subscript(cue: Cue) -> Int {
    get { Int(bits >> CueSet.shift(cue) & 3) }
    set { bits = bits & ~(3 << CueSet.shift(cue)) | Int64(min(3, max(0, newValue))) << CueSet.shift(cue) }
  }

  /// With what another text gives, each at its most.
  public mutating func formUnion(_ other: CueSet) {
    for cue in other.cues { self[cue] = max(self[cue], other[cue]) }
  }

  /// The bits of some cues, whatever they weigh.
  public static func mask(of cues: some Sequence<Cue>) -> Int64 { cues.reduce(0) { $0 | 3 << shift($1) } }

  private static func shift(_ cue: Cue) -> Int64 {
    switch cue {
    case .urgency: 0
    case .complaint: 2
    case .legal: 4
    case .churn: 6
    case .competitor: 8
    case .praise: 10
    case .repeatContact: 12
    }
  }
}
