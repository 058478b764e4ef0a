import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Store

/// No table, line of the log or file leads from a form to an answer, a moment, or whoever typed it.
@Suite struct PaperTracesTests {
    private func typed(_ log: LogBook) async throws -> (filled: FilledWave, codes: [EntryCode], changes: Int) {
        let filled = try await FilledWave(House(log: log), people: 40, answers: 12)
        let (store, wave) = (filled.house.store, filled.wave)
        let home = try await store.organisation(wave.organisation)
        try await store.change(home.id, since: home.version, by: nil) { $0.council = .none }
        let decision = try Decision(
            id: .random(), kind: .paper, subject: "Wie typt", askedBy: .named("Noor"),
            agreements: [.init(role: .staffMeeting, day: Day(2026, 10, 1))], decidedOn: Day(2026, 10, 1),
            text: "Samen.", language: .dutch, typists: [.named("Xaviera Typetraag")],
            waves: [.init(wave)])
        try await store.record(decision, by: nil, in: home.id)
        let batches = try await store.batches(for: wave.id, in: home.id)
        try await store.addCards(8, to: batches[0].block, of: wave.id, onPaper: true, in: home.id, since: batches.count)
        let codes = try await store.codes(of: wave.id, onPaper: true, in: home.id).flatMap(\.codes)
        let before = store.changes
        for (number, code) in codes.enumerated() {
            try await filled.house.send([1, 5, number % 5 + 1], code: "\(code)", to: wave)
        }
        return (filled, codes, store.changes - before)
    }

    @Test func `typing a form in writes nothing but the answer: no line, no change, nothing logged`() async throws {
        let log = LogBook()
        let (filled, codes, changes) = try await typed(log)
        #expect(codes.count == 8 && changes == 0)
        let lines = try await filled.house.store.auditLines(in: filled.wave.organisation)
        #expect(lines.filter { $0.act.rawValue.contains("form") }.count == 2)
        for code in codes { #expect(!log.lines.contains { $0.contains("\(code)") }) }
    }

    @Test func `the tables know which codes were made for forms, how many, and under which decision: no more`()
        async throws
    {
        let (filled, _, _) = try await typed(LogBook())
        let columns = try await filled.house.store.read { transaction in
            try transaction.rows(
                """
                SELECT sqlite_master.name AS home, info.name AS own
                FROM sqlite_master, pragma_table_info(sqlite_master.name) AS info
                WHERE sqlite_master.type = 'table'
                """
            ).map { row -> String in "\(try row["home"] as String).\(try row["own"] as String)" }
        }
        let ofPaper = columns.filter { $0.contains("paper") || $0.contains("form") || $0.contains("typi") }
        #expect(
            Set(ofPaper) == [
                "card_batch.is_paper", "decision_witness.is_typist",
            ])
    }

    @Test func `a form's answer lies in the spool as any other, and after closing no code is in any file`() async throws
    {
        let (filled, codes, _) = try await typed(LogBook())
        let spool = try Spool(filled.files.spool, mostPages: nil)
        let lengths = Set(try spool.rows().map { [$0.key.count, $0.layout.count, $0.bytes.count] })
        try spool.close()
        #expect(lengths.count == 1)

        let closed = try await filled.house.close(filled.wave)
        #expect(try await filled.house.store.release(of: closed).responses.first?.respondents == 20)
        let files = try FilledWave.files(below: filled.house.folder)
        #expect(files.contains { $0.name.hasSuffix("answers.sqlite") })
        for code in codes {
            let text = "\(code)"
            for written in [text, text.replacing("-", with: ""), text.lowercased()] {
                #expect(files.filter { $0.bytes.holds(Array(written.utf8)) }.map(\.name) == [])
            }
        }
        // Who types stands in the decision alone.
        let named = files.filter { $0.bytes.holds(Array("Xaviera Typetraag".utf8)) }.map(\.name)
        #expect(named.allSatisfy { $0.hasPrefix("core.sqlite") } && !named.isEmpty)
    }
}
