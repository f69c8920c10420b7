import Testing
import VocDomain

@Suite struct AmountTests {
  @Test(arguments: [
    ("0", 0), ("1250", 1250), ("1250.5", 1250.5), ("1250,50", 1250.5), ("12.500,00", 12500),
    ("12,500.00", 12500),
    ("$ 1,250.75", 1250.75), ("1.234.567", 1_234_567), ("1 234 567", 1_234_567), ("0.125", 0.125),
    ("0,125", 0.125),
    ("1250.125", 1250.125), ("€1.234.567,8", 1_234_567.8),
  ])
  func isRead(text: String, value: Double) { #expect(Amount.read(text) == value) }

  @Test(arguments: [
    "", "-5", "1.250", "1,250", "12.34.567", "1.2.3", "abc", "1e9", "nan", "inf", ".", ",", "5.", ".5",
    "1.234,567.8",
    "1234.567,8", "1234567890123456", "٣",
  ])
  func isNoAmountOrTwo(text: String) { #expect(Amount.read(text) == nil) }
}
