/// A figure that somebody published of a competitor or of the sector, to compare our own with.
public struct Benchmark: Equatable, Sendable {
  public var id: Int64
  /// Whose figure it is, as people write it.
  public var name: String
  /// NPS or CSAT.
  public var survey: SurveyKind
  /// Of NPS points from -100 to 100, of CSAT percent from 0 to 100.
  public var figure: Double
  /// The year that it tells of.
  public var year: Int
  /// Where it was published.
  public var source: String

  public init(id: Int64, name: String, survey: SurveyKind, figure: Double, year: Int, source: String) {
    (self.id, self.name, self.survey) = (id, name, survey)
    (self.figure, self.year, self.source) = (figure, year, source)
  }

  /// What a published figure of a survey may be; nil of a survey that none is published of.
  public static func scale(of survey: SurveyKind) -> ClosedRange<Double>? {
    switch survey {
    case .nps: -100...100
    case .csat: 0...100
    case .ces, .enps: nil
    }
  }
}
