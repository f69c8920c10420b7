import VocDesk
import VocDomain

extension ChannelReport.Verdict {
  var phrase: Phrase {
    switch self {
    case .parity: Phrase(es: "paridad", en: "parity")
    case .gap: Phrase(es: "brecha", en: "gap")
    case .inconclusive: Phrase(es: "no concluyente", en: "inconclusive")
    }
  }
}

extension ChannelReport.Test.Name {
  var phrase: Phrase {
    switch self {
    case .kruskalWallis: Phrase(both: "Kruskal-Wallis")
    case .chiSquare: Phrase(es: "ji cuadrado", en: "chi-square")
    case .gehan: Phrase(both: "Gehan-Wilcoxon")
    }
  }
}

extension ReportFigure.Measure {
  /// The measure as what is compared, not one figure of it.
  var comparedPhrase: Phrase {
    switch self {
    case .firstReply: Phrase(es: "Primera respuesta", en: "First reply")
    case .resolution: Phrase(es: "Resolución", en: "Resolution")
    case .reopened: Phrase(es: "Sin reabrir", en: "Not reopened")
    default: phrase
    }
  }

  /// For the head of a narrow column that stands beside another one of the same measure.
  var columnPhrase: Phrase {
    switch self {
    case .firstReply: Phrase(es: "1.ª resp. p50", en: "1st reply p50")
    case .firstReplyP90: Phrase(both: "p90")
    default: shortPhrase
    }
  }
}

extension ReportFigure {
  /// What stands beside a figure that is shown though little is known of it.
  var mark: String { isShown && !warnings.isEmpty ? "*" : "" }

  /// One cell for people: "72 % [60…81]*"; the counts where the sample is too small.
  func brief(_ invocation: Invocation) -> ReportValue {
    let numbers = invocation.numbers
    guard isShown else {
      if n >= 10 { return .none }
      let counts = part.flatMap {
        unit == .percent
          ? Phrase(es: "{k} de {n}", en: "{k} of {n}")(
            invocation.language, ["k": numbers.integer($0), "n": numbers.integer(n)]) : nil
      }
      return .word(code: "", shown: counts ?? "n=\(numbers.integer(n))")
    }
    guard unit == .percent, let value, let low, let high else {
      return .word(code: "", shown: shown.shown(numbers) + mark)
    }
    let interval = "[\(numbers.decimal(low, places: 0))…\(numbers.decimal(high, places: 0))]"
    return .word(code: "", shown: "\(numbers.percent(value / 100)) \(interval)\(mark)")
  }
}
