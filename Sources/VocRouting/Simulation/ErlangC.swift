import Foundation

/// The Erlang C queue (M/M/n): Poisson arrivals, exponential handling times, n equal agents, nobody hangs up.
///
/// A yardstick for the simulation, and a first guess at staffing. Formulas: N. Gans, G. Koole, A. Mandelbaum,
/// "Telephone Call Centers: Tutorial, Review, and Research Prospects", Manufacturing & Service Operations
/// Management 5(2), 2003; Erlang B by its usual recursion, which only ever divides numbers between 0 and n +
/// a.
public struct ErlangC: Equatable, Sendable {
  /// Tickets a second.
  public let arrivalRate: Double
  /// Seconds.
  public let meanHandling: Double
  public let agents: Int

  public init(arrivalRate: Double, meanHandling: Double, agents: Int) {
    precondition(arrivalRate > 0 && meanHandling > 0 && agents > 0, "an empty queue")
    self.arrivalRate = arrivalRate
    self.meanHandling = meanHandling
    self.agents = agents
  }

  /// Erlangs: how many agents are busy on average if none wait.
  public var load: Double { arrivalRate * meanHandling }

  /// The share of their time that agents are busy; 1 or more: the queue grows without end.
  public var occupancy: Double { load / Double(agents) }

  /// The probability that all agents are busy where whoever finds them so goes away (Erlang B).
  public var blocking: Double {
    (1...agents).reduce(1.0) { blocking, n in load * blocking / (Double(n) + load * blocking) }
  }

  /// The probability that a ticket has to wait.
  public var waiting: Double {
    if occupancy >= 1 { return 1 }
    let blocking = blocking
    return blocking / (1 - occupancy * (1 - blocking))
  }

  /// Seconds, over all tickets.
  public var meanWait: Double {
    occupancy >= 1 ? .infinity : waiting * meanHandling / (Double(agents) - load)
  }

  /// The share of tickets that wait no longer than so many seconds.
  public func serviceLevel(within seconds: Double) -> Double {
    if occupancy >= 1 { return 0 }
    return 1 - waiting * exp(-(Double(agents) - load) * seconds / meanHandling)
  }
}
