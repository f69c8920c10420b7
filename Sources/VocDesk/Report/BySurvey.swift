import VocDomain

/// What there is of each survey: a dictionary without hashing, for what is counted by the million.
struct BySurvey<Value> {
  private var values: [Value?] = SurveyKind.allCases.map { _ in nil }

  subscript(_ survey: SurveyKind) -> Value? {
    get { values[survey.place] }
    set { values[survey.place] = newValue }
  }

  subscript(_ survey: SurveyKind, default initial: @autoclosure () -> Value) -> Value {
    get { values[survey.place] ?? initial() }
    _modify {
      let place = survey.place
      var value = values[place] ?? initial()
      // Taken out, so that nothing of it is copied.
      values[place] = nil
      defer { values[place] = value }
      yield &value
    }
  }

  var pairs: [(survey: SurveyKind, value: Value)] {
    zip(SurveyKind.allCases, values).compactMap { survey, value in value.map { (survey, $0) } }
  }
}

extension SurveyKind {
  /// Among all cases.
  var place: Int {
    switch self {
    case .nps: 0
    case .csat: 1
    case .ces: 2
    case .enps: 3
    }
  }
}
