import VocDesk
import VocDomain

/// The filter that is typed in triage, as far as `ticket list` has options for it.
///
///     status:pending assignee:@me tag:vip
enum TriageFilter {
  /// Throws a `UsageError` for what it does not understand.
  static func read(_ text: String) throws -> Desk.TicketFilter {
    var filter = Desk.TicketFilter()
    for (field, value) in try terms(text) {
      switch field {
      case "status", "estado": filter.statuses += try TicketList.statuses([value])
      case "channel", "canal": filter.channel = value
      case "customer", "cliente": filter.customer = value
      case "assignee", "asignado": filter.assignee = value
      case "tag", "etiqueta": filter.tag = value
      case "sort", "orden": filter.sort = try sort(value)
      default: throw unknown(field)
      }
    }
    return filter
  }

  private static func sort(_ word: String) throws -> Desk.TicketFilter.Sort {
    if let sort = Desk.TicketFilter.Sort(rawValue: word) { return sort }
    throw UsageError(
      Phrase(es: "«{word}» no es un orden", en: "“{word}” is no order"),
      Phrase(es: "Los órdenes son {all}", en: "The orders are {all}"),
      ["word": word, "all": Desk.TicketFilter.Sort.allCases.map(\.rawValue).joined(separator: ", ")])
  }

  /// Words of the shape field:value; quotation marks hold a value with spaces together. A bare word is a customer.
  private static func terms(_ text: String) throws -> [(field: String, value: String)] {
    var words: [String] = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character.isWhitespace && !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return try words.filter { !$0.isEmpty }.map { word in
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 1 { return ("customer", word) }
      if parts[1].isEmpty { throw unknown(word) }
      return (Folding.folded(String(parts[0])), String(parts[1]))
    }
  }

  private static func unknown(_ word: String) -> UsageError {
    UsageError(
      Phrase(es: "«{word}» no es un filtro", en: "“{word}” is no filter"),
      Phrase(
        es: "Van status:, channel:, customer:, assignee:, tag: o sort:, o el nombre de un cliente",
        en: "Use status:, channel:, customer:, assignee:, tag: or sort:, or a customer’s name"),
      ["word": word])
  }
}
