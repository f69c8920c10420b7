/// What people call the months, from January on.
enum MonthNames {
  static let all = [
    Phrase(es: "enero", en: "January"), Phrase(es: "febrero", en: "February"),
    Phrase(es: "marzo", en: "March"),
    Phrase(es: "abril", en: "April"), Phrase(es: "mayo", en: "May"), Phrase(es: "junio", en: "June"),
    Phrase(es: "julio", en: "July"), Phrase(es: "agosto", en: "August"),
    Phrase(es: "septiembre", en: "September"), Phrase(es: "octubre", en: "October"),
    Phrase(es: "noviembre", en: "November"), Phrase(es: "diciembre", en: "December"),
  ]
}
