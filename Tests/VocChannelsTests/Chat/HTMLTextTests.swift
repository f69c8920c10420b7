import Testing

@testable import VocChannels

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>Hola</p><p>¿Qué tal?</p>", "Hola\n¿Qué tal?"),
    ("<p class=\"no-margin\">Hola<br>adi&oacute;s</p>", "Hola\nadiós"),
    ("uno<br/><br><br />dos", "uno\n\ndos"),
    ("<ul><li>pan</li>\n<li>leche</li></ul>fin", "- pan\n- leche\nfin"),
    ("<div>\n   muchos \t espacios\n</div>", "muchos espacios"),
    ("sin etiquetas\nni cambios &amp; ya", "sin etiquetas\nni cambios & ya"),
    ("sin etiquetas\r\npero de Windows", "sin etiquetas\npero de Windows"),
    ("a < b y <3, de <ana@example.com> &c; &", "a < b y <3, de <ana@example.com> &c; &"),
    ("<b>ni <i>anidado</b></i> importa<", "ni anidado importa<"),
    ("<p>caf&#233; &#xE9; &#0; &#99999999;</p>", "café é &#0; &#99999999;"),
    ("<p>a&nbsp;&nbsp;b</p>", "a b"),
    ("<style>p { color: red }</style><p>solo esto</p><script>x < 1</script>", "solo esto"),
    ("<!-- nada --><!DOCTYPE html><p>algo</p>", "algo"),
    (
      "<p><a href=\"https://example.com/guia?a=1&amp;b=2\">la guía</a></p>",
      "la guía (https://example.com/guia?a=1&b=2)"
    ),
    ("<p><a href=\"https://example.com/\">example.com</a></p>", "example.com"),
    ("<a href=\"mailto:ana@example.com\">Ana</a>", "Ana"),
    ("<p><img src=\"x.png\" alt=\"recibo\"></p>", "recibo"),
    ("<pre>uno\n  dos</pre>", "uno\n  dos"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    ("<p title=\"a > b\">x</p>", "x"),
    ("<p>cortado <a href=\"https://exa", "cortado <a href=\"https://exa"),
    ("", ""), ("<p></p>", ""), ("<", "<"), ("<!", "<!"), ("</", "</"), ("&", "&"), ("&;", "&;"),
  ])
  func showsWhatItsReaderSaw(html: String, text: String) {
    #expect(HTMLText.plain(html) == text)
  }
}
