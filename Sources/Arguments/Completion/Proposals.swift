/// What a shell proposes for one word of a command line.
enum Proposals {
  /// Some words.
  case words([String])
  /// Names of files and folders.
  case files
  /// Names of folders.
  case folders
  /// Nothing: any text may stand there.
  case nothing

  /// What a word of some name in help may be.
  init(_ name: String, words: [String]) {
    self =
      if !words.isEmpty {
        .words(words)
      } else {
        switch name {
        case "FILE", "PATH": .files
        case "DIR": .folders
        default: .nothing
        }
      }
  }
}

extension Option {
  /// What may follow the option.
  var proposals: Proposals {
    switch value {
    case .none: .nothing
    case .text(let name), .number(let name, _): Proposals(name, words: [])
    case .choice(let words): .words(words)
    }
  }

  /// The option as it is typed, in full and by its letter.
  var names: [String] { ["--\(long)"] + (short.map { ["-\($0)"] } ?? []) }
}

extension Operand {
  /// What the operand may be.
  var proposals: Proposals { Proposals(name, words: choices.isEmpty ? suggestions : choices) }
}
