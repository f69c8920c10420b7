/// Lengths of time in buckets: each second its own up to 128 s, then 64 to a doubling, so that what a bucket stands for
/// is never off by more than 0.8 %.
///
/// Source: the log-linear buckets of HdrHistogram (Gil Tene, http://hdrhistogram.org), with 64 sub-buckets.
public enum DurationBuckets {
  private static let linear: Int64 = 128
  private static let subBuckets: Int64 = 64

  /// Seconds under 0 count as 0, those over 2^40 as that.
  public static func bucket(of seconds: Int64) -> Int {
    let seconds = min(max(seconds, 0), 1 << 40)
    if seconds < linear { return Int(seconds) }
    let exponent = Int64(63 - seconds.leadingZeroBitCount)
    let mantissa = seconds >> (exponent - 6)
    return Int(linear + (exponent - 7) * subBuckets + mantissa - subBuckets)
  }

  /// The first second of a bucket.
  public static func lowerBound(of bucket: Int) -> Int64 {
    let bucket = Int64(max(bucket, 0))
    if bucket < linear { return bucket }
    let exponent = (bucket - linear) / subBuckets + 7
    let mantissa = (bucket - linear) % subBuckets + subBuckets
    return mantissa << (exponent - 6)
  }

  /// What the seconds of a bucket are taken for: its middle.
  public static func middle(of bucket: Int) -> Double {
    let low = lowerBound(of: bucket)
    return Double(low) + Double(lowerBound(of: bucket + 1) - 1 - low) / 2
  }
}
