import Glibc
import Testing

@testable import voc

@Suite struct OutputBufferTests {
  @Test func largeAnswersArriveWhole() throws {
    let path = "/tmp/voc-output-\(getpid()).txt"
    let file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer {
      close(file)
      unlink(path)
    }
    let buffer = OutputBuffer(descriptor: file)
    for _ in 0..<10_000 { buffer.append("ñandú 漢\n") }
    try buffer.flushOrThrow()
    lseek(file, 0, SEEK_SET)
    #expect(try World.readToEnd(of: file).count == 10_000 * "ñandú 漢\n".utf8.count)
  }

  @Test func aReaderThatLeavesIsNoFailure() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let buffer = OutputBuffer(descriptor: ends[1])
    buffer.append("x")
    try buffer.flushOrThrow()
    #expect(buffer.isClosed)
  }

  @Test func aFullDiskIsAFailureOnce() throws {
    let file = open("/dev/full", O_WRONLY)
    defer { close(file) }
    let buffer = OutputBuffer(descriptor: file)
    buffer.append("x")
    #expect(throws: SystemFailure.writing(ENOSPC)) { try buffer.flushOrThrow() }
    try buffer.flushOrThrow()
  }
}
