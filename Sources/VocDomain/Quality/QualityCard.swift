/// What an agent's service on a ticket is judged by: items, and how much each weighs.
public struct QualityCard: Equatable, Sendable {
  public struct Item: Equatable, Sendable {
    public var name: String
    /// Against the others', 1...1000.
    public var weight: Int

    public init(_ name: String, weight: Int) { (self.name, self.weight) = (name, weight) }

    /// What programs know it by: of a usual item the same in every language.
    public var key: String { UsualQualityItem(named: name)?.rawValue ?? name }

    /// What people write for it.
    var words: [String] {
      let others = UsualQualityItem(named: name)?.words ?? []
      return [name] + others.filter { Folding.folded($0) != Folding.folded(name) }
    }

    /// As the card has it, or in the other language as it was asked for.
    func called(_ word: String) -> String { Folding.folded(word) == Folding.folded(name) ? name : word }
  }

  public static let weights = 1...1000
  public static let marks = 1...5

  /// What is judged until somebody lays down something else.
  public static let usual = QualityCard(
    sound: UsualQualityItem.allCases.map { Item($0.rawValue, weight: $0.weight) })

  /// In the order in which they are shown.
  public var items: [Item]

  /// Of items that were checked when they were laid down.
  public init(sound items: [Item]) { self.items = items }

  /// Throws `QualityError` for none, for two of one name whatever their case and accents, or their language where they are usual, and for a weight out of range.
  public init(items: [Item]) throws(QualityError) {
    if items.isEmpty { throw .noItems }
    var seen: Set<String> = []
    for item in items {
      if !seen.insert(Folding.folded(item.key)).inserted || item.name.isEmpty { throw .sameItem(item.name) }
      if !QualityCard.weights.contains(item.weight) { throw .weightOutOfRange(item.name, item.weight) }
    }
    self.items = items
  }

  /// The place of the item of that name, whatever its case and accents; of a usual item by its word in any language.
  public func place(of name: String) -> Int? {
    let (folded, usual) = (Folding.folded(name), UsualQualityItem(named: name))
    return items.firstIndex { Folding.folded($0.name) == folded }
      ?? usual.flatMap { usual in items.firstIndex { UsualQualityItem(named: $0.name) == usual } }
  }

  /// Whether it asks the same, in whatever language its usual items were written.
  public func isSame(as other: QualityCard) -> Bool {
    items.map(\.key) == other.items.map(\.key) && items.map(\.weight) == other.items.map(\.weight)
  }

  /// The marks by place, from words and marks. Throws `QualityError` for an item that the card lacks, one given twice,
  /// a mark that is none, and where there is none at all.
  public func marks(_ given: [(name: String, mark: Int)]) throws(QualityError) -> [Int: Int] {
    var marks: [Int: Int] = [:]
    for (name, mark) in given {
      guard let place = place(of: name) else {
        throw .unknownItem(name, nearest: Nearest.names(to: name, among: items.flatMap(\.words)))
      }
      if !QualityCard.marks.contains(mark) { throw .markOutOfRange(items[place].called(name), mark) }
      if marks.updateValue(mark, forKey: place) != nil { throw .sameItem(items[place].called(name)) }
    }
    if marks.isEmpty { throw .noItems }
    return marks
  }

  /// The weighted mean of marks by place as a percentage: 0 where all are 1, 100 where all are 5. Items without a mark
  /// did not apply and weigh nothing; nil without marks.
  public func percent(_ marks: [Int: Int]) -> Double? {
    var (sum, whole) = (0, 0)
    for (place, mark) in marks where items.indices.contains(place) {
      sum += items[place].weight * (mark - QualityCard.marks.lowerBound)
      whole += items[place].weight * (QualityCard.marks.upperBound - QualityCard.marks.lowerBound)
    }
    return whole > 0 ? 100 * Double(sum) / Double(whole) : nil
  }
}

/// What is wrong with a card, or with a judgement by it.
public enum QualityError: Error, Equatable, Sendable {
  case noItems
  /// Two items of one name, or one without any.
  case sameItem(String)
  case unknownItem(String, nearest: [String])
  case markOutOfRange(String, Int)
  case weightOutOfRange(String, Int)
  /// Nobody has served the ticket; the ticket's number.
  case noAgent(Int64)
  case unknownScore(Int64)
  case removedAlready(Int64)
}
