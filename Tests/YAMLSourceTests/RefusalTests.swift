import Diagnostics
import Testing
import YAMLSource

@Suite("What is refused, and where")
struct RefusalTests {
  @Test("a key written twice is found on the second, and the first value is kept")
  func duplicateKeys() {
    let outline = Outline("a: 1\n\"a\": 2\nb: {c: 1, c: 2}\n")
    #expect(outline.places == ["MLC105 2:1-2:4", "MLC105 3:11-3:12"])
    #expect(outline.value == "{a: '1', b: {c: '1'}}")
    #expect(outline.findings.first?.notes.first?.range?.start == .start)
  }

  @Test("keys that differ only in their Unicode normal form are different keys")
  func normalForms() {
    #expect(Outline("\u{E9}: 1\ne\u{301}: 2\n").findings.isEmpty)
  }

  @Test("two merge keys are a key written twice")
  func duplicateMerge() {
    let outline = Outline("<<: {a: 1}\n<<: {b: 1}\n")
    #expect(outline.places == ["MLC105 2:1-2:3"])
    #expect(outline.findings.first?.hint?.contains("<<: [*one, *two]") == true)
  }

  @Test("a merge key needs mappings")
  func mergeValues() {
    #expect(Outline("<<: a\n").places == ["MLC110 1:5-1:6"])
    #expect(Outline("<<: [{a: 1}, b]\n").places == ["MLC110 1:14-1:15"])
  }

  @Test("an alias without anchor is found, names the anchors there are, and drops its document")
  func undefinedAlias() {
    let outline = Outline("a: &known 1\nb: *unknown\n")
    #expect(outline.places == ["MLC106 2:4-2:12"])
    #expect(outline.findings.first?.hint?.contains("`&known`") == true)
    #expect(outline.documents.isEmpty)
  }

  @Test("an alias inside its own value is found")
  func recursiveAlias() {
    #expect(Outline("a: &x\n  b: *x\n").places == ["MLC107 2:6-2:8"])
    #expect(Outline("&x [*x]\n").places == ["MLC107 1:5-1:7"])
    #expect(Outline("&x {<<: *x}\n").places == ["MLC107 1:9-1:11"])
  }

  @Test("an alias bomb is found where it passes the limit", .timeLimit(.minutes(1)))
  func aliasBomb() {
    var text = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "- &a\(level) [\(aliases)]\n"
    }
    let outline = Outline(text)
    #expect(outline.places == ["MLC108 5:43-5:46"])
    #expect(outline.documents.isEmpty)
  }

  @Test("the first character of the 65th open collection is found, 64 are read")
  func depth() {
    let open = String(repeating: "[", count: 64)
    let close = String(repeating: "]", count: 64)
    #expect(Outline(open + close).findings.isEmpty)
    #expect(Outline(open + "[" + "]" + close).places == ["MLC109 1:65-1:66"])
    #expect(Outline(open + "&a !!map {}" + close).places == ["MLC109 1:74-1:75"])
    #expect(Outline(String(repeating: "- ", count: 70) + "a").places == ["MLC109 1:129-1:130"])
  }

  @Test("documents before the one that is refused stay usable")
  func earlierDocuments() {
    let outline = Outline("a: 1\n---\nb: [\n")
    #expect(outline.documents.count == 1)
    #expect(outline.value == "{a: '1'}")
    #expect(outline.places == ["MLC101 3:4-3:5"])
  }

  @Test("a file of 4 MiB is read, one byte more is not")
  func size() {
    let limit = 4 * 1024 * 1024
    let text = [UInt8]("a: b\n#".utf8)
    let fill = [UInt8](repeating: UInt8(ascii: "x"), count: limit - text.count)
    #expect(Outline(bytes: text + fill).findings.isEmpty)
    #expect(Outline(bytes: text + fill + [0x78]).places == ["MLC104 1:1-1:2"])
  }

  @Test("UTF-16 is refused by name, with or without a byte order mark")
  func utf16() {
    for bytes: [UInt8] in [
      [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x3A, 0], [0, 0x61, 0, 0x3A],
    ] {
      let outline = Outline(bytes: bytes)
      #expect(outline.places == ["MLC102 1:1-1:2"])
      #expect(outline.findings.first?.message.contains("UTF-16") == true)
    }
  }

  @Test("a broken UTF-8 sequence is found at its first byte")
  func brokenUTF8() {
    let prefix = [UInt8]("é: x\nab".utf8)
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80]] {
      #expect(Outline(bytes: prefix + bytes + [0x0A]).places == ["MLC102 2:3-2:4"])
    }
  }

  @Test("NUL and other control characters are found, in the file and as an escape")
  func controlCharacters() {
    #expect(Outline("é: a\u{0}b\n").places == ["MLC103 1:5-1:6"])
    #expect(Outline("a: b\n c\u{7}\n").places == ["MLC103 2:3-2:4"])
    #expect(Outline("\u{FEFF}a\u{7}\n").places == ["MLC103 1:2-1:3"])
    #expect(Outline("a: \"x\\0\"\n").places == ["MLC103 1:4-1:9"])
    #expect(Outline("a: \"x\\x07\"\n").findings.isEmpty)
  }

  @Test("a file that is no text is told as one, whatever its first odd byte is")
  func binary() {
    for bytes: [UInt8] in [
      [0x7F, 0x45, 0x4C, 0x46, 0], [0x80, 0x04, 0x95, 0, 0x1], [0x50, 0x03, 0],
    ] {
      #expect(Outline(bytes: bytes).findings.first?.hint?.hasPrefix("this is no text file") == true)
    }
    #expect(Outline("a: b\u{7}\n").findings.first?.hint == "remove it")
  }

  @Test("tags of YAML itself are accepted where they fit, others are refused")
  func tags() {
    #expect(Outline("a: !!str 1\nb: !!seq []\nc: !!map {}\nd: ! e\n").findings.isEmpty)
    #expect(Outline("a: !env X\nb: !!map []\n").places == ["MLC111 1:4-1:5", "MLC111 2:4-2:5"])
  }

  @Test("every finding that makes a text unreadable has a code of the first hundred")
  func codes() {
    let texts = ["a: [", "a: 1\na: 2", "a: *b", "&a [*a]", "<<: 1", "a: !x y", "a: \u{0}"]
    for text in texts {
      let findings = Outline(text).findings
      #expect(!findings.isEmpty)
      #expect(findings.allSatisfy { $0.code.rawValue.hasPrefix("MLC1") && $0.severity == .error })
      #expect(findings.allSatisfy { DiagnosticCatalogue.entry(for: $0.code) != nil })
    }
  }
}
