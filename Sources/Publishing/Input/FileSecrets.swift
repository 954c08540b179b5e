public import Diagnostics
public import HTTPClient

/// The passwords and tokens that somebody wrote into files, for texts that do not quote the files.
public enum FileSecrets {
  /// Shorter ones, such as `prod`, are words of reports too; lines of files hide them all the same.
  private static let shortest = 6

  /// The secrets of a file; those with spaces are mostly no secrets but prose.
  public static func found(in file: SourceFile) -> [Secret] {
    file.secretTexts.compactMap { text in
      let quotes = text.filter { $0 == "\"" || $0 == "'" }
      let bare = text.drop { "*&!\"'".contains($0) }.prefix { !"\"'".contains($0) }
      guard quotes.count <= 2, bare.utf8.count >= shortest,
        !bare.contains(where: \.isWhitespace), Double(bare) == nil
      else { return nil }
      return Secret(String(bare))
    }
  }
}
