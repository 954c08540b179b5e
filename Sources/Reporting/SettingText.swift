import Diagnostics
import Publishing

/// The settings, each with where it comes from, as a text report shows them.
enum SettingText {
  /// A line for each setting.
  static func lines(_ settings: [Setting]) -> [String] {
    settings.map { setting in
      "\(setting.name) = \(VisibleText.escaping(setting.value ?? "none"))"
        + "  (\(VisibleText.escaping(setting.origin)))"
    }
  }
}
