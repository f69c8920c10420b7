/// A list of things, shown in the way that its reader wants.
///
/// A table on a terminal; tab-separated full values without a header in a pipe; JSON with `--json`.
struct Listing<Item>: Sendable {
  struct Column: Sendable {
    /// The field of `--json`.
    let name: String
    let header: Phrase
    var alignment = DisplayWidth.Alignment.left
    var isFlexible = false
    /// As in `TextTable.Column`.
    var least: Int? = nil
    var rank: Int? = nil
    /// Only in JSON: what would crowd a table.
    var isHidden = false
    /// Where no item has anything to say here, a table does without the column.
    var isIdle: (@Sendable (Item) -> Bool)? = nil
    let value: @Sendable (Item) -> JSON
    /// The cell of a pipe, the same in every language, where the value would be JSON in it.
    var plain: (@Sendable (Item) -> String)? = nil
    /// What people see; the value itself where it is nil.
    var cell: (@Sendable (Item, Invocation) -> TextTable.Cell)? = nil
  }

  let columns: [Column]

  init(_ columns: [Column]) { self.columns = columns }

  /// For the verb's `jsonFields`.
  var fields: [String] { columns.map(\.name) }

  func write(_ items: some Sequence<Item>, for invocation: Invocation) {
    if let asked = invocation.jsonFields {
      writeJSON(items, asked, invocation)
    } else if let format = invocation.format {
      write(items, as: format, invocation)
    } else if invocation.world.outputIsTerminal {
      writeTable(items, invocation)
    } else {
      writeTabSeparated(items, invocation)
    }
  }

  /// An array with one object a line.
  private func writeJSON(_ items: some Sequence<Item>, _ asked: [String], _ invocation: Invocation) {
    let chosen = asked.compactMap { name in columns.first { $0.name == name } }
    var separator = "["
    for item in items {
      if invocation.world.outputIsClosed() { return }
      let object = JSON.object(chosen.map { .init($0.name, $0.value(item)) })
      invocation.world.out(separator + object.text)
      separator = ",\n"
    }
    invocation.print(separator == "[" ? "[]" : "]")
  }

  private func write(_ items: some Sequence<Item>, as format: ListFormat, _ invocation: Invocation) {
    for item in items {
      if invocation.world.outputIsClosed() { return }
      invocation.print(
        format.line { name in
          columns.first { $0.name == name }.map { $0.plain?(item) ?? $0.value(item).plain } ?? ""
        })
    }
  }

  private func writeTabSeparated(_ items: some Sequence<Item>, _ invocation: Invocation) {
    let shown = columns.filter { !$0.isHidden }
    for item in items {
      if invocation.world.outputIsClosed() { return }
      invocation.print(
        shown.map { Escaping.tsvCell($0.plain?(item) ?? $0.value(item).plain) }.joined(separator: "\t"))
    }
  }

  private func writeTable(_ items: some Sequence<Item>, _ invocation: Invocation) {
    let items = Array(items)
    let shown = columns.filter { column in
      !column.isHidden && !(column.isIdle.map { items.allSatisfy($0) } ?? false)
    }
    var table = TextTable(
      shown.map {
        .init(
          header: $0.header(invocation.language), alignment: $0.alignment, isFlexible: $0.isFlexible,
          least: $0.least, rank: $0.rank)
      })
    for item in items {
      table.add(shown.map { cell(of: item, $0, invocation) })
    }
    if table.rows.isEmpty { return }
    invocation.world.out(table.text(width: invocation.world.width, style: invocation.style))
  }

  private func cell(of item: Item, _ column: Column, _ invocation: Invocation) -> TextTable.Cell {
    let value = column.value(item)
    // Whatever has the shape of a time is shown as it is.
    if invocation.showsUTC, case .string(let text) = value, Timestamp.isUTC(text) { return .init(text) }
    return column.cell?(item, invocation) ?? TextTable.Cell(value.plain)
  }
}
