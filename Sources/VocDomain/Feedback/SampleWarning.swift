/// What a reader must be told about a figure because of the size of its sample.
public enum SampleWarning: String, CaseIterable, Sendable {
  /// No answers at all ("sin datos").
  case noData
  /// Under 10 answers: hide the figure and show the counts ("muestra insuficiente").
  case figureHidden
  /// 10 to 29 answers ("muestra pequeña").
  case smallSample
  /// The figure may be wrong by more than 10 points either way ("orientativo").
  case indicative
  /// Under 10 % of those who were asked have answered: they may be unlike the others.
  case lowResponse
  /// On one channel customers answer more than twice as often as on another.
  case unequalResponse
  /// More have answered than were asked, as far as is known: no rate can be told.
  case moreAnswersThanSent

  /// The answers, or whatever is counted, under which a figure is not shown.
  public static let fewestShown = 10

  /// The warnings that apply to a figure of `n` answers, gravest first.
  ///
  /// - Parameter marginOfError: half the width of the figure's 95 % interval, in points of NPS or percent;
  ///   nil where it has none.
  public static func rule(n: Int, marginOfError: Double?) -> [SampleWarning] {
    if n <= 0 { return [.noData] }
    var warnings: [SampleWarning] = []
    if n < fewestShown { warnings.append(.figureHidden) } else if n < 30 { warnings.append(.smallSample) }
    if let marginOfError, marginOfError > 10 { warnings.append(.indicative) }
    return warnings
  }
}
