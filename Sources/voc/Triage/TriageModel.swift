import VocDesk
import VocDomain

/// What the queue shows of a ticket.
struct TriageTicket: Equatable, Sendable {
  var id: Int64
  var status: Ticket.Status
  var priority = Ticket.Priority.normal
  var subject: String
  var customer: String
  var assignee: String?
  var waitingSince: Instant?
  var dueAt: Instant?
}

/// A ticket's conversation as the right pane shows it, broken to the pane's width.
struct TriageConversation: Equatable, Sendable {
  var ticket: Int64
  /// Who, what, since when.
  var head: [StyledText]
  var lines: [StyledText]
  /// Public words so far; somebody who writes a reply is told when there are more.
  var publicMessages: Int
  var isWaiting: Bool
  /// Where only an approved template may go out.
  var closedWindow: TriageClosedWindow?
  /// What a follow-up lacks to be solved; nil for any other ticket.
  var followUp: TriageFollowUp?
}

/// A channel that takes no free text from us now.
struct TriageClosedWindow: Equatable, Sendable {
  var channel: String
  /// As the reader writes it; nil where the customer has never written there.
  var since: String?
}

/// All that triage knows: what is shown, what is being typed. Pure: a key makes a new state and effects.
///
///     var model = TriageModel(size: ScreenSize(rows: 24, columns: 80))
///     model.show(tickets, total: 2)
///     model.press(.character("t"))    // [.perform([.take], ticket: 1)]
struct TriageModel: Sendable {
  enum Pane: Sendable {
    case list
    case conversation
  }

  enum Mode: Sendable {
    case browsing
    case typing(TriagePrompt)
    case choosingPriority(ticket: Int64)
    case picking(TriagePicker)
    case confirming(TriageMerge)
    /// From this line on.
    case help(top: Int)
  }

  /// One sentence at the bottom: what an act did, or why not.
  enum Notice: Equatable, Sendable {
    case done(String)
    case failed(String)
    /// Somebody has said something while a reply was being written.
    case newWords
    case draftKept
    /// Somebody was asked whether to merge, and did not say yes.
    case notMerged
    /// What was typed is no template's name.
    case noTemplateName
    /// A follow-up is not solved without its cause, nor without what was done.
    case followUpLacks(TriagePrompt.Purpose)
    /// What could stand where somebody pressed Tab.
    case choices([String])
    /// Whoever quits loses so many drafts.
    case draftsLeft(Int)
  }

  var size: ScreenSize
  var mode = Mode.browsing
  var pane = Pane.list
  private(set) var tickets: [TriageTicket] = []
  /// How many there are, also beyond those loaded.
  private(set) var total = 0
  /// By number, wherever it stands; also of a ticket that is in no list.
  var selected: Int64?
  /// Where the selected ticket last stood in the list.
  private var lastIndex = 0
  /// The first ticket shown.
  var listTop = 0
  var conversation: TriageConversation?
  /// The first line shown of the conversation; nil: its end, whatever comes.
  var conversationTop: Int?
  var notice: Notice?
  var filter = ""
  /// What somebody typed for a filter that makes no sense.
  var refusedFilter: String?
  /// Who there is to assign to.
  var agents: [String] = []
  /// What was typed and not done yet.
  var drafts: [TriagePrompt.Key: String] = [:]
  /// The template that was last named for a ticket's reply.
  var templates: [Int64: String] = [:]
  /// Whether somebody who quits has been told of their drafts.
  var hasWarnedOfDrafts = false

  init(size: ScreenSize) { self.size = size }

  var layout: TriageLayout {
    switch mode {
    case .typing(let prompt): TriageLayout(size: size, promptRows: prompt.rows(in: size).rows.count)
    case .picking(let picker): TriageLayout(size: size, promptRows: 1 + picker.listRows(in: size))
    case .browsing, .choosingPriority, .confirming, .help: TriageLayout(size: size)
    }
  }

  /// The one that shows where there is room for one: whoever writes to a customer reads them meanwhile.
  var shownPane: Pane {
    switch mode {
    case .typing(let prompt): prompt.ticket == nil ? pane : .conversation
    case .picking, .confirming: .conversation
    case .browsing, .choosingPriority, .help: pane
    }
  }

  /// The ticket on which somebody is in the middle of something.
  private var ticketInHand: Int64? {
    switch mode {
    case .typing(let prompt): prompt.ticket
    case .picking(let picker): picker.ticket
    case .confirming(let merge): merge.ticket
    case .browsing, .choosingPriority, .help: nil
    }
  }

  /// What keeps free text from a ticket's customer, as far as is known.
  func closedWindow(of ticket: Int64?) -> TriageClosedWindow? {
    conversation?.ticket == ticket ? conversation?.closedWindow : nil
  }

  /// Where the selected ticket stands; nil where the list has it no longer.
  var selectedIndex: Int? { tickets.firstIndex { $0.id == selected } }

  /// Takes in what the database has now. The selected ticket stays so while somebody types on it, and as long as the
  /// list has it; then its neighbour is selected.
  mutating func show(_ tickets: [TriageTicket], total: Int) {
    self.tickets = tickets
    self.total = total
    if let index = selectedIndex {
      lastIndex = index
    } else if selected != nil, ticketInHand == selected {
      // What is being written stays beside the conversation that it is for.
    } else {
      select(tickets.isEmpty ? nil : min(lastIndex, tickets.count - 1))
    }
    keepSelectionVisible()
  }

  mutating func select(_ index: Int?) {
    let new = index.map { tickets[$0].id }
    lastIndex = index ?? 0
    if new != selected {
      selected = new
      conversationTop = nil
    }
    keepSelectionVisible()
  }

  /// A ticket by its number, whether the list has it or not.
  mutating func select(ticket: Int64) {
    if selected != ticket { conversationTop = nil }
    selected = ticket
    if let selectedIndex { lastIndex = selectedIndex }
    keepSelectionVisible()
  }

  mutating func resize(_ size: ScreenSize) {
    self.size = size
    keepSelectionVisible()
  }

  mutating func keepSelectionVisible() {
    let room = max(1, layout.listEntries)
    if let index = selectedIndex {
      listTop = min(max(listTop, index - room + 1), index)
    }
    listTop = max(0, min(listTop, tickets.count - room))
  }
}

/// What the loop is to do for a key.
enum TriageEffect {
  /// What has been typed for it is kept until it is done.
  case perform([Desk.TicketChange], ticket: Int64, draft: TriagePrompt.Key? = nil)
  /// What the router has for whoever acts.
  case next
  /// Online or offline, whoever acts.
  case togglePresence
  case undo
  /// A text in the person's own editor.
  case edit(TriagePrompt.Purpose, ticket: Int64, delivery: TriageDelivery = .usual)
  /// Which macros there are for it, and which tickets it could be merged into.
  case pick(TriagePicker.Purpose, ticket: Int64)
  /// To tell what would become of it, before anybody says yes.
  case rehearseMerge(ticket: Int64, into: Int64)
  case merge(ticket: Int64, into: Int64)
  case filter(String)
  /// What could go on from this text of a filter.
  case completeFilter(String)
  case redraw
  case suspend
  case quit
}
