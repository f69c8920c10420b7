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
    ("+491234", nil, nil), ("+4912345", nil, "+4912345"), ("+491234567890123", nil, "+491234567890123"),
    ("+4912345678901234", nil, nil), ("+1234567", nil, nil), ("123456", "MX", nil),
    ("1234567", "PA", "+5071234567"),
    ("123456789012", "MX", nil), ("", "MX", nil), ("+", nil, nil), ("00", nil, nil), ("-", "MX", nil),
    ("Ana 5512345678", "MX", nil), ("55+1234567", "MX", nil), ("++5255123456", nil, nil),
    ("0000000", "MX", nil), ("٥٥١٢٣٤٥٦٧٨", "MX", nil), ("5.21555E+11", "MX", nil),
  ])
  func phoneNumbers(text: String, country: String?, wanted: String?) {
    #expect(PhoneNumber(text, country: country)?.e164 == wanted)
  }

  @Test func everyCountryCompletesANumber() {
    let numbers = [
      "AR": "1123456789", "BO": "71234567", "BR": "11961234567", "CA": "5062345678", "CL": "221234567",
      "CO": "3211234567", "CR": "83123456", "CU": "51234567", "DO": "8092345678", "EC": "991234567",
      "ES": "612345678", "GT": "51234567", "HN": "91234567", "MX": "2221234567", "NI": "81234567",
      "PA": "61234567", "PE": "912345678", "PR": "7872345678", "PT": "912345678", "PY": "961456789",
      "SV": "70123456", "US": "2015550123", "UY": "94231234", "VE": "4121234567",
    ]
    #expect(PhoneNumber.countries == numbers.keys.sorted())
    for (country, text) in numbers {
      let number = PhoneNumber(text, country: country)?.e164
      #expect(number?.hasSuffix(text) == true && number?.first == "+", "\(country)")
      #expect(PhoneNumber(text + "234567", country: country) == nil, "\(country)")
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
