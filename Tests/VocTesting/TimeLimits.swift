public import Testing

extension Trait where Self == TimeLimitTrait {
  /// For a test that a fault would leave waiting for ever.
  ///
  /// The limit is longer than any run of the whole suite: a test's time goes on while others have all the cores.
  public static var notForEver: Self { .timeLimit(.minutes(60)) }
}
