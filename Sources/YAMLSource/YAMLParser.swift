public import Diagnostics

/// Reads YAML text into nodes with places.
public enum YAMLParser {
  /// The documents of a file.
  ///
  /// Scalars stay text, aliases and merge keys are resolved. What makes the text unreadable is a
  /// finding whose code begins with `MLC1`: syntax, encoding, duplicate keys, dead or endless
  /// aliases, and the limits (4 MiB, 64 open collections, 100,000 values from aliases). The
  /// documents before such a place are still given.
  public static func documents(
    in file: SourceFile, diagnostics: inout DiagnosticList
  ) -> [YAMLDocument] {
    if let finding = EncodingCheck.finding(in: file) {
      diagnostics.append(finding)
      return []
    }
    var documents: [YAMLDocument] = []
    do throws(CompositionStop) {
      var composer = try Composer(path: file.path, content: EncodingCheck.content(of: file))
      do throws(CompositionStop) {
        while let document = try composer.nextDocument() { documents.append(document) }
      } catch {
        if case .syntax(let trouble) = error {
          composer.diagnostics.append(
            SyntaxWording.finding(
              for: trouble, in: composer.places, openBracket: composer.openBracket,
              longQuote: composer.longQuote))
        }
      }
      diagnostics.append(contentsOf: composer.diagnostics)
    } catch {
      diagnostics.append(Diagnostic(.yamlSyntax, "there is not enough memory to read the file"))
    }
    return documents
  }
}
