import Testing
import VocDomain

@testable import VocChannels

@Suite struct BodyReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    let kind: ChannelRecord.Kind
    let text: String
    var attachment: String?
    var flags: ChannelRecord.Flags = []
    var testDescription: String { body }

    init(
      _ body: String, _ kind: ChannelRecord.Kind, _ text: String = "", _ attachment: String? = nil,
      _ flags: ChannelRecord.Flags = []
    ) {
      self.body = body
      self.kind = kind
      self.text = text
      self.attachment = attachment
      self.flags = flags
    }
  }

  private static let mark = "\u{200E}"

  private static let androidOne: [Case] = [
    "<Multimedia omitido>", "<Media omitted>", "<Mídia oculta>", "<Medien ausgeschlossen>", "<Médias omis>",
    "<Media omessi>", "<Video message omitted>", "<MULTIMEDIA OMITIDO>",
  ].map { (body: String) -> Case in Case(body, .media, "", nil, .omitted) }

  private static let androidTwo: [Case] = [
    Case("<Multimedia omitido>\nasí\nllegó", .media, "así\nllegó", nil, .omitted),
    Case("IMG-20240313-WA0001.jpg (archivo adjunto)", .media, "", "IMG-20240313-WA0001.jpg"),
    Case(mark + "STK-20240313-WA0001.webp (file attached)", .media, "", "STK-20240313-WA0001.webp"),
    Case("AUD-20240313-WA0001.m4a (tiedosto liitetty)", .media, "", "AUD-20240313-WA0001.m4a"),
    Case("la lista final.pdf (arquivo anexado)\nver pág. 2", .media, "ver pág. 2", "la lista final.pdf"),
    Case("Ana Mora.vcf (archivo adjunto)", .contact, "", "Ana Mora.vcf"),
    Case("mira foto.jpg (la buena)", .message, "mira foto.jpg (la buena)"),
    Case("precio (final)", .message, "precio (final)"),
    Case("", .media, "", nil, .viewOnce), Case("  \n", .media, "", nil, .viewOnce),
    Case("null", .media, "", nil, .viewOnce), Case("nullo", .message, "nullo"),
    Case("ENQUETE:\nQual dia?\nOPÇÃO: terça", .poll, "ENQUETE:\nQual dia?\nOPÇÃO: terça"),
    Case("POLL: when\nOPTION: now (1 vote)", .poll, "POLL: when\nOPTION: now (1 vote)"),
    Case("ENCUESTA: ¿vienen?", .message, "ENCUESTA: ¿vienen?"),
    Case("location: https://maps.google.com/?q=1,2", .location, "location: https://maps.google.com/?q=1,2"),
    Case("live location shared", .location, "live location shared"),
    Case("Ubicación en tiempo real compartida", .location, "Ubicación en tiempo real compartida"),
    Case("https://maps.google.com/?q=1,2", .message, "https://maps.google.com/?q=1,2"),
    Case("Missed voice call", .call, "Missed voice call"),
    Case("Videollamada perdida", .call, "Videollamada perdida"),
    Case("Llamada, no contestan", .message, "Llamada, no contestan"),
    Case("la imagen omitida", .message, "la imagen omitida"),
    Case(mark + "hola", .message, mark + "hola"), Case("  hola ", .message, "  hola "),
    Case("a\u{200E}b\u{FEFF}", .message, "a\u{200E}b\u{FEFF}"),
    Case("<Se editó este mensaje.>", .message, "<Se editó este mensaje.>"),
    Case("<b>hola</b>", .message, "<b>hola</b>"), Case("<nota: ya>", .message, "<nota: ya>"),
  ]

  private static let androidThree: [Case] = [
    "Se eliminó este mensaje.", "Eliminaste este mensaje.", "Este mensaje fue eliminado",
    "Essa mensagem foi apagada", "Esta mensagem foi apagada", "Você apagou esta mensagem",
    "This message was deleted", "You deleted this message", "THIS MESSAGE WAS DELETED.",
    "This message was deleted by admin Ana",
  ].map { (body: String) -> Case in Case(body, .deleted, body) }

  private static let androidFour: [Case] = [
    "<Se editó este mensaje.>", "<This message was edited>", "<Mensagem editada>",
    mark + "<se editó este mensaje>",
  ].map { (body: String) -> Case in Case("ya \(mark)quedó " + body, .message, "ya \(mark)quedó", nil, .edited)
  }

  static let android: [Case] = [androidOne, androidTwo, androidThree, androidFour].flatMap { $0 }

  private static let iosOne: [Case] = [
    "imagen omitida", "Video omitido", "audio omitido", "sticker omitido", "GIF omitido",
    "documento omitido",
    "image omitted", "video omitted", "imagem ocultada", "áudio ocultado", "figurinha omitida",
    "Bild weggelassen", "Nota de video omitida",
  ].flatMap { (body: String) -> [Case] in
    [
      Case(mark + body, .media, "", nil, .omitted), Case(body, .media, "", nil, .omitted),
      Case("Así quedan " + mark + body, .media, "Así quedan", nil, .omitted),
    ]
  }

  private static let iosTwo: [Case] = [
    "<adjunto: 1-PHOTO.jpg>", "<attached: 1-PHOTO.jpg>", "<anexado: 1-PHOTO.jpg>", "<anexo: 1-PHOTO.jpg>",
    "<Anhang: 1-PHOTO.jpg>", "<pièce jointe : 1-PHOTO.jpg>", "<allegato: 1-PHOTO.jpg>",
  ].flatMap { (body: String) -> [Case] in
    [
      Case(mark + body, .media, "", "1-PHOTO.jpg"),
      Case("Así quedan\nlas dos \(mark)" + body, .media, "Así quedan\nlas dos", "1-PHOTO.jpg"),
    ]
  }

  private static let iosThree: [Case] = [
    Case(mark + "<tiedosto: 1-PHOTO.jpg>", .media, "", "1-PHOTO.jpg"),
    Case("<tiedosto: 1-PHOTO.jpg>", .message, "<tiedosto: 1-PHOTO.jpg>"),
    Case("f.pdf • \(mark)12 páginas \(mark)documento omitido", .media, "", "f.pdf", .omitted),
    Case("f.pdf • 1 página \(mark)<adjunto: 00000013-f.pdf>", .media, "", "00000013-f.pdf"),
    Case("\(mark)Tarjeta de contacto omitida", .contact, "", nil, .omitted),
    Case("\(mark)<adjunto: 00000014-Ana.vcf>", .contact, "", "00000014-Ana.vcf"),
    Case("con esto <media omitted>", .media, "con esto", nil, .omitted),
    Case("\(mark)Eliminaste este mensaje.", .deleted, "Eliminaste este mensaje."),
    Case("\(mark)Un admin., Ana, eliminó este mensaje.", .deleted, "Un admin., Ana, eliminó este mensaje."),
    Case("ya \(mark)<Se editó este mensaje.>", .message, "ya", nil, .edited),
    Case(
      "ya \(mark)imagen omitida \(mark)<Se editó este mensaje.>", .media, "ya", nil, [.omitted, .edited]),
    Case(
      "\(mark)ENCUESTA:\n¿Sí?\n\(mark)OPCIÓN: no (4 votos)", .poll, "ENCUESTA:\n¿Sí?\nOPCIÓN: no (4 votos)"),
    Case(
      "\(mark)Ubicación: https://maps.google.com/?q=1,2", .location,
      "Ubicación: https://maps.google.com/?q=1,2"),
    Case("\(mark)Voice call, \(mark)No answer", .call, "Voice call, \(mark)No answer"),
    Case("\(mark)Video call, \(mark)15 min", .call, "Video call, \(mark)15 min"),
    Case(
      "\(mark)Missed voice call, \(mark)Tap to call back", .call,
      "Missed voice call, \(mark)Tap to call back"),
    Case("\(mark)Llamada, \(mark)Sin respuesta", .call, "Llamada, \(mark)Sin respuesta"),
    Case(
      "\(mark)Los mensajes están cifrados de extremo a extremo.", .system,
      "Los mensajes están cifrados de extremo a extremo."),
    Case("\(mark)Ana creó el grupo “X”", .system, "Ana creó el grupo “X”"),
    Case("\(mark)Novedad de la app", .system, "Novedad de la app", nil, .assumedSystem),
    Case("hola \(mark)mundo", .message, "hola \(mark)mundo"),
  ]

  static let ios: [Case] = [iosOne, iosTwo, iosThree].flatMap { $0 }

  @Test(arguments: android) func readsWhatAndroidWrites(_ test: Case) throws {
    try check(test, header: "25/06/24, 14:01 - Ana: ", ending: "\n")
    try check(test, header: "25/06/24, 14:01 - Ana: ", ending: "\r\n")
  }

  @Test(arguments: ios) func readsWhatIOSWrites(_ test: Case) throws {
    try check(test, header: "[25/06/24, 14:01:00] Ana: ", ending: "\r\n")
    try check(test, header: "\u{200E}[25/06/24, 14:01:00] Ana: ", ending: "\n")
  }

  private func check(_ test: Case, header: String, ending: String) throws {
    let record = try #require(try Outcome(header + test.body + ending).records.first)
    #expect(record.kind == test.kind)
    #expect(Array(record.text.utf8) == Array(test.text.utf8))
    #expect(record.attachment == test.attachment)
    #expect(record.flags == test.flags)
    #expect(record.sender == (test.kind == .system ? nil : "Ana"))
    #expect(record.rawHeader == header)
  }
}
