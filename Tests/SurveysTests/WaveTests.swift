import Core
import Testing

@testable import Surveys

@Suite struct WaveTests {
    private let today = Day(2026, 10, 5)

    private func draft(_ change: (inout Wave) -> Void = { _ in }) -> Wave {
        var wave = Wave(
            id: .random(), organisation: .random(), slug: "26abc", title: "Meting 2026", pack: "pulse", threshold: 8,
            sharing: .totals, opensOn: nil, closesOn: today + 21, resultsOn: today + 35, keepDays: 30)
        change(&wave)
        return wave
    }

    private let block = Group(
        position: 1, parent: 0, units: [], names: [.unit("Café “Zorg”")], invited: 34, isBlock: true)
    private let release = Release(
        threshold: 8, responses: [], verdicts: [], figures: [], alphas: [], covariances: [])

    private var manifest: Manifest { manifest(of: nil) }

    private func manifest(of wave: Wave?) -> Manifest {
        Manifest(
            .init(
                wave: wave.map { "\($0.id)" } ?? "1", organisation: "De Linde", title: wave?.title ?? "Meting",
                pack: .init(id: "pulse", version: "1", hash: "0"),
                languages: ["nl", "en"], threshold: 8, rules: 1, way: "cards",
                blocks: [.init(name: "Café “Zorg”", people: 34)], sharing: "totals", benchmark: false,
                opened: "2026-10-05", closes: "2026-10-26", results: "2026-11-09", keepDays: 30))
    }

    @Test func `a wave goes from draft to open to closed to published, and never back`() throws {
        var wave = draft()
        #expect(throws: Wave.Refusal.isNotOpen) { try wave.close(on: today) }
        try wave.open(manifest(of: wave), on: today)
        #expect(throws: Wave.Refusal.isNoDraft) { try wave.open(manifest, on: today) }
        #expect(throws: Wave.Refusal.isNotClosed) { try wave.publish(release, of: [block], on: today) }
        try wave.close(on: today + 22)
        #expect(throws: Wave.Refusal.isNotOpen) { try wave.withdraw(on: today + 22) }
        try wave.publish(release, of: [block], on: today + 35)
        #expect(
            (wave.state, wave.openedOn, wave.closedOn, wave.publishedOn) == (.published, today, today + 22, today + 35))
    }

    @Test func `days that moved are told beside those that were agreed`() throws {
        var wave = draft()
        try wave.open(manifest(of: wave), on: today)
        #expect(wave.movedEnd == nil && wave.movedResults == nil)
        try wave.moveEnd(to: today + 28)
        #expect(wave.movedEnd?.from == today + 21 && wave.movedEnd?.to == today + 28)
        #expect(wave.movedResults == nil)
        try wave.moveEnd(to: today + 36)
        #expect(wave.movedResults?.from == today + 35 && wave.movedResults?.to == today + 43)
    }

    /// What may have changed in the data between opening and publishing.
    private static let changes: [@Sendable (inout Wave) -> Void] = [
        { $0.threshold = 5 }, { $0.sharing = .units }, { $0.title = "Iets anders" }, { $0.pack = "other" },
        { $0.keepDays = 400 }, { $0.closesOn = $0.closesOn - 1 }, { $0.resultsOn = $0.resultsOn - 1 },
    ]

    @Test(arguments: changes.indices)
    func `a wave that is no longer as agreed is not published`(change: Int) throws {
        var wave = draft()
        try wave.open(manifest(of: wave), on: today)
        try wave.close(on: today + 22)
        var changed = wave
        Self.changes[change](&changed)
        #expect(throws: Wave.Refusal.agreementsDiffer) { try changed.publish(release, of: [block], on: today + 35) }
        #expect(changed.agreedThreshold == 8 && changed.agreedSharing == .totals && changed.agreedKeepDays == 30)
        try wave.publish(release, of: [block], on: today + 35)
    }

    @Test func `figures by another threshold, and other blocks, are not published`() throws {
        var wave = draft()
        try wave.open(manifest(of: wave), on: today)
        try wave.close(on: today + 22)
        let lower = Release(threshold: 5, responses: [], verdicts: [], figures: [], alphas: [], covariances: [])
        #expect(throws: Wave.Refusal.agreementsDiffer) { try wave.publish(lower, of: [block], on: today + 35) }
        #expect(throws: Wave.Refusal.agreementsDiffer) { try wave.publish(release, of: [], on: today + 35) }
    }

    @Test func `an open wave can be withdrawn, with day and reason`() throws {
        var wave = draft()
        try wave.open(manifest, on: today)
        try wave.withdraw(on: today + 1, because: .restored)
        #expect(wave.state == .withdrawn)
        #expect(wave.withdrawal == .init(on: today + 1, reason: .restored))
    }

    @Test func `the last day moves later only, and takes the results along when it must`() throws {
        var wave = draft()
        #expect(throws: Wave.Refusal.isNotOpen) { try wave.moveEnd(to: today + 30) }
        try wave.open(manifest, on: today)
        #expect(throws: Wave.Refusal.endMovesLaterOnly) { try wave.moveEnd(to: today + 21) }
        try wave.moveEnd(to: today + 28)
        #expect((wave.closesOn, wave.resultsOn) == (today + 28, today + 35))
        try wave.moveEnd(to: today + 40)
        #expect(wave.resultsOn > wave.closesOn)
    }

    @Test func `what hr typed must hold together`() {
        #expect(throws: Wave.Refusal.titleIsEmpty) { try draft { $0.title = " " }.check() }
        #expect(throws: Wave.Refusal.titleIsTooLong) {
            try draft { $0.title = String(repeating: "x", count: 81) }.check()
        }
        #expect(throws: Wave.Refusal.thresholdIsOutside) { try draft { $0.threshold = 4 }.check() }
        #expect(throws: Wave.Refusal.thresholdIsOutside) { try draft { $0.threshold = 21 }.check() }
        #expect(throws: Wave.Refusal.closesBeforeOpening) { try draft { $0.opensOn = $0.closesOn + 1 }.check() }
        #expect(throws: Wave.Refusal.resultsBeforeClosing) { try draft { $0.resultsOn = $0.closesOn }.check() }
    }

    @Test func `a wave whose last day is past does not open`() {
        var wave = draft()
        #expect(throws: Wave.Refusal.endIsPast) { try wave.open(manifest, on: wave.closesOn + 1) }
    }

    @Test func `the agreements are canonical bytes that read back, and one changed byte is seen`() throws {
        let bytes = manifest.bytes
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.hasPrefix(#"{"benchmark":false,"blocks":[{"name":"Café “Zorg”","people":34}],"closes":"2026-10-26""#))
        #expect(!text.contains(": ") && !text.contains("\n"))
        #expect(try Manifest(stored: bytes, hash: manifest.hash) == manifest)
        var changed = bytes
        changed[20] ^= 1
        #expect(throws: Wave.Refusal.manifestIsBroken) { try Manifest(stored: changed, hash: manifest.hash) }
        #expect(manifest.fingerprint.count == 14)
    }
}
