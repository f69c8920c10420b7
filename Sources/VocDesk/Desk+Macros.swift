public import VocDomain
import VocStore

/// Texts that agents use again and again, filled in for each ticket.
extension Desk {
  /// By name.
  public func macros() throws -> [Macro] { try store.macros() }

  /// The macro of that name, whatever its case and accents.
  public func macro(named name: String) throws -> Macro {
    if let macro = try store.macro(named: name) { return macro }
    throw VocError.unknownMacro(
      name, nearest: Desk.nearest(to: name, among: try store.macros().map(\.name)))
  }

  /// Keeps a text under a name. Throws `MacroError` for placeholders that make no sense, and `VocError.duplicateName`
  /// where one of that name is kept and is not to be replaced.
  public func saveMacro(_ name: String, text: String, replacing: Bool) throws -> Macro {
    let body = Desk.storable(text)
    _ = try MacroText(parsing: body)
    return try store.transaction {
      if !replacing, let known = try store.macro(named: name) { throw VocError.duplicateName(known.name) }
      let macro = Macro(name: Desk.storable(name), body: body, author: actor, savedAt: now())
      try store.save(macro)
      return macro
    }
  }

  /// Forgets a text; what was said with it stays.
  public func removeMacro(_ name: String) throws -> Macro {
    try store.transaction {
      let macro = try macro(named: name)
      try store.removeMacro(named: name)
      return macro
    }
  }

  /// The macro's text as the actor would say it on a ticket. Throws `VocError.macroLacks`.
  public func filled(_ name: String, forTicket id: Int64) throws -> String {
    try store.snapshot { try filled(name, for: try ticket(id)) }
  }

  /// A macro as the actor would say it on a ticket, or what is not known there (`VocError.macroLacks`).
  public struct FilledMacro: Sendable {
    public var name: String
    public var text: Result<String, VocError>
  }

  /// Every macro as the actor would say it on a ticket, by name.
  public func filledMacros(forTicket id: Int64) throws -> [FilledMacro] {
    try store.snapshot {
      let ticket = try ticket(id)
      let values = try macroValues(for: ticket)
      return try store.macros().map {
        FilledMacro(name: $0.name, text: try filled($0, with: values, for: ticket))
      }
    }
  }

  func filled(_ name: String, for ticket: Ticket) throws -> String {
    try filled(try macro(named: name), with: try macroValues(for: ticket), for: ticket).get()
  }

  private func filled(
    _ macro: Macro, with values: [MacroText.Field: String], for ticket: Ticket
  ) throws -> Result<String, VocError> {
    let body = try MacroText(parsing: macro.body)
    switch Result(catching: { () throws(MacroError) in try body.filled(values) }) {
    case .success(let text): return .success(text)
    case .failure(.noValue(let fields)):
      return .failure(.macroLacks(macro.name, ticket: ticket.id, fields.map(\.rawValue)))
    case .failure(let error): throw error
    }
  }

  private func macroValues(for ticket: Ticket) throws -> [MacroText.Field: String] {
    let channel = try channel(ticket.channelID)
    let customer = try store.customer(ticket.customerID)
    let hour = try ZoneClock(named: channel.zone).localTime(of: now()).hour
    var values: [MacroText.Field: String] = [
      .agentName: try actingAgent()?.name ?? actor, .ticketID: "\(ticket.id)", .ticketSubject: ticket.subject,
      .channelName: channel.name,
      .greeting: Greeting.text(
        language: customer?.language, country: customer?.country ?? channel.country, hour: hour),
    ]
    // A number that stands in the place of a name is none, nor is what nobody in particular goes by.
    if let customer, PersonName.isName(customer.name),
      try !store.isNobody(customer.id)
    {
      values[.customerName] = customer.name
      values[.customerFirstName] = PersonName.first(of: customer.name)
    }
    return values
  }
}
