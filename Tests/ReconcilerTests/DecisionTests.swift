import JSONDocuments
import ModelManifests
import Testing

@testable import Reconciler

@Suite("The decision about one field")
struct DecisionTests {
  static let edit = Edit(updatedBy: "jane", updatedAt: 1_763_000_000_000)

  private func decision(
    base: BaseValue = .none, edited: Edit? = nil, current: JSON?, desired: DesiredValue,
    kind: FieldKind = .prose, ownership: FieldOwner? = nil, isForced: Bool = false,
    isAcknowledged: Bool = false
  ) -> FieldDecision {
    decide(
      base: base, edited: edited, current: current, desired: desired, kind: kind,
      ownership: ownership, isForced: isForced, isAcknowledged: isAcknowledged)
  }

  @Test("an acknowledged text gives way to a file that moved, and to no other")
  func acknowledged() {
    let moved = decision(
      base: .ours("a"), edited: Self.edit, current: "c", desired: .value("b"),
      isAcknowledged: true)
    #expect(moved == .write("b", overwriting: .edit(Self.edit)))
    let unmoved = decision(
      base: .ours("a"), edited: Self.edit, current: "c", desired: .value("a"),
      isAcknowledged: true)
    #expect(unmoved == .keep(.edited(Self.edit)))
    let owned = decision(
      base: .ours("a"), edited: Self.edit, current: "c", desired: .value("b"),
      ownership: .catalog, isAcknowledged: true)
    #expect(owned == .keep(.ownership(Self.edit)))
    let adopted = decision(current: "c", desired: .value("b"), isAcknowledged: true)
    #expect(adopted == .keep(.unpublished))
  }

  @Test("a field that is as the file wants it is left alone, whoever wrote it")
  func equal() {
    for base in [BaseValue.none, .ours("a"), .ours("b")] {
      #expect(decision(base: base, current: "a", desired: .value("a")) == .nothing)
    }
    #expect(decision(current: nil, desired: .empty) == .nothing)
  }

  @Test("our own value is replaced when the file moved", arguments: [FieldKind.prose, .technical])
  func ours(kind: FieldKind) {
    #expect(
      decision(base: .ours("a"), current: "a", desired: .value("b"), kind: kind)
        == .write("b", overwriting: .nothing))
  }

  @Test("an edited text is kept when the file did not move")
  func editedProse() {
    #expect(
      decision(base: .ours("a"), edited: Self.edit, current: "c", desired: .value("a"))
        == .keep(.edited(Self.edit)))
  }

  @Test("an edited technical value is written back, and it is said over whom")
  func editedTechnical() {
    #expect(
      decision(
        base: .ours("a"), edited: Self.edit, current: "c", desired: .value("a"), kind: .technical)
        == .write("a", overwriting: .edit(Self.edit)))
  }

  @Test("an edited text that the manifest owns is written back, whether or not the file moved")
  func editedOwnedByManifest() {
    for wanted in ["a", "b"] as [JSON] {
      #expect(
        decision(
          base: .ours("a"), edited: Self.edit, current: "c", desired: .value(wanted),
          ownership: .manifest) == .write(wanted, overwriting: .edit(Self.edit)))
    }
  }

  @Test("a text that both sides changed is a conflict")
  func bothMoved() {
    #expect(
      decision(base: .ours("a"), edited: Self.edit, current: "c", desired: .value("b"))
        == .conflict(Self.edit))
    #expect(
      decision(base: .ours(nil), edited: Self.edit, current: "c", desired: .value("b"))
        == .conflict(Self.edit))
  }

  @Test("a technical value that both sides changed is written, and it is said over whom")
  func bothMovedTechnical() {
    #expect(
      decision(
        base: .ours("a"), edited: Self.edit, current: "c", desired: .value("b"), kind: .technical)
        == .write("b", overwriting: .edit(Self.edit)))
  }

  @Test(
    "a value that both sides changed and the catalog owns is kept",
    arguments: [FieldKind.prose, .technical])
  func bothMovedOwnedByCatalog(kind: FieldKind) {
    #expect(
      decision(
        base: .ours("a"), edited: Self.edit, current: "c", desired: .value("b"), kind: kind,
        ownership: .catalog) == .keep(.ownership(Self.edit)))
  }

  @Test("a technical edit that the catalog owns is kept when the file did not move")
  func editedTechnicalOwnedByCatalog() {
    #expect(
      decision(
        base: .ours("a"), edited: Self.edit, current: "c", desired: .value("a"), kind: .technical,
        ownership: .catalog) == .keep(.edited(Self.edit)))
  }

  @Test("an empty field that was never ours is filled")
  func unpublishedEmpty() {
    #expect(decision(current: nil, desired: .value("a")) == .write("a", overwriting: .nothing))
  }

  @Test("a text that was never ours is kept")
  func unpublishedProse() {
    #expect(decision(current: "c", desired: .value("a")) == .keep(.unpublished))
    #expect(
      decision(current: "c", desired: .value("a"), ownership: .catalog) == .keep(.ownership(nil)))
    #expect(
      decision(current: "c", desired: .value("a"), ownership: .manifest)
        == .write("a", overwriting: .unpublished))
  }

  @Test("a technical value that was never ours is replaced, and that is said")
  func unpublishedTechnical() {
    #expect(
      decision(current: "c", desired: .value("a"), kind: .technical)
        == .write("a", overwriting: .unpublished))
    #expect(
      decision(current: "c", desired: .value("a"), kind: .technical, ownership: .catalog)
        == .keep(.ownership(nil)))
  }

  @Test("our value is removed when the file no longer gives it")
  func noLongerGiven() {
    #expect(
      decision(base: .ours("a"), current: "a", desired: .absent)
        == .write(nil, overwriting: .nothing))
  }

  @Test("what the file does not give is not touched when it is another's or edited")
  func notGiven() {
    #expect(decision(current: "c", desired: .absent) == .nothing)
    #expect(
      decision(base: .ours("a"), edited: Self.edit, current: "c", desired: .absent) == .nothing)
    #expect(decision(current: "c", desired: .absent, isForced: true) == .nothing)
  }

  @Test("an explicitly empty value removes whatever is there, and it is said over whom")
  func explicitlyEmpty() {
    #expect(
      decision(base: .ours("a"), current: "a", desired: .empty)
        == .write(nil, overwriting: .nothing))
    #expect(
      decision(base: .ours("a"), edited: Self.edit, current: "c", desired: .empty)
        == .write(nil, overwriting: .edit(Self.edit)))
    #expect(decision(current: "c", desired: .empty) == .write(nil, overwriting: .unpublished))
  }

  @Test("--force lets the file win over a conflict, an adopted text and the catalog's ownership")
  func forced() {
    #expect(
      decision(
        base: .ours("a"), edited: Self.edit, current: "c", desired: .value("b"), isForced: true)
        == .write("b", overwriting: .edit(Self.edit)))
    #expect(
      decision(current: "c", desired: .value("b"), ownership: .catalog, isForced: true)
        == .write("b", overwriting: .unpublished))
  }
}

@Suite("The decision about one member of a set")
struct MemberDecisionTests {
  private func decision(
    isPresent: Bool, isOurs: Bool = false, takenAway: Edit? = nil, _ given: GivenSet,
    ownership: FieldOwner? = nil, isForced: Bool = false
  ) -> MemberDecision {
    decideMember(
      isPresent: isPresent, isOurs: isOurs, takenAway: takenAway, given: given,
      ownership: ownership, isForced: isForced)
  }

  @Test("a member that the file gives and the catalog lacks is added")
  func added() {
    #expect(decision(isPresent: false, .members(includesThis: true)) == .add)
    #expect(decision(isPresent: true, .members(includesThis: true)) == .nothing)
  }

  @Test("a member that somebody took away stays away, unless the manifest owns the set")
  func takenAway() {
    let edit = DecisionTests.edit
    let given = GivenSet.members(includesThis: true)
    #expect(decision(isPresent: false, isOurs: true, takenAway: edit, given) == .stayAway(edit))
    #expect(
      decision(isPresent: false, isOurs: true, takenAway: edit, given, ownership: .manifest)
        == .add)
    #expect(
      decision(isPresent: false, isOurs: true, takenAway: edit, given, isForced: true) == .add)
  }

  @Test("our member that the file no longer gives is removed, and what others added stays")
  func noLongerGiven() {
    for given in [GivenSet.absent, .members(includesThis: false)] {
      #expect(decision(isPresent: true, isOurs: true, given) == .remove)
      #expect(decision(isPresent: true, isOurs: false, given) == .nothing)
    }
  }

  @Test("a set that the manifest owns has the file's members only, if the file gives it")
  func ownedByManifest() {
    #expect(
      decision(isPresent: true, .members(includesThis: false), ownership: .manifest) == .remove)
    #expect(decision(isPresent: true, .absent, ownership: .manifest) == .nothing)
  }

  @Test("an explicitly empty set loses all its members")
  func explicitlyEmpty() {
    #expect(decision(isPresent: true, .empty) == .remove)
    #expect(decision(isPresent: false, .empty) == .nothing)
  }
}
