/// The Cholesky factor of a symmetric positive definite matrix, of which the lower triangle is read.
///
/// Source: G. H. Golub & C. F. Van Loan, Matrix Computations, 4th ed., section 4.2.
struct Cholesky {
  private let lower: [[Double]]

  /// Nil where the matrix is not positive definite, or so nearly not that its digits are noise.
  init?(_ matrix: [[Double]]) {
    var lower = matrix
    for i in matrix.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          guard sum > 1e-12 * matrix[i][i], sum.isFinite else { return nil }
          lower[i][i] = sum.squareRoot()
        } else {
          lower[i][j] = sum / lower[j][j]
        }
      }
    }
    self.lower = lower
  }

  /// The x of matrix × x = `vector`.
  func solve(_ vector: [Double]) -> [Double] {
    var x = vector
    for i in lower.indices {
      for k in 0..<i { x[i] -= lower[i][k] * x[k] }
      x[i] /= lower[i][i]
    }
    for i in lower.indices.reversed() {
      for k in (i + 1)..<lower.count { x[i] -= lower[k][i] * x[k] }
      x[i] /= lower[i][i]
    }
    return x
  }

  /// The diagonal of the matrix' inverse.
  var inverseDiagonal: [Double] {
    lower.indices.map { index in
      var unit = Array(repeating: 0.0, count: lower.count)
      unit[index] = 1
      return solve(unit)[index]
    }
  }
}
