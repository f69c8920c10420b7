import VocDomain

/// What speaks for a customer's leaving, or against it.
public enum ChurnSignal: String, CaseIterable, Sendable {
  case detractor = "last_nps_detractor"
  case churnPhrase = "churn_phrase"
  case badSatisfaction = "last_csat_bad"
  case openOverdue = "open_overdue"
  /// Within 30 days.
  case reopened = "reopened_30d"
  case competitor = "competitor"
  /// Three contacts or more within 30 days.
  case manyContacts = "contacts_30d_ge3"
  /// By 3 points of the 0...10 scale or more.
  case fallingScore = "nps_drop_ge3"
  case legalThreat = "legal"
  /// 90 days without a word.
  case silent = "silent_90d"
  case resolvedAtFirst = "resolved_first"
  case promoter = "promoter"

  /// How long contacts and reopenings count, in seconds: 30 days.
  public static let recent = 30 * Seconds.day
  /// How long without a word is silence, and how long a solve counts for a customer: 90 days.
  public static let silence = 90 * Seconds.day

  /// How much the signal adds to the log odds of leaving: an expert's guess, not measured.
  public var weight: Double {
    switch self {
    case .detractor: 2.0
    case .churnPhrase: 1.8
    case .badSatisfaction: 1.2
    case .openOverdue: 0.9
    case .reopened: 0.8
    case .competitor: 0.8
    case .manyContacts: 0.7
    case .fallingScore: 0.7
    case .legalThreat: 0.6
    case .silent: 0.5
    case .resolvedAtFirst: -0.5
    case .promoter: -1.5
    }
  }
}
