extension World {
  /// Says lines on stderr, broken at spaces where a terminal's edge would cut words in two.
  func remark(_ lines: String) { err(TextWrap.fitted(lines, width: errorWidth)) }
}
