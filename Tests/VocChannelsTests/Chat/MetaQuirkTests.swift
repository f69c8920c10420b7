import Testing
import VocChannels
import VocDomain

@Suite struct MetaQuirkTests {
  static let quirks: [(fixture: String, lines: [String])] = [
    (
      "attachments.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(Íñigo Paz) media in inbox/inigo_18 <1.jpg, 2.jpg> ''",
        "message #2 2024-06-10T14:05:30 -:customer(Íñigo Paz) media in inbox/inigo_18 "
          + "<llegó.mp4> 'Miren'",
        "message #3 2024-06-10T14:06:00 -:customer(Íñigo Paz) media in inbox/inigo_18 <nota.mp4> ''",
        "message #4 2024-06-10T14:07:00 -:customer(Íñigo Paz) media in inbox/inigo_18 <risa.gif> ''",
        "message #5 2024-06-10T14:08:00 -:customer(Íñigo Paz) media in inbox/inigo_18 "
          + "<reclamación.pdf> ''",
        "message #6 2024-06-10T14:09:00 -:customer(Íñigo Paz) in inbox/inigo_18 'Íñigo sent an "
          + "attachment.⏎Menú del día⏎https://example.com/menu'",
        "message #7 2024-06-10T14:10:00 -:customer(Íñigo Paz) media in inbox/inigo_18 <pulgar.png> ''",
      ]
    ),
    (
      "byte-order-mark.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(Álvaro Ruiz) in inbox/alvaroruiz_11 '¿Abren mañana?'",
        "message #2 2024-06-10T14:06:00 -:agent(Café Sol) in inbox/alvaroruiz_11 with "
          + "-:customer(Álvaro Ruiz) 'Sí, señor'",
      ]
    ),
    (
      "calls.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(Gabo Luz) in inbox/gabo_16 '¿Me pueden llamar?'",
        "message #2 2024-06-10T14:06:00 -:customer(Gabo Luz) call in inbox/gabo_16 'Gabo te llamó.'",
        "message #3 2024-06-10T14:07:00 -:agent(Café Sol) call answered in inbox/gabo_16 with "
          + "-:customer(Gabo Luz) 'Llamaste a Gabo.'",
        "message #4 2024-06-10T14:08:00 -:agent(Café Sol) call unanswered-call in "
          + "inbox/gabo_16 with -:customer(Gabo Luz) 'Gabo no contestó tu llamada.'",
      ]
    ),
    (
      "encrypted-threads-download.json",
      [
        "message #1 2024-06-10T14:05:00 -:?(Jana Mota) in title:Jana Mota_21 'Quero trocar o bolo'",
        "change of #1 2024-06-10T14:05:00 reaction 👍 by -:?(Café Sol)",
        "message #2 2024-06-10T14:06:00 -:?(Café Sol) media in title:Jana Mota_21 <bolo.jpeg> ''",
        "message #3 2024-06-10T14:07:00 -:?(Jana Mota) deleted in title:Jana Mota_21 ''",
        "who are we: Jana Mota 2, Café Sol 1",
      ]
    ),
    (
      "group.json",
      [
        "message #1 2024-06-10T14:05:00 -:?(Elio) in inbox/boda_15 group '¿Hacen pasteles de boda?'",
        "message #2 2024-06-10T14:06:00 -:?(Fabi) in inbox/boda_15 group 'Fabi nombró el grupo Boda.'",
        "message #3 2024-06-10T14:07:00 -:?(Café Sol) in inbox/boda_15 group 'Hola a los dos'",
        "who are we: Café Sol 1, Elio 1, Fabi 1",
      ]
    ),
    (
      "instagram-likes.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(luz.ariza) in inbox/luzariza_19 '¿Abren hoy?'",
        "message #2 2024-06-10T14:06:00 -:agent(cafe.sol) in inbox/luzariza_19 with "
          + "-:customer(luz.ariza) 'Sí, hasta las 8'",
        "message #3 2024-06-10T14:07:00 -:system system in inbox/luzariza_19 with "
          + "-:customer(luz.ariza) 'luz.ariza: Le gustó un mensaje'",
        "message #4 2024-06-10T14:08:00 -:system system in inbox/luzariza_19 with "
          + "-:customer(luz.ariza) 'luz.ariza: Reacted ❤️ to your message'",
      ]
    ),
    (
      "mojibake-and-right-text-mixed.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(Raúl Peña) in inbox/raul_20 'Cuesta 10 € o "
          + "Ã¡lgo más'",
        "message #2 2024-06-10T14:06:00 -:customer(Raúl Peña) in inbox/raul_20 '¿Y mi envío? 😠'",
        "message #3 2024-06-10T14:07:00 -:agent(Café Sol) in inbox/raul_20 with "
          + "-:customer(Raúl Peña) 'Señor Raúl, ¡ya salió! 📦'",
      ]
    ),
    (
      "reactions.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(Begoña Ríos) in inbox/begona_12 '¿Ya salió?'",
        "message #2 2024-06-10T14:06:00 -:agent(Café Sol) in inbox/begona_12 with "
          + "-:customer(Begoña Ríos) 'Sale hoy'",
        "change of #2 2024-06-10T14:06:40 reaction 👍 by -:customer(Begoña Ríos)",
        "change of #2 2024-06-10T14:06:00 reaction 😍 by -:agent(Café Sol)",
        "message #3 2024-06-10T14:07:00 -:customer(Begoña Ríos) in inbox/begona_12 'Perfecto'",
        "change of #3 2024-06-10T14:07:00 reaction ❤ by -:agent(Café Sol)",
      ]
    ),
    (
      "same-moment-twice.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(Ciro Paz) in inbox/ciro_13 'Hola'",
        "message #2 2024-06-10T14:05:00 -:customer(Ciro Paz) in inbox/ciro_13 'ok'",
        "message #3 2024-06-10T14:05:00 -:customer(Ciro Paz) in inbox/ciro_13 'ok'",
        "message #4 2024-06-10T14:06:00 -:customer(Ciro Paz) in inbox/ciro_13 'ok'",
      ]
    ),
    (
      "split-message_1.json",
      [
        "message #1 2024-06-10T14:07:00 -:customer(Dalia Gil) in inbox/dalia_14 'Gracias'",
        "message #2 2024-06-10T14:08:00 -:agent(Café Sol) in inbox/dalia_14 with "
          + "-:customer(Dalia Gil) 'Con gusto'",
      ]
    ),
    (
      "split-message_2.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(Dalia Gil) in inbox/dalia_14 'Me llegó otro color'",
        "message #2 2024-06-10T14:06:00 -:agent(Café Sol) in inbox/dalia_14 with "
          + "-:customer(Dalia Gil) 'Ya lo cambiamos'",
      ]
    ),
    (
      "unsent.json",
      [
        "message #1 2024-06-10T14:05:00 -:customer(Hilda Sol) in inbox/hilda_17 '¿Tienen gluten?'",
        "message #2 2024-06-10T14:06:00 -:customer(Hilda Sol) deleted in inbox/hilda_17 ''",
      ]
    ),
  ]

  @Test(arguments: quirks) func exports(fixture: String, lines: [String]) throws {
    #expect(try QuirkReading(.meta, fixture).linesNumbered == lines)
  }

  @Test func everyFixtureOfMetaIsRead() {
    let others = ["mojibake.json"]
    let names = ExportFixture.all(of: .meta).map(\.name)
    #expect(names == (Self.quirks.map(\.fixture) + others).sorted())
  }

  /// A thread has no ids: time and words are the key, in whatever order a file has its messages.
  @Test func keysAreOfTimeAndWords() throws {
    let keys = try ChatFixture.outcome(MetaExport.self, "same-moment-twice.json").messages.compactMap(\.key)
    let ok = "inbox/ciro_13:1718028300000:8015391231132016564"
    #expect(keys[1...2] == ["\(ok)#1", ok] && keys[3] == ok.replacing("300000", with: "360000"))
    #expect(Set(keys).count == 4)
  }

  @Test func sidesAreKnownByOurName() throws {
    let outcome = try ChatFixture.outcome(
      MetaExport.self, "encrypted-threads-download.json", identities: ["café sol"])
    #expect(outcome.messages.map(\.author.role) == [.customer, .agent, .customer])
    #expect(outcome.messages.allSatisfy { $0.chat?.customer?.name == "Jana Mota" })
  }
}
