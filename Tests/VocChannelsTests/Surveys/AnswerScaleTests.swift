import Testing
import VocDomain

@testable import VocChannels

@Suite struct AnswerScaleTests {
  @Test(
    arguments: [
      ("9", .number(9)), (" 9 ", .number(9)), ("9,0", .number(9)), ("10 - Muy probable", .number(10)),
      ("Nada probable - 0", .number(0)), ("Not at all likely - 0", .number(0)),
      ("9/10", .number(9, outOf: 10)),
      ("4 de 5", .number(4, outOf: 5)), ("4 out of 5", .number(4, outOf: 5)), ("4 estrellas", .number(4)),
      ("⭐⭐⭐⭐", .stars(4, outOf: nil)), ("⭐️⭐️", .stars(2, outOf: nil)), ("★★★★☆", .stars(4, outOf: 5)),
      ("NA", .blank), ("#N/A", .blank), ("-", .blank), ("No aplica", .blank), ("", .blank), ("Sí", .unscored),
      ("tal vez", .unscored), ("Não", .unscored), ("Algo probable", .likelihood), ("9.5", .unreadable),
      ("-1", .unreadable), ("A1", .unreadable), ("todo bien, gracias", .unreadable), ("👍", .unreadable),
      ("mesa 9", .unreadable), ("muy", .unreadable),
    ] as [(String, AnswerReading)])
  func readings(text: String, expected: AnswerReading) {
    #expect(AnswerReading(text) == expected)
  }

  /// The column, then what CSAT and CES make of each cell; nil for a column that is left out.
  @Test(
    arguments: [
      (
        [
          "Muy insatisfecho", "Insatisfecha", "Ni satisfecho ni insatisfecho", "SATISFECHOS",
          "muy satisfecha",
        ],
        [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]
      ),
      (["Muy satisfecho(a)", "MUY INSATISFECHO(A)", "Indiferente"], [5, 1, 3], [7, 1, 4]),
      (["Muy malo", "Mala", "Regular", "Buena", "Excelente"], [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]),
      (["Malo", "Regular", "Bueno", "Muy bueno", "Excelente"], [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]),
      (["Péssimo", "Ruim", "Razoável", "Bom", "Ótimo"], [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]),
      (["Poor", "Fair", "Good", "Very good", "Excellent"], [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]),
      (["Muy difícil", "Difícil", "Neutral", "Fácil", "Muy fácil"], [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]),
      (
        ["1 - Muito difícil", "2", "3 - Neutro", "4 - Fácil", "5 - Muito fácil"], [1, 2, 3, 4, 5],
        [1, 2, 4, 6, 7]
      ),
      (
        ["Totalmente en desacuerdo", "En desacuerdo", "Neutral", "De acuerdo", "Totalmente de acuerdo"],
        [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]
      ),
      (["Muy satisfecho", "Algo satisfecho", "Algo insatisfecho"], [5, 4, 2], [7, 6, 2]),
      (
        [
          "Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree",
          "Somewhat agree",
          "Agree", "Strongly agree",
        ], nil, [1, 2, 3, 4, 5, 6, 7]
      ),
      (["Extremely difficult", "Very difficult", "Difficult", "Easy", "Very easy"], nil, [1, 2, 3, 5, 6]),
      (["😡", "🙁", "😐", "🙂", "😀"], [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]),
      (["Malo", "Regular", "Bueno", "Excelente"], nil, nil),
      (["Muy malo", "Malo", "Regular", "Bueno", "Muy bueno", "Excelente"], nil, nil),
      (["Nada satisfecho", "Poco satisfecho", "Algo satisfecho", "Muy satisfecho"], nil, nil),
      (
        ["Nada satisfecho", "Poco satisfecha", "Algo satisfecho", "Bastante satisfecho", "Muy satisfecho"],
        [1, 2, 3, 4, 5], [1, 2, 4, 6, 7]
      ),
      (
        ["Nada satisfeito", "Pouco satisfeito", "Neutro", "Satisfeito", "Muito satisfeito"], [1, 2, 3, 4, 5],
        [1, 2, 4, 6, 7]
      ),
      (["Muy fácil", "Fácil", "Poco fácil", "Nada fácil"], [5, 4, 2, 1], [7, 6, 2, 1]),
      (["Not at all satisfied", "Satisfied", "Very satisfied"], [1, 4, 5], [1, 6, 7]),
      (
        ["1 - Nada satisfecho", "2 - Poco satisfecho", "3 - Satisfecho", "4 - Muy satisfecho"], [1, 2, 4, 5],
        [1, 2, 6, 7]
      ),
      (["Nada satisfecho", "Satisfecho", "Bastante satisfecho", "Muy satisfecho"], nil, nil),
      (["Poco satisfecho", "Insatisfecho", "Satisfecho"], nil, nil),
      (["Muy poco satisfecho", "Poco satisfecho", "Satisfecho"], nil, nil),
      (["Not satisfied", "Satisfied", "Very satisfied"], nil, nil),
      (["Fatal", "Fatal", "Bien", "Muy bien", "Muy bien"], nil, nil),
      (["1 - Muy satisfecho", "2 - Satisfecho", "5 - Muy insatisfecho"], nil, nil),
      (["Sí", "No", "Tal vez"], nil, nil),
    ] as [([String], [Int]?, [Int]?)])
  func columns(cells: [String], csat: [Int]?, ces: [Int]?) {
    var evidence = ScaleEvidence()
    let readings = cells.map(AnswerReading.init)
    for (cell, reading) in zip(cells, readings) { evidence.add(reading, text: cell) }
    for (kind, expected) in [(SurveyKind.csat, csat), (.ces, ces)] {
      let scale = evidence.scale(kind, question: QuestionText(""), isGiven: false)
      let scores = scale.isRead ? readings.map { scale.score($0, kind) } : nil
      #expect(scores == expected.map { $0.map(Optional.some) }, "\(kind) \(scale.standing)")
    }
    let nps = evidence.scale(.nps, question: QuestionText(""), isGiven: true)
    #expect(readings.allSatisfy { if case .label = $0 { nps.score($0, .nps) == nil } else { true } })
  }

  /// Whoever names a column in a map takes its usual reading; labels win over numbers.
  @Test func aNamedColumnIsRead() {
    var evidence = ScaleEvidence()
    let cells = ["1 - Muy satisfecho", "5 - Muy insatisfecho"].map(AnswerReading.init)
    for cell in cells { evidence.add(cell, text: "") }
    let scale = evidence.scale(.csat, question: QuestionText(""), isGiven: true)
    #expect(cells.map { scale.score($0, .csat) } == [5, 1])
  }

  @Test(
    arguments: [
      ("¿Del 0 al 10, cuánto nos recomienda?", 0...10, false),
      ("Recomendación (1-10)", 1...10, false),
      ("Facilidad, 1 a 5", 1...5, false),
      ("Satisfacción (1 = Muy satisfecho, 5 = Muy insatisfecho)", 1...5, true),
      ("Satisfacción (1 = Muy insatisfecho, 5 = Muy satisfecho)", 1...5, false),
      ("¿Cuánto esfuerzo le costó?", nil, true),
    ] as [(String, ClosedRange<Int>?, Bool)])
  func questions(text: String, range: ClosedRange<Int>?, isReversed: Bool) {
    let question = QuestionText(text)
    #expect(question.isReversed == isReversed)
    if !isReversed { #expect(question.range == range) }
  }

  @Test func numbersThatLookLikeAnotherScaleAreSaid() {
    func standing(_ kind: SurveyKind, _ numbers: [Int], _ question: String = "") -> ScoreColumn.Standing {
      var evidence = ScaleEvidence()
      for number in numbers { evidence.add(.number(number), text: "") }
      return evidence.scale(kind, question: QuestionText(question), isGiven: false).standing
    }
    #expect(standing(.nps, Array(repeating: [1, 10], count: 20).flatMap(\.self)) == .doubtful)
    #expect(standing(.nps, Array(repeating: [0, 10], count: 20).flatMap(\.self)) == .read)
    #expect(standing(.nps, [1, 10], "Del 1 al 10") == .doubtful)
    #expect(standing(.ces, Array(repeating: 5, count: 40)) == .doubtful)
    #expect(standing(.ces, Array(repeating: 5, count: 40), "del 1 al 5") == .read)
    #expect(standing(.nps, [4, 5, 5, 3, 1]) == .doubtful)
    #expect(standing(.nps, [4, 5, 5, 3]) == .read)
    #expect(standing(.nps, [4, 5, 6, 3, 1]) == .read)
    #expect(standing(.ces, [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]) == .doubtful)
    #expect(standing(.ces, [1, 2, 3, 4, 5, 1, 2, 3, 4, 6]) == .read)
    #expect(standing(.csat, [10, 9, 8, 3]) == .otherScale)
    #expect(standing(.csat, [5, 4, 3, 9]) == .read)
  }

  /// Nobody has the bad half of a column's answers alone; slips of the hand and marks of no answer are no scale.
  @Test(
    arguments: [
      (.csat, [10, 10, 9, 3], true), (.csat, [9, 8, 3], true), (.csat, [9, 3], false),
      (.csat, [7, 5, 5, 5, 7], true),
      (.csat, [5, 4, 3, 9], false), (.csat, [55] + Array(repeating: 4, count: 30), false),
      (.csat, [6, 10] + Array(repeating: 4, count: 38), true),
      (.csat, [6, 10] + Array(repeating: 4, count: 39), false),
      (.csat, [55, 44] + Array(repeating: 4, count: 148), false),
      (.csat, Array(repeating: 99, count: 30) + Array(repeating: 4, count: 70), false),
      (.csat, [8, 9, 9, 9] + Array(repeating: 4, count: 30), false), (.csat, [2026, 2026, 4], false),
      (.ces, [8, 9, 7, 7], true), (.ces, [6, 7, 7], false), (.nps, [100, 80, 10], true),
      (.nps, [10, 0, 9], false), (.csat, [], false),
    ] as [(SurveyKind, [Int], Bool)])
  func numbersBeyondAreAnotherScale(kind: SurveyKind, numbers: [Int], isAnother: Bool) {
    var evidence = ScaleEvidence()
    for (row, number) in numbers.enumerated() {
      evidence.add(.number(number), text: "\(number)", place: (row + 2, 7))
    }
    let scale = evidence.scale(kind, question: QuestionText(""), isGiven: false)
    #expect((scale.standing == .otherScale) == isAnother)
    let first = numbers.firstIndex { $0 > kind.scale.upperBound }
    #expect(evidence.anotherScale(than: kind)?.line == (isAnother ? first.map { $0 + 2 } : nil))
  }
}
