import Glibc

@main struct Main {
  static func main() {
    exit(CommandLineProgram.run(arguments: Array(CommandLine.arguments.dropFirst()), world: .real).rawValue)
  }
}
