import VocDesk
import VocDomain

/// Reads keys, does what they ask for on the desk, draws; until somebody quits or the terminal is gone.
///
/// Nothing is held open while it waits for a key: others read and write as if it were not there.
struct TriageLoop {
  /// The tickets that a filter finds, and how many there are altogether.
  typealias Queue = (_ filter: String) throws -> (lines: [TicketLine], total: Int)

  let desk: Desk
  let invocation: Invocation
  let queue: Queue

  var model: TriageModel
  private let clock: ZoneClock
  private var decoder = KeyDecoder()
  /// What the terminal shows; nil: nobody knows.
  private var shown: ScreenBuffer?
  /// The ticket that is shown, and the width that it was broken to.
  var view: Desk.TicketView?
  private var window: Desk.ReplyWindow?
  private var viewWidth = 0
  private var seenVersion: Int64?
  private var lastLook = -Double.infinity
  private var isOver = false

  var terminal: Terminal { invocation.world.terminal }
  var language: Language { invocation.language }

  /// How often to ask whether somebody else has written, in seconds.
  static let rhythm = 1.0

  init(desk: Desk, invocation: Invocation, queue: @escaping Queue) throws {
    self.desk = desk
    self.invocation = invocation
    self.queue = queue
    model = TriageModel(size: invocation.world.terminal.size())
    clock = try invocation.readersClock()
  }

  mutating func run() throws {
    try invocation.world.flush()
    try terminal.enter()
    defer { terminal.leave() }
    look(isForced: true)
    while !isOver {
      draw()
      step(terminal.read(decoder.patience ?? TriageLoop.rhythm))
      look(isForced: false)
    }
  }

  private mutating func step(_ reading: Terminal.Reading) {
    switch reading {
    case .bytes(let bytes): press(decoder.feed(bytes))
    case .nothing: press(decoder.timeOut())
    case .redraw: redraw()
    case .closed: isOver = true
    }
  }

  private mutating func press(_ keys: [Key]) {
    for key in keys where !isOver {
      for effect in model.press(key) { follow(effect) }
    }
  }

  private mutating func follow(_ effect: TriageEffect) {
    switch effect {
    case .perform(let changes, let ticket, let draft): perform(changes, on: ticket, draft: draft)
    case .next: next()
    case .togglePresence: togglePresence()
    case .undo: takeBack()
    case .edit(let purpose, let ticket, let delivery):
      edit(purpose, ticket, delivery)
      redraw()
    case .pick(let purpose, let ticket): pick(purpose, ticket)
    case .rehearseMerge(let ticket, let survivor): rehearseMerge(ticket, into: survivor)
    case .merge(let ticket, let survivor): merge(ticket, into: survivor)
    case .filter(let text): filter(text)
    case .completeFilter(let typed): completeFilter(typed)
    case .redraw: redraw()
    case .suspend:
      terminal.suspend()
      redraw()
    case .quit: isOver = true
    }
  }

  private mutating func redraw() {
    shown = nil
    model.resize(terminal.size())
  }

  private mutating func draw() {
    var screen = TriageView(model: model, invocation: invocation, actor: invocation.actor).draw()
    if !invocation.style.isOn { screen.dropColours() }
    let bytes = screen.difference(from: shown)
    shown = screen
    if !bytes.isEmpty && !terminal.write(bytes) { isOver = true }
  }

  // MARK: What the database has

  /// Reads anew what somebody else has changed, asking at most once a rhythm, and what is to be shown.
  private mutating func look(isForced: Bool) {
    let now = invocation.world.uptime()
    if isForced || now - lastLook >= TriageLoop.rhythm {
      lastLook = now
      tell {
        let version = try $0.desk.dataVersion()
        if version != $0.seenVersion {
          try $0.refresh()
          $0.seenVersion = version
        } else {
          // Who waits has waited a little longer.
          $0.breakConversation()
        }
      }
    }
    if model.selected != view?.ticket.id || viewWidth != model.layout.conversationColumns.count {
      tell { try $0.readConversation() }
    }
  }

  /// The queue and the conversation, as they are now.
  mutating func refresh() throws {
    let (lines, total) = try queue(model.filter)
    model.show(lines.map(TriageTicket.init), total: total)
    model.agents = try desk.namesOfAgents().values.sorted()
    try readConversation()
  }

  mutating func readConversation() throws {
    view = nil
    model.conversation = nil
    guard let ticket = model.selected else { return }
    view = try desk.view(ticket: ticket)
    window = try desk.replyWindow(ofTicket: ticket)
    breakConversation()
  }

  private mutating func breakConversation() {
    viewWidth = model.layout.conversationColumns.count
    guard let view else { return }
    model.conversation =
      ConversationText(
        view: view, invocation: invocation, clock: clock, width: viewWidth, window: window
      ).conversation
  }

  /// Does something that may fail; an error is told, and triage goes on.
  mutating func tell(_ work: (inout TriageLoop) throws -> Void) {
    do {
      try work(&self)
    } catch let error where storageTrouble(of: error) == .locked {
      model.notice = .failed(
        invocation.say(
          Phrase(
            es: "Otro proceso está escribiendo; no se cambió nada. La misma tecla lo intenta de nuevo.",
            en: "Another process is writing; nothing was changed. The same key tries again.")))
    } catch VocError.windowClosed(let ticket, _, _) {
      // In the moment in which it closed: what was typed is kept.
      model.notice = .failed(
        invocation.say(
          Phrase(
            es: "La ventana del #{id} acaba de cerrarse: r pide la plantilla, o si ya se envió a mano.",
            en: "The window of #{id} has just closed: r asks for the template, or if it was sent by hand."),
          ["id": "\(ticket)"]))
    } catch {
      model.notice = .failed(Explanation.inTriage(error, language: language))
    }
  }
}

extension TriageTicket {
  init(_ line: TicketLine) {
    self.init(
      id: line.ticket.id, status: line.ticket.status, priority: line.ticket.priority,
      subject: line.ticket.subject, customer: line.customer, assignee: line.assignee,
      waitingSince: line.ticket.waitingSince, dueAt: line.dueAt)
  }
}
