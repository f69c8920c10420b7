/// A piece of a page: markup that is well-formed and escaped by the way in which it is made.
///
///     HTML("section", ["lang": "es"], .text("Ventas & más"))   // <section lang="es">Ventas &amp; más</section>
struct HTML: Equatable, Sendable {
  let markup: String

  private init(markup: String) { self.markup = markup }

  /// What anybody wrote.
  static func text(_ text: String) -> HTML { HTML(markup: Escaping.html(text)) }

  /// Pieces after each other.
  static func all(_ parts: [HTML]) -> HTML { HTML(markup: parts.map(\.markup).joined()) }

  /// An element; names of elements and attributes are ours.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: HTML...) {
    self.init(name, attributes, children)
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [HTML]) {
    let head = ([name] + attributes.map { "\($0)=\"\(Escaping.html($1))\"" }).joined(separator: " ")
    let body = children.map(\.markup).joined()
    // A line each for what stands by itself, so that whoever looks at the source can read it.
    let end = HTML.standsAlone.contains(name) ? "\n" : ""
    markup = HTML.isVoid(name) ? "<\(head)>\(end)" : "<\(head)>\(body)</\(name)>\(end)"
  }

  private static func isVoid(_ name: String) -> Bool { ["br", "hr", "meta"].contains(name) }

  private static let standsAlone: Set<String> = [
    "article", "body", "caption", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "head", "header", "hr",
    "li", "main", "meta", "p", "section", "style", "table", "tbody", "thead", "title", "tr", "ul",
  ]
}

/// A page by itself: no scripts, nothing from elsewhere, made to be printed on A4, too.
struct HTMLPage {
  let language: Language
  let title: String
  private let style: String
  private let markup: String

  init(language: Language, title: String, body: [HTML]) {
    self.init(language: language, title: title, style: HTMLPage.style, markup: HTML.all(body).markup)
  }

  /// With a style of its own (CSS, whole lines), and of markup that is escaped already.
  init(language: Language, title: String, style: String, markup: String) {
    (self.language, self.title, self.style, self.markup) = (language, title, style, markup)
  }

  var text: String {
    let head = [
      HTML("meta", ["charset": "utf-8"]),
      HTML(
        "meta",
        [
          "http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'",
        ]),
      HTML("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      HTML("title", [:], .text(title)),
    ]
    return "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n"
      + HTML.all(head).markup + "<style>\n\(style)</style>\n</head>\n<body>\(markup)</body>\n</html>\n"
  }

  /// Contrasts on white: text 17.4, muted text 7.0, accent 9.3 (WCAG 2.2, success criterion 1.4.3 asks for 4.5).
  private static let style = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 56rem; padding: 1.5rem; background: #fff; color: #1a1a1a;
      font: 1rem/1.5 system-ui, sans-serif; }
    header { border-bottom: 3px solid #0b4f71; margin-bottom: 1.5rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .5rem; color: #0b4f71; }
    h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
    p { margin: 0 0 .75rem; }
    .muted, footer { color: #595959; font-size: .875em; }
    article > p { margin: .5rem 0 0; }
    article, section { margin: 0 0 1.5rem; }
    article { border: 1px solid #8a8a8a; border-radius: .375rem; padding: 1rem; break-inside: avoid; }
    dl { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .25rem 1rem; margin: 0; }
    dt { font-weight: 600; }
    dd { margin: 0; }
    table { border-collapse: collapse; width: 100%; margin: .75rem 0 0; }
    caption { text-align: left; font-weight: 600; padding: .25rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .375rem .5rem; border-bottom: 1px solid #8a8a8a; }
    thead th { background: #eef3f6; }
    tbody th { font-weight: 400; }
    @media (max-width: 32rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
    @page { size: A4; margin: 12mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
      header { margin-bottom: .75rem; }
      article, section { margin-bottom: .75rem; }
      article { padding: .5rem .75rem; }
      dl { gap: .125rem 1rem; }
      table { margin-top: .375rem; }
      th, td { padding: .1875rem .5rem; }
      h2, h3, caption { break-after: avoid; }
      tr { break-inside: avoid; }
      * { print-color-adjust: exact; }
    }

    """
}
