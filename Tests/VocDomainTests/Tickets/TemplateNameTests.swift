import Testing
import VocDomain

@Suite struct TemplateNameTests {
  @Test(arguments: [
    ("envio_1", true), ("aviso-de.pago:es", true), ("Confirmación", true), ("", false), ("hola Ana", false),
    ("¿cómo?", false), ("a\nb", false), ("a,b", false), ("a\u{1B}b", false),
  ])
  func isOneWord(name: String, isValid: Bool) {
    #expect(TemplateName.isValid(name) == isValid)
  }
}
