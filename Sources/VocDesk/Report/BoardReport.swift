/// The few figures by which a business sees how it does: its customers, its processes, its people.
public struct BoardReport: Sendable {
  /// What somebody has now.
  public struct AgentHolding: Equatable, Sendable {
    public var name: String
    /// Unsolved tickets, as the report by agent counts them.
    public var held: Int
    public var isOnline: Bool
  }

  public var satisfaction: SatisfactionReport
  public var customers: CustomerReport
  /// Who has most first.
  public var agents: [AgentHolding]

  public var online: [AgentHolding] { agents.filter(\.isOnline) }

  /// One of the figures of satisfaction and service, as its own report has it; without a value where nothing counts.
  public func figure(_ measure: ReportFigure.Measure, _ unit: ReportFigure.Unit) -> ReportFigure {
    satisfaction.figures.first { $0.measure == measure } ?? ReportFigure(measure, unit, n: 0)
  }

  /// The answers of employees, which nobody sees before there are ten: they were promised not to be known.
  public var employees: ReportFigure { figure(.enps, .points) }
}
