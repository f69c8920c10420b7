public import VocDomain
import VocStore

/// Filters that people save under a name, for themselves and for everybody.
extension Desk {
  /// A view, and what is wrong with it by now.
  public struct ViewLine: Sendable {
    public var view: SavedView
    public var problem: FilterError?
  }

  public func views() throws -> [ViewLine] {
    let names = try filterNames()
    return try store.views().map { view in
      do throws(FilterError) {
        _ = try TicketFilter.parse(view.text, among: names, views: .refused)
        return ViewLine(view: view, problem: nil)
      } catch {
        return ViewLine(view: view, problem: error)
      }
    }
  }

  /// Saves a filter under a name, and returns what stood there before; `replaces`: also in the place of another.
  ///
  /// Throws `FilterError` for a text that is no filter, or that names a view itself.
  public func saveView(_ name: String, filter text: String, replaces: Bool) throws -> SavedView? {
    guard let name = SavedView.name(name) else { throw VocError.badViewName(name) }
    if try filter(text, views: .refused) == .everything { throw VocError.emptyView(name) }
    let text = text.trimmed
    return try store.transaction {
      let old = try store.view(named: name)
      if let old, old.text != text, !replaces { throw VocError.viewExists(old.name, filter: old.text) }
      if old?.text != text || old?.name != name {
        try store.save(SavedView(name: name, text: text, actor: actor, at: now()))
      }
      return old
    }
  }

  public func removeView(_ name: String) throws -> SavedView {
    try store.transaction {
      let name = SavedView.name(name) ?? name
      guard let view = try store.view(named: name) else {
        throw VocError.unknownView(
          name, nearest: Nearest.names(to: name, among: try store.views().map(\.name)))
      }
      try store.removeView(named: name)
      return view
    }
  }
}
