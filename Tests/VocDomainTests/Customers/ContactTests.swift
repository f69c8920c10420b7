import Testing
import VocDomain

@Suite struct ContactTests {
  /// What is written, the country of the channel, and the number; nil where it is none.
  @Test(arguments: [
    ("+52 55 1234 5678", nil, "+525512345678"), ("+52 1 55 1234 5678", nil, "+5215512345678"),
    ("0052 55 1234 5678", nil, "+525512345678"), ("(55) 1234-5678", "MX", "+525512345678"),
    ("55 1234 5678", "mx", "+525512345678"), ("55 1234 5678", nil, nil), ("55 1234 5678", "XX", nil),
    ("011 4123-4567", "AR", "+541141234567"), ("+55 11 91234-5678", "MX", "+5511912345678"),
    ("\u{202A}+57 300 1234567\u{202C}", nil, "+573001234567"),
    ("+57\u{A0}300\u{A0}1234567", nil, "+573001234567"),
    ("+1 (809) 555‑0100", nil, "+18095550100"), ("601.555.0100", "CO", "+576015550100"),
    ("+123456", nil, nil), ("+1234567", nil, "+1234567"), ("+123456789012345", nil, "+123456789012345"),
    ("+1234567890123456", nil, nil), ("123456", "MX", nil), ("1234567", "PA", "+5071234567"),
    ("123456789012", "MX", nil), ("", "MX", nil), ("+", nil, nil), ("00", nil, nil), ("-", "MX", nil),
    ("Ana 5512345678", "MX", nil), ("55+1234567", "MX", nil), ("++5255123456", nil, nil),
    ("0000000", "MX", nil), ("٥٥١٢٣٤٥٦٧٨", "MX", nil), ("5.21555E+11", "MX", nil),
  ])
  func phoneNumbers(text: String, country: String?, wanted: String?) {
    #expect(PhoneNumber(text, country: country)?.e164 == wanted)
  }

  @Test func everyCountryCompletesANumber() {
    #expect(PhoneNumber.countries.count == 24)
    for country in PhoneNumber.countries {
      let number = PhoneNumber("2345678", country: country)?.e164
      #expect(number?.hasSuffix("2345678") == true && number?.first == "+", "\(country)")
    }
  }

  @Test(arguments: [
    ("ana@example.com", "ana@example.com"), (" Ana.López@Example.COM ", "ana.lópez@example.com"),
    ("a+b@c.mx", "a+b@c.mx"), ("ana@example", nil), ("@example.com", nil), ("ana", nil), ("a@b@c.com", nil),
    ("ana maria@example.com", nil), ("", nil), ("ana@example.com, luis@example.com", nil),
  ])
  func emails(text: String, wanted: String?) {
    let point = ContactPoint(email: text)
    #expect(point?.value == wanted)
    if let point { #expect((point.kind, point.raw) == (.email, text)) }
  }

  @Test(arguments: [
    ("+52 55 1234 5678", nil, ContactPoint.Kind.phone, "+525512345678"),
    ("5512345678", "MX", .phone, "+525512345678"), ("5512345678", nil, .name, "5512345678"),
    ("Ana  LÓPEZ ", "MX", .name, "ana lopez"), ("ana@example.com", nil, .name, "ana@example.com"),
  ])
  func aSenderIsAPhoneOrAName(sender: String, country: String?, kind: ContactPoint.Kind, value: String) {
    let point = ContactPoint(sender: sender, country: country)
    #expect(point == ContactPoint(kind: kind, value: value, raw: sender))
  }
}
