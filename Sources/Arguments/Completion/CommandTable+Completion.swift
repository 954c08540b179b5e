extension CommandTable {
  /// A script with which a shell completes the program's command lines.
  public func completion(for shell: CompletionShell) -> String {
    switch shell {
    case .bash: BashCompletion(table: self).script
    case .zsh: ZshCompletion(table: self).script
    case .fish: FishCompletion(table: self).script
    }
  }
}
