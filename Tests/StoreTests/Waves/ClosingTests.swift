import Core
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Store

@Suite struct ClosingTests {
    @Test func `every answer that was sent stands in the answers file once`() async throws {
        let filled = try await FilledWave(House())
        _ = try await filled.house.close(filled.wave)

        let file = try AnswersFile(filled.files.answers)
        var rows: [[UInt8]] = []
        try file.forEach { _, bytes in rows.append(Array(bytes)) }
        try file.close()

        #expect(rows.count == 30)
        #expect(Set(rows) == Set(filled.sent))
    }

    @Test func `no key, no code and no secret of the open wave is left in its folder`() async throws {
        let filled = try await FilledWave(House())
        let keys = try #require(filled.house.store.openWaves[filled.wave.id]).spool.rows().map(\.key)
        let secret = try filled.files.readSecret()
        #expect(Set(keys).count == 30)
        _ = try await filled.house.close(filled.wave)

        let left = try FilledWave.files(below: filled.files.folder)
        #expect(left.map(\.name) == ["answers.sqlite"])
        for (name, bytes) in left {
            #expect(!bytes.holds(secret), "\(name)")
            for key in keys { #expect(!bytes.holds(key), "\(name)") }
            for code in filled.codes { #expect(!bytes.holds(Array(code.replacing("-", with: "").utf8)), "\(name)") }
            for code in filled.codes { #expect(!bytes.holds(Array(code.utf8)), "\(name)") }
        }
    }

    // Of chance alone three hundred pass a quarter once in some ten thousand runs.
    @Test func `the order in the file tells nothing of the order of sending`() async throws {
        let filled = try await FilledWave(House(), people: 320, answers: 300)
        _ = try await filled.house.close(filled.wave)

        let bytes = try Data(contentsOf: filled.files.answers)
        let places = filled.sent.compactMap { bytes.range(of: Data($0))?.lowerBound }
        #expect(places.count == 300)
        #expect(abs(rankCorrelation(Array(places.indices), places)) < 0.25)
    }

    @Test func `a wave closes once`() async throws {
        let filled = try await FilledWave(House(), answers: 3)
        _ = try await filled.house.close(filled.wave)

        await #expect(throws: Wave.Refusal.isNotOpen) { try await filled.house.close(filled.wave) }
        await #expect(throws: Submission.Refusal.waveIsOver) {
            try await filled.house.send([1], code: filled.codes[9], to: filled.wave)
        }
    }

    @Test func `of two who close at once one is told that somebody else did`() async throws {
        let filled = try await FilledWave(House(), answers: 12)
        let wave = filled.wave
        let refusals = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do { try await filled.house.store.close(wave.id, in: wave.organisation) } catch { return true }
                    return false
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refusals == 3)
        #expect(
            try await filled.house.store.release(of: filled.house.store.wave(wave.id, in: wave.organisation))
                .responses.first?.respondents == 12)
    }

    @Test func `a release is what one counts by hand`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;30\nKeuken;20\n")
        let wave = try await house.openWave("Pols")
        let codes = try await house.codes(of: wave)
        // Work has four items, joy one. One person leaves most of work open, and so has no score in it.
        let zorg: [[Int?]] =
            Array(repeating: [1, 2, 3, 4, 5], count: 10) + [[5, nil, nil, nil, 1], [2, 2, nil, nil, nil]]
        let keuken: [[Int?]] = Array(repeating: [4, 4, 4, 4, 4], count: 9)
        for (code, row) in zip(codes["Zorg"] ?? [], zorg) { try await house.send(row, code: code, to: wave) }
        for (code, row) in zip(codes["Keuken"] ?? [], keuken) { try await house.send(row, code: code, to: wave) }

        let release = try await house.store.release(of: house.close(wave))
        func figure(_ group: Int, _ theme: String, _ item: String? = nil) -> Release.Figure? {
            release.figures.first { $0.group == group && $0.theme == theme && $0.item == item }
        }
        let names = try await house.store.groups(of: wave.id, in: wave.organisation).map(\.label)
        #expect(names == ["De Linde", "Keuken", "Zorg"])
        #expect(release.responses.map(\.respondents) == [21, 9, 12])
        let work = try #require(figure(0, "work"))
        // Ten scores of 2.5, one of 2, nine of 4; their squares add up to 62.5 + 4 + 144.
        #expect(work.n == 20)
        #expect(work.sum == 63 * work.unit)
        let squares = Double(work.squares) / Double(work.unit * work.unit)
        #expect(squares == 210.5)
        #expect(work.histogram == [10, 12, 10, 46, 1])
        let joy = try #require(figure(0, "joy", "pulse-joy"))
        #expect(joy.n == 20)
        #expect(joy.sum == 87)
        #expect(joy.histogram == [1, 0, 0, 9, 10])
        // Two items of Zorg have 10 answers, so both its sides are large enough.
        #expect(figure(2, "work", "pulse-help")?.n == 10)
        #expect(figure(1, "work")?.histogram == [0, 0, 0, 36, 0])
    }
}
