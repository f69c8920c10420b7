public import VocDomain

/// Invented export files of the shapes that channels write, of any length.
///
/// Each hands its text on in pieces of about 64 KiB, so that memory stays flat whatever the length.
public enum DemoExport {
  /// The name of the business in the exported chat.
  public static let business = DemoHouse.name

  /// The IANA zone whose wall clock the exports show.
  public static let zone = DemoHouse.zone

  /// With whom the exported chat is: the file of a real export is called "Chat de WhatsApp con" this name.
  public static func customer(seed: UInt64) -> String { DemoPerson(number: 1, seed: seed).name }

  /// Writes the chat that Android in Mexico exports: one customer and the business, 12-hour clock.
  ///
  /// It comes in visits, with more than a day between them, of about ten messages where that many days have
  /// been since WhatsApp began (May 2009); a longer chat has longer visits.
  public static func whatsapp(
    messages: Int, seed: UInt64, until: Instant, write: ([UInt8]) throws -> Void
  ) throws {
    let until = try ZoneClock(named: zone).localTime(of: until)
    try DemoChat(messages: messages, seed: seed, until: until).write(messages, write)
  }

  /// Writes the table of answers that a survey tool exports: UTF-8 with a byte order mark, semicolons.
  public static func surveyCSV(
    rows: Int, seed: UInt64, until: Instant, write: ([UInt8]) throws -> Void
  ) throws {
    let clock = try ZoneClock(named: zone)
    try DemoSurveyTable(rows: rows, seed: seed, until: until, clock: clock).write(rows, write)
  }

  /// Writes the queue_log of a switch with some hundred agents: callers come back, one in ten gives up.
  public static func queueLog(
    rows: Int, seed: UInt64, until: Instant, write: ([UInt8]) throws -> Void
  ) throws {
    try DemoQueueLog(rows: rows, seed: seed, until: until).write(rows, write)
  }

  /// Writes the call detail records of the same kind of switch, two or three legs a call.
  public static func asteriskCDR(
    rows: Int, seed: UInt64, until: Instant, write: ([UInt8]) throws -> Void
  ) throws {
    let clock = try ZoneClock(named: zone)
    try DemoCallRecords(rows: rows, seed: seed, until: until, clock: clock).write(rows, write)
  }

  /// Writes the webhooks of a WhatsApp number, JSON lines with one message each.
  public static func whatsappCloud(
    messages: Int, seed: UInt64, until: Instant, write: ([UInt8]) throws -> Void
  ) throws {
    try DemoWebhooks(messages: messages, seed: seed, until: until).write(messages, write)
  }
}

/// An invented export that grows at its end.
protocol DemoText {
  /// What has not been handed on yet.
  var text: [UInt8] { get set }
  /// Rows, or messages, so far.
  var written: Int { get }
  /// Appends a row or a few.
  mutating func writeSome()
}

extension DemoText {
  private static var pieceSize: Int { 1 << 16 }

  /// Hands on `count` rows in pieces.
  consuming func write(_ count: Int, _ handOn: ([UInt8]) throws -> Void) throws {
    while written < count {
      while text.count < Self.pieceSize && written < count { writeSome() }
      try handOn(text)
      text.removeAll(keepingCapacity: true)
    }
  }
}

extension [UInt8] {
  mutating func append(_ text: String) { self += text.utf8 }

  /// With zeros in front up to `width` digits.
  mutating func append(number: Int, width: Int = 1) {
    let digits = String(number)
    for _ in digits.utf8.count..<Swift.max(width, digits.utf8.count) { append(48) }
    append(digits)
  }
}
