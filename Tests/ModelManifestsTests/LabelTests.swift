import Diagnostics
import ModelManifests
import Testing

@Suite("Owners, tags and tiers")
struct LabelTests {
  @Test(
    "an owner is a user's name, an e-mail address or a team",
    arguments: [
      ("jane.doe", OwnerName(kind: .user, name: "jane.doe")),
      ("Jane@example.com", OwnerName(kind: .user, name: "Jane@example.com")),
      ("team:Data Science", OwnerName(kind: .team, name: "Data Science")),
    ])
  func owners(_ text: String, _ owner: OwnerName) throws {
    let manifest = try ManifestCase(model: "owners: ['\(text)']")
    manifest.expectNothing()
    #expect(try manifest.model.owners.value?.map(\.value) == [owner])
  }

  @Test(
    "other owners are refused",
    arguments: ["group:data", "", "team:", "team: Data", "@example.com", "jane@", "a@b@c"])
  func invalidOwners(_ text: String) throws {
    try ManifestCase(model: "owners: [⟦k⟧'\(text)'⟦/k⟧]").expectOnly(.invalidOwner, at: "k")
  }

  @Test(
    "an owner whose kind is misspelt, or needless, is named as it is written",
    arguments: [
      ("tema:Data Science", "team:Data Science"), ("Team:Data", "team:Data"),
      ("teams:Data", "team:Data"), ("team: Data", "team:Data"), ("user:jane.doe", "jane.doe"),
    ])
  func nearlyOwners(_ text: String, _ owner: String) throws {
    let finding = try ManifestCase(model: "owners: [⟦k⟧'\(text)'⟦/k⟧]")
      .expectOnly(.invalidOwner, at: "k")
    #expect(finding.hint == "did you mean `\(owner)`?")
  }

  @Test("a model is owned by users or by one team")
  func ownersTogether() throws {
    try ManifestCase(model: "owners: [jane, ⟦k⟧'team:a'⟦/k⟧]")
      .expectOnly(.contradictoryMembers, at: "k")
    try ManifestCase(model: "owners: ['team:a', ⟦k⟧'team:b'⟦/k⟧]")
      .expectOnly(.contradictoryMembers, at: "k")
    try ManifestCase(model: "owners: ['team:a', ⟦k⟧jane⟦/k⟧]")
      .expectOnly(.contradictoryMembers, at: "k")
  }

  @Test("tags are full names", arguments: ["Sensitive", "PII.", "\"PII.\\\"a.b\""])
  func invalidTags(_ tag: String) throws {
    try ManifestCase(model: "tags: [⟦k⟧\(tag)⟦/k⟧]").expectOnly(.invalidTag, at: "k")
  }

  @Test("a part of a tag that contains a dot is quoted")
  func quotedTag() throws {
    try ManifestCase(model: "tags: ['PII.\"a.b\"']").expectNothing()
  }

  @Test("a tier is a tag of the classification Tier")
  func tiers() throws {
    try ManifestCase(model: "tier: ⟦k⟧Tier1⟦/k⟧").expectOnly(.invalidTag, at: "k")
    try ManifestCase(model: "tier: ⟦k⟧PII.None⟦/k⟧").expectOnly(.invalidTag, at: "k")
  }

  @Test(
    "a tier without its classification is told the tag that was meant",
    arguments: [("Tier2", "Tier.Tier2"), ("tier1", "Tier.Tier1"), ("Gold", "Tier.Gold")])
  func tierAlone(_ tier: String, _ meant: String) throws {
    let finding = try ManifestCase(model: "tier: ⟦k⟧\(tier)⟦/k⟧").expectOnly(.invalidTag, at: "k")
    #expect(finding.hint == "did you mean `\(meant)`?")
  }

  @Test("two tiers are found on the later")
  func twoTiers() throws {
    try ManifestCase(model: "tier: Tier.Tier1\ntags: [⟦k⟧Tier.Tier2⟦/k⟧]")
      .expectOnly(.contradictoryMembers, at: "k")
    try ManifestCase(model: "tags: [Tier.Tier2]\ntier: ⟦k⟧Tier.Tier1⟦/k⟧")
      .expectOnly(.contradictoryMembers, at: "k")
    try ManifestCase(model: "tags: [Tier.Tier1]\ntier: Tier.Tier1").expectNothing()
  }

  @Test("a member that is written twice is a warning, and counts once")
  func repeatedMembers() throws {
    let manifest = try ManifestCase(model: "tags: [PII.None, ⟦k⟧'PII.None'⟦/k⟧]")
    let finding = try manifest.expectOnly(.repeatedMember, at: "k")
    #expect(finding.severity == .warning)
    #expect(try manifest.model.tags.value?.count == 1)
    try ManifestCase(model: "owners: [jane, ⟦k⟧jane⟦/k⟧]").expectOnly(.repeatedMember, at: "k")
  }
}
