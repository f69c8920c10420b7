import Testing
import VocDomain

@testable import VocRouting

@Suite struct PolicyDocumentTests {
  private func value(_ text: String) throws -> PolicyValue { try PolicyValue(json: Array(text.utf8)) }

  private func applied(_ change: String, to document: String) throws -> PolicyValue {
    try PolicyDocument.applying(value(change), to: value(document))
  }

  private func problems(_ change: String, to document: String) throws -> [PolicyProblem] {
    do {
      _ = try applied(change, to: document)
      return []
    } catch let error as PolicyProblems {
      return error.problems
    }
  }

  @Test(
    arguments: [
      // RFC 7396.
      (
        #"{"routing":{"order":"sla"}}"#, #"{"routing":{"misses":3}}"#,
        #"{"routing":{"order":"sla","misses":3}}"#
      ),
      (#"{"routing":{"misses":null}}"#, #"{"routing":{"misses":3}}"#, #"{"routing":{}}"#),
      (#"{"routing":null}"#, #"{"routing":{"misses":3}}"#, "{}"),
      (#"{"channels":{"chat":{"offer":null}}}"#, "{}", #"{"channels":{"chat":{}}}"#),
      (#"{"usual_calendar":"b"}"#, #"{"usual_calendar":"a"}"#, #"{"usual_calendar":"b"}"#),
      // Named entries.
      (
        #"{"queues":[{"name":"b"}]}"#, #"{"queues":[{"name":"a"}]}"#,
        #"{"queues":[{"name":"a"},{"name":"b"}]}"#
      ),
      (
        #"{"queues":[{"name":"a","note":"y"}]}"#,
        #"{"queues":[{"name":"a","maximum_wait":"1h"},{"name":"b"}]}"#,
        #"{"queues":[{"name":"a","note":"y"},{"name":"b"}]}"#
      ),
      (#"{"queues":[{"name":"a","note":null}]}"#, "{}", #"{"queues":[{"name":"a"}]}"#),
      (
        #"{"sla":[{"name":"a","remove":true}]}"#, #"{"sla":[{"name":"a"},{"name":"b"}]}"#,
        #"{"sla":[{"name":"b"}]}"#
      ),
      (#"{"sla":[{"name":"c","remove":true}]}"#, #"{"sla":[{"name":"a"}]}"#, #"{"sla":[{"name":"a"}]}"#),
      (#"{"skills":["b","a"]}"#, #"{"skills":["a"]}"#, #"{"skills":["a","b"]}"#),
      (#"{"skills":null}"#, #"{"skills":["a"]}"#, "{}"),
    ])
  func changesAreMerged(change: String, document: String, result: String) throws {
    #expect(try applied(change, to: document) == value(result))
  }

  @Test func aDepartmentSaysAllThatItOwns() throws {
    let document =
      #"{"queues":[{"name":"a"},{"name":"v1","department":"v"},{"name":"z"},{"name":"v2","department":"v"}]}"#
    let result = try applied(#"{"department":"v","queues":[{"name":"v3"},{"name":"v2"}]}"#, to: document)
    #expect(
      try result["queues"]
        == value(
          #"[{"name":"a"},{"name":"v3","department":"v"},{"name":"v2","department":"v"},{"name":"z"}]"#))
    let gone = try applied(#"{"department":"v"}"#, to: document)
    #expect(try gone["queues"] == value(#"[{"name":"a"},{"name":"z"}]"#))
  }

  @Test func aDepartmentTouchesNothingElse() throws {
    let document = #"{"queues":[{"name":"a"},{"name":"b","department":"v"}],"skills":["x"]}"#
    #expect(
      try problems(
        #"{"department":"w","queues":[{"name":"a"},{"name":"b"},{"name":"c"}],"skils":[]}"#, to: document)
        == [
          PolicyProblem(path: "skils", .notForDepartments(nearest: [])),
          PolicyProblem(path: "queues.a", .ownedByDepartment("")),
          PolicyProblem(path: "queues.b", .ownedByDepartment("v")),
        ])
    #expect(
      try problems(#"{"department":"v","queues":{"b":{}}}"#, to: document)
        == [PolicyProblem(path: "queues", .wrongType(expected: .list))])
    #expect(
      try problems(#"{"department":""}"#, to: document)
        == [PolicyProblem(path: "department", .wrongType(expected: .text))])
    #expect(try problems("[]", to: document) == [PolicyProblem(path: "", .wrongType(expected: .object))])
  }

  @Test func aWholeDocumentHoldsNoNulls() throws {
    #expect(
      try PolicyDocument.replacing(
        with: value(#"{"note":"x","a":null,"b":[{"c":null,"d":1}],"e":{"f":null}}"#))
        == value(#"{"b":[{"d":1}],"e":{}}"#))
  }

  @Test(
    arguments: [
      ("{}", "{}", []), (#"{"a":1}"#, #"{"a":1}"#, []),
      (#"{"a":{"b":1,"c":2}}"#, #"{"a":{"b":3,"c":2}}"#, ["a.b: 1 → 3"]),
      ("{}", #"{"a":[]}"#, ["a: nil → []"]),
      (
        #"{"queues":[{"name":"v","x":1},{"name":"w"}]}"#, #"{"queues":[{"name":"w"},{"name":"v","x":2}]}"#,
        ["queues.v.x: 1 → 2"]
      ),
      (
        #"{"queues":[{"name":"v"},{"name":"w"}]}"#, #"{"queues":[{"name":"w"},{"name":"v"}]}"#,
        [#"queues: ["v","w"] → ["w","v"]"#]
      ),
      (#"{"s":["a"]}"#, #"{"s":["a","b"]}"#, [#"s: ["a"] → ["a","b"]"#]),
    ] as [(String, String, [String])])
  func differencesGoByNames(old: String, new: String, expected: [String]) throws {
    let found = try PolicyDifference.between(value(old), value(new)).map {
      "\($0.path): \($0.old?.canonicalText ?? "nil") → \($0.new?.canonicalText ?? "nil")"
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    "{}", #"{"channels":{"chat":{"capacity":2,"no_answer":"none","calendar":"24/7"},"email":null}}"#,
    #"{"routing":{"affinity":"none","idle":"20m","states":{"away":[],"x":"all"},"priority_bonus":{"low":5}}}"#,
    #"{"routing":{"segment_bonus":{"A":9},"raise":{"stages":["adopt"]},"wave_cap":false,"order":"score"}}"#,
  ])
  func whatIsInForceSaysTheSame(text: String) throws {
    let document = PolicyDocument.whole(try value(text))
    let whole = try PolicyDocument.inForce(document, kinds: Channel.usualKinds)
    let (said, meant) = (
      try ServicePolicy(whole, kinds: Channel.usualKinds).routing,
      try ServicePolicy(document, kinds: Channel.usualKinds).routing
    )
    #expect(Channel.usualKinds.map(said.channel) == Channel.usualKinds.map(meant.channel))
    var rest = said
    rest.channels = meant.channels
    #expect(rest == meant)
    #expect(whole["channels"]?["whatsapp"]?["reply_window"] == .text("1d"))
    #expect(whole["routing"]?["misses"] == .integer(3))
  }
}
