/// The shells for which there are completions.
public enum CompletionShell: String, Sendable, CaseIterable {
  case bash
  case zsh
  case fish
}
