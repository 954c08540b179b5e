import Foundation
import Testing

@testable import EmbeddedCatalog

/// Contrast as WCAG 2.2 computes it (success criteria 1.4.3 and 1.4.11).
@Suite struct PaletteTests {
  @Test("Text stands out from what it stands on by 4.5 to 1", arguments: [Palette.light, .dark])
  func text(palette: Palette) {
    let pairs = [
      (palette.ink, palette.canvas), (palette.ink, palette.surface), (palette.ink, palette.inset),
      (palette.ink, palette.accentInset), (palette.muted, palette.canvas),
      (palette.muted, palette.surface), (palette.muted, palette.inset),
      (palette.muted, palette.accentInset), (palette.accent, palette.canvas),
      (palette.accent, palette.surface), (palette.accent, palette.accentInset),
      (palette.onAccent, palette.accent), (palette.added, palette.addedInset),
      (palette.removed, palette.removedInset),
    ]
    for (text, ground) in pairs {
      #expect(Self.contrast(text, ground) >= 4.5, "\(text) on \(ground)")
    }
  }

  @Test("Lines with a meaning stand out by 3 to 1", arguments: [Palette.light, .dark])
  func lines(palette: Palette) {
    for ground in [palette.canvas, palette.surface] {
      #expect(Self.contrast(palette.edge, ground) >= 3, "\(palette.edge) on \(ground)")
      #expect(Self.contrast(palette.accent, ground) >= 3, "\(palette.accent) on \(ground)")
    }
  }

  @Test("Every colour that the style names is in the palette")
  func names() {
    let defined = Set(
      Palette.light.properties.split(separator: "--").map { $0.prefix { $0 != ":" } })
    let used = Set(
      StyleSheet.text.split(separator: "var(--").dropFirst().map { $0.prefix { $0 != ")" } })
    #expect(used.subtracting(defined).isEmpty)
    #expect(!StyleSheet.text.contains("url("))
    #expect(!StyleSheet.text.contains("@import"))
  }

  private static func contrast(_ left: String, _ right: String) -> Double {
    let luminances = [luminance(left), luminance(right)].sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

}
