import VocChannels
public import VocDomain
import VocStore

/// What customers are worth, as the business says.
extension Desk {
  /// A customer with what they are worth: their own amount, else the sum of those whom they absorbed; nil: nothing is
  /// stated.
  public struct CustomerWorth: Equatable, Sendable {
    public var customer: Customer
    public var amount: Double?
    /// Whether the amount is the sum of those whom they absorbed.
    public var isOfAbsorbed = false
  }

  /// What a file with amounts brought.
  public struct WorthImport: Sendable {
    public var kept = 0
    /// The lines that say nothing of anybody, in the order of the file.
    public var refusals: [(line: Int, text: String, reason: WorthRefusal)] = []
  }

  public enum WorthRefusal: Equatable, Sendable {
    case unknownCustomer, severalCustomers, unreadableAmount, unreadableLine
    /// The customer had an amount already, on a line above.
    case namedBefore(line: Int)
  }

  public func worth(ofCustomer text: String) throws -> CustomerWorth {
    try worth(of: try customer(text))
  }

  func worth(of customer: Customer) throws -> CustomerWorth {
    let amount = try store.value(ofCustomer: customer.id)
    return CustomerWorth(
      customer: customer, amount: amount,
      isOfAbsorbed: try amount != nil && store.statedValue(customer.id) == nil)
  }

  /// States what a customer is worth, 0 or more; nil takes it back, and what is said of those whom they absorbed holds.
  public func setWorth(_ amount: Double?, ofCustomer text: String) throws -> CustomerWorth {
    try store.transaction {
      let customer = try customer(text)
      if let amount {
        try store.setValue(amount, ofCustomer: customer.id, at: now(), by: actor)
      } else {
        try store.removeValue(ofCustomer: customer.id)
      }
      return try worth(of: customer)
    }
  }

  /// Takes amounts from a table: the customer (number, phone, e-mail or name) in the first column, the amount in the
  /// second. A first line without an amount is its header. A second line of the same customer, by whatever name, is
  /// refused: nobody knows whether its amount is a newer one or more of it.
  public func importWorths(fromFile path: String, rehearsing: Bool = false) throws -> WorthImport {
    let file = try ExportFile(path: path)
    func take() throws -> WorthImport {
      var result = WorthImport()
      var isFirst = true
      var lines: [Int64: Int] = [:]
      try TableReader.read(file.source) { row in
        defer { isFirst = false }
        let (name, text) = (row[0].trimmed, row.count > 1 ? row[1].trimmed : "")
        guard let amount = Amount.read(text) else {
          if !isFirst { result.refusals.append((row.line, name, .unreadableAmount)) }
          return
        }
        do {
          let customer = try customer(name)
          if let line = lines[customer.id] {
            result.refusals.append((row.line, name, .namedBefore(line: line)))
            return
          }
          lines[customer.id] = row.line
          try store.setValue(amount, ofCustomer: customer.id, at: now(), by: actor)
          result.kept += 1
        } catch VocError.unknownCustomer {
          result.refusals.append((row.line, name, .unknownCustomer))
        } catch VocError.severalCustomers {
          result.refusals.append((row.line, name, .severalCustomers))
        }
      } problem: { problem in
        isFirst = false
        result.refusals.append(
          (problem.line, String(decoding: problem.raw.prefix(200), as: UTF8.self).trimmed, .unreadableLine))
      }
      return result
    }
    return rehearsing ? try store.rehearsal(take) : try store.transaction(take)
  }
}
