import Diagnostics
import Foundation
import ModelManifests
import TestSupport
import Testing

@Suite("Manifests with random mistakes")
struct MutatedManifestTests {
  /// `make test` takes some, `make test-all` all.
  private static let count =
    ProcessInfo.processInfo.environment["MLCATALOG_TEST_ALL"] == nil ? 600 : 20_000

  private func findings(in file: SourceFile) -> [Diagnostic] {
    var list = DiagnosticList()
    let manifest = ManifestFile(file, diagnostics: &list)
    _ = RepeatedModels.removed(from: manifest.models, diagnostics: &list)
    return list.items + UnquotedText.findings(in: file, .manifest)
  }

  private func edits(_ findings: [Diagnostic], in file: SourceFile) -> [TextEdit] {
    Array(Set(FixableFile(file, .manifest).edits(for: findings).flatMap(\.self)))
  }

  /// How many findings there are that keep a text from being read.
  private func unreadable(_ findings: [Diagnostic]) -> Int {
    findings.count { $0.code.rawValue.hasPrefix("MLC1") }
  }

  @Test("mending ends, takes mistakes away and adds none, and leaves every byte beside the edits")
  func mending() throws {
    var manifests = MutatedManifests(seed: 7)
    var mended = 0
    for _ in 0..<Self.count {
      var file = SourceFile(path: "m.yaml", bytes: manifests.next())
      var found = findings(in: file)
      for _ in 0..<10 {
        let edits = edits(found, in: file)
        if edits.isEmpty { break }
        mended += edits.count
        let after = try #require(file.applying(edits), "\(file.text)")
        #expect(outside(edits, of: file) == outside(moved(edits, in: file), of: after))
        let left = findings(in: after)
        #expect(unreadable(left) == 0, "\(file.text)\n\(after.text)")
        check(from: found, to: left, edits, file, after)
        (file, found) = (after, left)
      }
      #expect(edits(found, in: file).isEmpty, "no end:\n\(file.text)")
    }
    // Or there was nothing to see.
    #expect(mended > Self.count / 5)
  }

  /// A finding that is new lies in what a mended key made known.
  private func check(
    from before: [Diagnostic], to after: [Diagnostic], _ edits: [TextEdit], _ file: SourceFile,
    _ changed: SourceFile
  ) {
    let keys = edits.filter { edit in
      before.contains { $0.code == .unknownKey && $0.edits.isEmpty && $0.range == edit.range }
    }
    if keys.isEmpty {
      #expect(after.count < before.count, "\(file.text)\n→\n\(changed.text)")
    }
    let counts = { (list: [Diagnostic], code: DiagnosticCode) in list.count { $0.code == code } }
    #expect(
      counts(after, .conflictingKeys) <= counts(before, .conflictingKeys),
      "\(file.text)\n→\n\(changed.text)")
  }

  /// The bytes of a file that lie in no edit.
  private func outside(_ edits: [TextEdit], of file: SourceFile) -> [UInt8] {
    var bytes = file.bytes
    let places = edits.compactMap { edit -> Range<Int>? in
      guard let start = file.byteOffset(of: edit.range.start),
        let end = file.byteOffset(of: edit.range.end)
      else { return nil }
      return start..<end
    }
    for place in places.sorted(by: { $0.lowerBound > $1.lowerBound }) {
      bytes.removeSubrange(place)
    }
    return bytes
  }

  /// Edits that take back out what others put in.
  private func moved(_ edits: [TextEdit], in file: SourceFile) -> [TextEdit] {
    guard let after = file.applying(edits) else { return [] }
    var shift = 0
    return edits.sorted { $0.range.start < $1.range.start }.compactMap { edit in
      guard let start = file.byteOffset(of: edit.range.start),
        let end = file.byteOffset(of: edit.range.end)
      else { return nil }
      let new = start + shift
      let length = edit.replacement.utf8.count
      shift += length - (end - start)
      let range = SourceRange(
        path: file.path, start: after.position(ofByte: new),
        end: after.position(ofByte: new + length))
      return TextEdit(replacing: range, with: "")
    }
  }

  @Test("every finding lies within the text, in order")
  func places() {
    var manifests = MutatedManifests(seed: 8)
    for _ in 0..<Self.count {
      let file = SourceFile(path: "m.yaml", bytes: manifests.next())
      for finding in findings(in: file) {
        let ranges = [finding.range].compactMap(\.self) + finding.notes.compactMap(\.range)
        for range in ranges {
          let isInside =
            range.start <= range.end && range.path == file.path
            && isPlace(range.start, in: file) && isPlace(range.end, in: file)
          #expect(isInside, "\(finding.code) at \(range)\n\(file.text.debugDescription)")
        }
      }
    }
  }

  /// Whether a line has the column, or the one after its last character and line end.
  private func isPlace(_ position: Position, in file: SourceFile) -> Bool {
    guard let line = file.line(position.line) else { return false }
    return (1...line.unicodeScalars.count + 2).contains(position.column)
  }
}
