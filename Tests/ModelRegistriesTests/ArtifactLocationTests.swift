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
      ("s3://AKIA:a/b+c@bucket/m", "s3://AKIA@bucket/m"),
      ("https://me:wo?rd#x@host/m", "https://host/m"),
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

  @Test("a page of the studio keeps of its query what says where it is, and nothing else")
  func page() {
    #expect(
      ArtifactLocation.page("https://me:word@host/runs/7?wsid=/a&sig=b&tid=c&token=d#metrics")
        == "https://host/runs/7?wsid=/a&tid=c")
    #expect(ArtifactLocation.page("https://host/runs/7?token=d") == "https://host/runs/7")
    #expect(ArtifactLocation.page("https://host/runs/7#token=d") == "https://host/runs/7")
  }
}
