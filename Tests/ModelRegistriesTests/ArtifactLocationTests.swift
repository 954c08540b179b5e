import Testing

@testable import ModelRegistries

@Suite("Addresses in registries, as they are published")
struct ArtifactLocationTests {
  @Test(
    "hold no password and no signature, and lead where they led",
    arguments: [
      ("s3://bucket/model", "s3://bucket/model"),
      ("dbfs:/models/m", "dbfs:/models/m"),
      ("https://me:word@host/m?sig=abc#d", "https://host/m"),
      ("https://dapi-token@host/m", "https://host/m"),
      ("sftp://me:word@host:22/m", "sftp://me@host:22/m"),
      (
        "abfss://models@account.dfs.core.windows.net/m?sig=abc",
        "abfss://models@account.dfs.core.windows.net/m"
      ),
      (
        "wasbs://models@account.blob.core.windows.net/a@b",
        "wasbs://models@account.blob.core.windows.net/a@b"
      ),
    ])
  func shown(address: String, expected: String) {
    #expect(ArtifactLocation.shown(address) == expected)
  }

  @Test("a page keeps its query, without which it is another one")
  func page() {
    #expect(
      ArtifactLocation.withoutPassword("https://me:word@host/runs/7?wsid=/a#metrics")
        == "https://host/runs/7?wsid=/a#metrics")
  }
}
