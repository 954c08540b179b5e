/// Short texts by which platforms tell findings apart from run to run.
enum Fingerprint {
  /// 16 hexadecimal digits: FNV-1a of 64 bits (RFC 9923), which no adversary is kept from.
  static func text(of identity: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in identity.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
