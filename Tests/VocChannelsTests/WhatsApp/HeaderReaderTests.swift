import Testing
import VocDomain

@testable import VocChannels

@Suite struct HeaderReaderTests {
  /// A shape of the fact sheet, its order, and what it says.
  static let shapes: [(header: String, order: DateOrder, stamp: String)] = [
    ("[28/2/24, 9:59:02] ", .dmy, "2024-02-28 09:59:02"),
    ("25/6/24 14:03 - ", .dmy, "2024-06-25 14:03:00"),
    ("1/4/2026, 22:45 - ", .dmy, "2026-04-01 22:45:00"),
    ("[31/12/24, 9:05:02] ", .dmy, "2024-12-31 09:05:02"),
    ("01/04/21 11:04 p.\u{A0}m. - ", .dmy, "2021-04-01 23:04:00"),
    ("28/3/2025, 9:29\u{202F}p.\u{A0}m. - ", .dmy, "2025-03-28 21:29:00"),
    ("28/3/2025, 9:29 p. m. - ", .dmy, "2025-03-28 21:29:00"),
    ("[24-04-26, 9:24:05 p. m.] ", .dmy, "2026-04-24 21:24:05"),
    ("12/31/25, 11:59\u{202F}p.\u{A0}m. - ", .mdy, "2025-12-31 23:59:00"),
    ("21/04/2026 09:12 - ", .dmy, "2026-04-21 09:12:00"),
    ("[12/09/2026, 09:02:10] ", .dmy, "2026-09-12 09:02:10"),
    ("1/4/23, 7:02\u{202F}PM - ", .mdy, "2023-01-04 19:02:00"),
    ("[26.06.26, 3:00:00\u{202F}PM] ", .dmy, "2026-06-26 15:00:00"),
    ("09/12/2012 17:02:35: ", .dmy, "2012-12-09 17:02:35"),
    ("09/17/19, 8:30:52 AM – ", .mdy, "2019-09-17 08:30:52"),
    ("[2024/10/31 15:50:46] ", .ymd, "2024-10-31 15:50:46"),
    ("2019/02/13, 4:38 am - ", .ymd, "2019-02-13 04:38:00"),
    ("2019-02-13 16:38 - ", .ymd, "2019-02-13 16:38:00"),
    ("13.6.2018 klo 21.25.15 - ", .dmy, "2018-06-13 21:25:15"),
    ("[13.6.2018 klo 21.25.15] ", .dmy, "2018-06-13 21:25:15"),
    ("[13. 6. 2018. 21:25:15] ", .dmy, "2018-06-13 21:25:15"),
    ("13/06/18 21.25 - ", .dmy, "2018-06-13 21:25:00"),
    ("١٣\u{200F}/٦\u{200F}/٢٠١٨، ٩:٢٥ م - ", .dmy, "2018-06-13 21:25:00"),
    ("١٣/٦/٢٠١٨، ٩:٢٥ ص - ", .dmy, "2018-06-13 09:25:00"),
    ("۱۳/۶/۲۰۱۸, ۲۱:۲۵ - ", .dmy, "2018-06-13 21:25:00"),
    ("\u{200E}[28/2/24, 9:59:02] ", .dmy, "2024-02-28 09:59:02"),
    ("\u{FEFF}\u{200F}[28/2/24, 9:59:02] ", .dmy, "2024-02-28 09:59:02"),
    ("\u{FEFF}25/6/24 14:03 - ", .dmy, "2024-06-25 14:03:00"),
    ("1/23/23, 3:22_AM - ", .mdy, "2023-01-23 03:22:00"),
    ("[28/2/24\u{A0}9:59:02] ", .dmy, "2024-02-28 09:59:02"),
    ("[28/2/24\u{2009}9:59:02] ", .dmy, "2024-02-28 09:59:02"),
  ]

  @Test(arguments: shapes) func readsEveryShape(header: String, order: DateOrder, stamp: String) throws {
    let line = header + "Ana: hola"
    let read = try #require(line.readHeader())
    #expect(read.time(in: order)?.written == stamp)
    #expect(read.restStart == header.utf8.count)
    #expect(WhatsAppExport.recognises(Array(line.utf8)))
  }

  @Test(arguments: [
    ("12:05 a. m.", 0), ("00:08 a. m.", 0), ("12:05 p.m.", 12), ("1:05 PM", 13), ("1:05pm", 13),
    ("11:05 A.M.", 11), ("1:05 a.\u{202F}m.", 1), ("13:05 PM", 13), ("12:05\u{A0}AM", 0), ("1:05 p. m", 13),
  ])
  func readsTheHalfOfTheDay(time: String, hour: Int) throws {
    let header = try #require("25/6/24, \(time) - Ana: hola".readHeader())
    #expect(header.time(in: .dmy)?.hour == hour)
    #expect(header.shape.hasDayHalf)
  }

  @Test(arguments: [
    "2/11/19: Arrival", "2/11/19, 14:48 Alice: no dash", "12/06/24 es la fecha", "[nota, 9:59:02] Ana: x",
    "[28/2/24, 9:59:02 Ana: x", "28/2/24, 9:59:02] Ana: x", "28/2/24 - Ana: sin hora",
    "123/2/24, 9:59 - A: x",
    "28/2/224, 9:59 - Ana: x", "28/2/24, 9:5 - Ana: x", "28/2/24,9 - Ana: x", "28/2, 9:59 - Ana: x",
    "a28/2/24, 9:59 - Ana: x", "28/2/24 9:59-Ana: x", "28/2/24 9:59 kl - Ana: x", "28/2/24, 9:59 -Ana: x",
    "28/2024/2, 9:59 - Ana: x", "28/2/24, 9:59 pasado - Ana: x", "", "[", "[28/2/24, 9:59:02]x",
  ])
  func refusesWhatIsNoHeader(line: String) {
    #expect(line.readHeader() == nil)
  }

  @Test(arguments: ["31/02/24, 10:00 - A: x", "13/13/24, 10:00 - A: x", "00/01/24, 10:00 - A: x"])
  func aDateThatDoesNotExistIsNotRolledOver(line: String) throws {
    #expect(try #require(line.readHeader()).isPossible == false)
  }

  @Test(arguments: ["25:00", "10:60", "99:99"]) func neitherIsATime(time: String) throws {
    #expect(try #require("12/01/24, \(time) - A: x".readHeader()).isPossible == false)
  }

  @Test func paddingIsNotPartOfTheShapeButTheYearIs() throws {
    let unpadded = try #require("[17.9.2019, 16:37:47] A: x".readHeader())
    let padded = try #require("[17.09.2019, 16:37:47] A: x".readHeader())
    let short = try #require("[1.9.19, 16:37:47] A: x".readHeader())
    #expect(unpadded.shape == padded.shape)
    #expect(unpadded.shape != short.shape)
  }

  @Test func twoDigitYearsAreOfThisCentury() throws {
    #expect(try #require("1/2/99, 10:00 - A: x".readHeader()).time(in: .dmy)?.date.components.year == 2099)
  }
}

extension String {
  func readHeader() -> Header? {
    Array(utf8).withUnsafeBytes { HeaderReader.read(ByteView($0)) }
  }
}
