extension World {
  /// Says lines on stderr; on a terminal they are broken at spaces, where its edge would cut words in two.
  func remark(_ lines: String) {
    err(errorIsTerminal ? TextWrap.fitted(lines, width: width) : lines)
  }
}
