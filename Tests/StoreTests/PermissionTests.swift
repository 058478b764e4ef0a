import Core
import Methods
import Support
import Surveys
import Testing

@testable import Store

/// A wave asks the words of somebody else only as long as that is allowed.
@Suite struct PermissionTests {
    private static let paper = Array("%PDF-1.7 ja".utf8)

    private func house() async throws -> (House, Wave) {
        let house = try await House()
        try await house.addUnits("path;headcount\nHof;30\nVeld;30\n")
        try await house.loadWords(of: "uwes-9")
        return (house, try await house.draftWave("Meting", pack: "licensed-uwes-9"))
    }

    private func allow(_ house: House, until day: Day, since version: Int = 0) async throws {
        try await house.store.save(
            giver: "Universiteit", until: day, document: try .init(Self.paper),
            for: "uwes-9", in: house.organisation.id, since: version, by: nil)
    }

    @Test func `without a permission the wave does not open, and says so before`() async throws {
        let (house, wave) = try await house()
        let missing = try await house.store.missingPermission(for: wave)
        #expect(missing?.refusal == .isMissing && missing?.definition == "uwes-9")
        await #expect(throws: Permission.Refusal.isMissing) {
            try await house.store.open(wave.id, in: wave.organisation)
        }
        #expect(try await house.store.wave(wave.id, in: wave.organisation).state == .draft)
    }

    @Test func `a permission that is over, or ends a day too early, opens nothing`() async throws {
        let (house, wave) = try await house()
        let today = house.store.clock.now.day(in: house.organisation.zone)
        try await allow(house, until: today - 1)
        await #expect(throws: Permission.Refusal.isPast) {
            try await house.store.open(wave.id, in: wave.organisation)
        }
        try await allow(house, until: wave.closesOn - 1, since: 1)
        #expect(try await house.store.missingPermission(for: wave)?.refusal == .endsBefore)
        await #expect(throws: Permission.Refusal.endsBefore) {
            try await house.store.open(wave.id, in: wave.organisation)
        }
        #expect(try await house.store.wave(wave.id, in: wave.organisation).state == .draft)
    }

    @Test func `a permission through the last day opens it, and the end moves no further than that`() async throws {
        let (house, wave) = try await house()
        try await allow(house, until: wave.closesOn + 2)
        #expect(try await house.store.missingPermission(for: wave) == nil)
        try await house.store.open(wave.id, in: wave.organisation)

        let end = wave.closesOn
        await #expect(throws: Permission.Refusal.endsBefore) {
            try await house.store.moveEnd(of: wave.id, to: end + 3, in: wave.organisation, by: nil)
        }
        #expect(try await house.store.wave(wave.id, in: wave.organisation).closesOn == end)
        try await house.store.moveEnd(of: wave.id, to: end + 2, in: wave.organisation, by: nil)
        #expect(try await house.store.wave(wave.id, in: wave.organisation).closesOn == end + 2)
    }

    @Test func `a version that hr made to fit needs the same permission`() async throws {
        let (house, wave) = try await house()
        let base = try #require(house.store.pack("licensed-uwes-9", for: house.organisation.id))
        let word = LocalText(nl: "x", en: "y")
        let fitted = try Tailoring(kept: ["vigor"], own: []).applied(
            to: base, after: base, id: "own-\(wave.slug)", version: 1,
            words: .init(
                about: word, theme: word, short: word, lead: word, answers: Array(repeating: word, count: 5)))
        try await house.store.save(
            fitted.files(sources: "x"), for: wave.id, in: wave.organisation, since: wave.version, by: nil)
        #expect(house.store.definition(behind: fitted, for: wave.organisation) == "uwes-9")
        await #expect(throws: Permission.Refusal.isMissing) {
            try await house.store.open(wave.id, in: wave.organisation)
        }
        try await allow(house, until: wave.closesOn)
        try await house.store.open(wave.id, in: wave.organisation)
    }

    @Test func `a questionnaire of our own needs none`() async throws {
        let (house, _) = try await house()
        #expect(try await house.openWave("Eigen").state == .open)
    }

    @Test func `a definition itself is no questionnaire that can be chosen`() async throws {
        let house = try await House()
        #expect(!house.store.packs(for: house.organisation.id).contains { $0.id == "uwes-9" })
        #expect(throws: Wave.Refusal.packIsUnknown) {
            try house.store.draft("Meting", pack: "uwes-9", in: house.organisation)
        }
    }

    @Test func `the words and the permission of one organisation are of no other`() async throws {
        let (house, _) = try await house()
        let other = try await house.store.addOrganisation("wilg", name: "De Wilg")
        try await allow(house, until: Day(2027, 1, 1))
        #expect(house.store.pack("licensed-uwes-9", for: other.id) == nil)
        #expect(try await house.store.permissions(in: other.id) == [])
        #expect(try await house.store.permission(for: "uwes-9", in: other.id) == nil)
        await #expect(throws: NotFound.self) {
            try await house.store.permissionDocument(for: "uwes-9", in: other.id)
        }
        #expect(
            try await house.store.permissionDocument(for: "uwes-9", in: house.organisation.id).bytes == Self.paper)
    }

    @Test func `of two who save at once the second hears so, and the paper stays where none is sent`() async throws {
        let (house, _) = try await house()
        let home = house.organisation.id
        try await allow(house, until: Day(2027, 1, 1))
        await #expect(throws: Conflict.changedMeanwhile) { try await allow(house, until: Day(2028, 1, 1)) }
        try await house.store.save(
            giver: "Uitgeverij", until: Day(2028, 1, 1), document: nil, for: "uwes-9", in: home, since: 1, by: nil)
        await #expect(throws: Conflict.changedMeanwhile) {
            try await allow(house, until: Day(2029, 1, 1), since: 1)
        }
        let kept = try await house.store.permission(for: "uwes-9", in: home)
        #expect(kept?.giver == .named("Uitgeverij") && kept?.until == Day(2028, 1, 1) && kept?.version == 2)
        #expect(try await house.store.permissionDocument(for: "uwes-9", in: home).bytes == Self.paper)
    }

    private func names(_ house: House) async throws -> [String] {
        try await house.store.read { try $0.rows("SELECT name FROM person").map { try $0["name"] } }
    }

    @Test func `who gave it is a name that stands once, and goes with what it was for`() async throws {
        let (house, _) = try await house()
        let home = house.organisation.id
        try await allow(house, until: Day(2027, 1, 1))
        #expect(try await names(house) == ["Universiteit"])
        try await house.store.save(
            giver: "Uitgeverij", until: Day(2027, 1, 1), document: nil, for: "uwes-9", in: home, since: 1, by: nil)
        #expect(try await names(house) == ["Uitgeverij"])
        try await house.store.erasePerson("uitgeverij")
        #expect(try await house.store.permission(for: "uwes-9", in: home)?.giver == .gone)
        #expect(try await house.store.permissions(in: home).map(\.giver) == [.gone])
    }

    @Test func `a permission that is removed is gone with its paper and its name, and an open wave goes on`()
        async throws
    {
        let (house, wave) = try await house()
        let home = house.organisation.id
        try await allow(house, until: wave.closesOn)
        try await house.store.open(wave.id, in: home)
        await #expect(throws: Conflict.changedMeanwhile) {
            try await house.store.removePermission(for: "uwes-9", in: home, since: 7, by: nil)
        }
        try await house.store.removePermission(for: "uwes-9", in: home, since: 1, by: nil)
        #expect(try await house.store.permission(for: "uwes-9", in: home) == nil)
        #expect(try await names(house) == [])
        let bytes = try FilledWave.files(below: house.folder)
        #expect(!bytes.contains { $0.bytes.holds(Self.paper) })
        #expect(try await house.store.wave(wave.id, in: home).state == .open && house.store.takesAnswers(wave.id))
        #expect(try await house.store.auditLines(in: home).filter { $0.act == .permissionRemoved }.count == 1)
        await #expect(throws: NotFound.self) {
            try await house.store.removePermission(for: "uwes-9", in: home, since: 1, by: nil)
        }
    }

    @Test func `the log says that it was saved, and neither by whom it was given nor what it says`() async throws {
        let (house, _) = try await house()
        try await allow(house, until: Day(2027, 1, 1))
        let lines = try await house.store.auditLines(in: house.organisation.id)
        let told = lines.filter { [.permissionSaved, .licensedTextSaved].contains($0.act) }.map(\.subject)
        #expect(told == ["uwes-9", "uwes-9"])
    }

    @Test func `words and permission are there after a restart, also when the definition is gone`() async throws {
        let (house, wave) = try await house()
        let copy = try house.copyOfFolder()
        let again = try await House(in: copy) { $0.packs.removeAll { $0.folder == "uwes-9" } }
        #expect(again.store.pack("licensed-uwes-9", for: again.organisation.id)?.items.count == 9)
        await #expect(throws: Permission.Refusal.isMissing) {
            try await again.store.open(wave.id, in: wave.organisation)
        }
    }

    @Test(arguments: ["", "plain text", "<svg onload=x>", "%PD"])
    func `only a PDF, a PNG or a JPEG is a paper`(text: String) {
        #expect(throws: Paper.Refusal.isNone) {
            try Paper(Array(text.utf8))
        }
    }

    @Test func `a paper is 5 MB at most`() throws {
        let large = Self.paper + Array(repeating: 0, count: Paper.mostBytes)
        #expect(throws: Paper.Refusal.isTooLarge) {
            try Paper(large)
        }
        #expect(try Paper(Self.paper).type == "application/pdf")
    }
}
