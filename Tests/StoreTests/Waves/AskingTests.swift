import Core
import Disclosure
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Store

/// Waves in which not everybody gets every question, and people write.
@Suite struct AskingTests {
    private struct Asked {
        let house: House
        let wave: Wave
        let codes: [String: [String]]
        var files: WaveFiles { house.store.folder.files(of: wave.id) }

        init(_ house: House, pack: String = "asking", _ change: (inout Wave) -> Void = { _ in }) async throws {
            self.house = house
            try await house.addUnits("path;headcount\nZorg;40\nKeuken;40\n")
            wave = try await house.openWave("Meting", pack: pack, change)
            codes = try await house.codes(of: wave)
        }

        func send(_ fields: [(String, String)], code: String) async throws {
            _ = try await house.store.submit(Array(encoded(fields + [("code", code)]).utf8), to: wave.slug)
        }

        /// So many cooks who all answer the same.
        func cook(_ count: Int, block: String = "Keuken", text: String = "") async throws {
            for (number, code) in (codes[block] ?? []).prefix(count).enumerated() {
                let text = text.isEmpty ? "" : "\(text) \(number)"
                try await send(
                    [
                        ("rhythm-nights", "1"), ("stove-heat", "3"), ("staff-group", "kitchen"), ("better", text),
                        ("language", "nl"),
                    ], code: code)
            }
        }
    }

    private func house(_ change: @escaping (inout Store.Options) -> Void = { _ in }) async throws -> House {
        let folder = PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path)
        let files = try folder.files()
        return try await House {
            $0.packs.append(files)
            change(&$0)
        }
    }

    private func rows(_ asked: Asked) throws -> [(Int, [UInt8])] {
        let file = try AnswersFile(asked.files.answers)
        defer { try? file.close() }
        var rows: [(Int, [UInt8])] = []
        try file.forEach { rows.append(($0, Array($1))) }
        return rows
    }

    @Test func `beside a team nothing tells who is a cook`() async throws {
        let asked = try await Asked(house())
        try await asked.cook(12)
        try await asked.send([("rhythm-nights", "1"), ("staff-group", "care")], code: asked.codes["Keuken"]?[30] ?? "")
        _ = try await asked.house.close(asked.wave)

        // All thirteen rows of the kitchen are the same: also the nurse's who works there.
        #expect(Set(try rows(asked).map(\.1)) == [[1, Layout.none, Layout.none]])
        let file = try AnswersFile(asked.files.answers)
        var asides: [[UInt8]] = []
        try file.forEachAside { asides.append(Array($0)) }
        try file.close()
        #expect(asides == Array(repeating: [Layout.none, Layout.none, 3], count: 12))
    }

    @Test func `a branch is told of the whole from twenty answers, and of no team`() async throws {
        for (count, visibility) in [(19, Visibility.tooFew), (20, .shown)] {
            let asked = try await Asked(house())
            try await asked.cook(count)
            let closed = try await asked.house.close(asked.wave)
            let release = try await asked.house.store.release(of: closed)

            let verdicts = release.verdicts.filter { $0.theme == "stove" }.map(\.visibility)
            #expect(verdicts == [visibility, .wholeOnly, .wholeOnly])
            #expect(release.figures.filter { $0.theme == "stove" }.map(\.n) == (count == 20 ? [20, 20] : []))
            // Who answered beside a row of their own does not count twice.
            #expect(release.responses.first?.respondents == count)
            // Nobody works at night: that would be told of everybody.
            #expect(release.verdicts.first { $0.theme == "nights" }?.visibility == .tooFew)
        }
    }

    @Test func `who answered only what stands apart counts there, and never as one more who took part`() async throws {
        let asked = try await Asked(house())
        try await asked.cook(20)
        let codes = try #require(asked.codes["Keuken"])
        try await asked.send([("stove-heat", "3"), ("staff-group", "kitchen")], code: codes[30])
        // Nobody can tell this row from one of somebody who sent nothing.
        try await asked.send([], code: codes[31])
        let closed = try await asked.house.close(asked.wave)
        let release = try await asked.house.store.release(of: closed)

        #expect(try rows(asked).count { $0.1.allSatisfy { $0 == Layout.none } } == 2)
        #expect(release.responses.first?.respondents == 20)
        #expect(release.figures.filter { $0.theme == "stove" }.map(\.n) == [21, 21])
    }

    @Test func `sending again takes away what stood aside and what was written`() async throws {
        let asked = try await Asked(house())
        try await asked.cook(2, text: "eerst")
        let code = try #require(asked.codes["Keuken"]?.first)
        await #expect(throws: Submission.Refusal.codeIsUsed) { try await asked.cook(1, text: "nog eens") }
        try await asked.send([("rhythm-nights", "2"), ("staff-group", "care"), ("replace", "1")], code: code)
        let spool = try #require(asked.house.store.openWaves[asked.wave.id]).spool

        #expect(try spool.asides().count == 1)
        #expect(try spool.texts() == [OpenAnswer(question: "better", language: "nl", text: "eerst 1")])
    }

    @Test func `what people wrote is kept under keys that mean nothing, in no order, ninety days at most`() async throws
    {
        let asked = try await Asked(house())
        try await asked.cook(44, text: "geschreven")
        let open = try #require(asked.house.store.openWaves[asked.wave.id])
        let keys = try open.spool.rows().map(\.key)
        let secret = open.secret
        let textKeys = try (asked.codes["Keuken"] ?? []).map { typed in
            secret.textKey(of: try #require(EntryCode(typed)), on: "better")
        }
        #expect(Set(keys).isDisjoint(with: textKeys))
        _ = try await asked.house.close(asked.wave)

        let file = try TextsFile(asked.files.texts)
        let texts = try file.all().map(\.text)
        try file.close()
        #expect(Set(texts) == Set((0..<44).map { "geschreven \($0)" }))
        #expect(abs(rankCorrelation(Array(0..<44), texts.compactMap { Int($0.split(separator: " ")[1]) })) < 0.75)
        let bytes = try Data(contentsOf: asked.files.texts)
        for key in keys + textKeys { #expect(!bytes.holds(key)) }
        let kept = try await asked.house.store.keptAnswers(in: asked.wave.organisation)
        #expect(kept.map(\.kind) == [.answers, .texts])
        #expect(kept.map { $0.until - $0.closedOn } == [30, 90])
    }

    @Test func `answers go on their day, and what was written on its own`() async throws {
        let time = Timepiece(House.morning)
        let asked = try await Asked(house { $0.clock = time.clock })
        try await asked.cook(3, text: "geschreven")
        _ = try await asked.house.close(asked.wave)
        let files = asked.files

        for (days, left) in [(30, [true, true]), (1, [false, true]), (59, [false, true]), (1, [false, false])] {
            time.pass(days * 86_400)
            let due = try await asked.house.store.keepPromises(isDry: false).map(\.kind)
            #expect([files.answers, files.texts].map(files.exists) == left)
            #expect(due.contains("texts") == (left == [false, false]))
        }
        let acts = try await asked.house.store.auditLines(in: asked.wave.organisation).map(\.act)
        #expect([.answersDestroyed, .textsDestroyed].map { act in acts.count { $0 == act } } == [1, 1])
    }

    @Test func `a wave that is withdrawn leaves nothing that was written`() async throws {
        let asked = try await Asked(house())
        try await asked.cook(3, text: "geschreven")
        try await asked.house.store.withdraw(asked.wave.id, in: asked.wave.organisation)
        let left = try FilledWave.files(below: asked.house.folder)
        for (name, bytes) in left { #expect(!bytes.holds(Array("geschreven".utf8)), "\(name)") }
    }

    @Test func `on a folder that is no test nobody is asked what nobody can read yet`() async throws {
        let house = try await house { $0.kind = .demo }
        await #expect(throws: Wave.Refusal.openQuestionsComeLater) { _ = try await Asked(house) }
    }
}
