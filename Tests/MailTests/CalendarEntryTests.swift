import Foundation
import Testing

@testable import Mail

/// Appointments as calendar programs read them, whatever stands in them.
@Suite struct CalendarEntryTests {
    private func entry(
        title: String = "Gesprek", text: String = "", sequence: Int = 0,
        span: CalendarEntry.Span = .hours(from: 1_791_183_600, until: 1_791_187_200)
    ) throws -> CalendarEntry {
        try CalendarEntry(
            id: "0a1b", sequence: sequence, span: span, title: title, text: text,
            organiser: MailAddress("weefsel@linde.example", name: "De \"Linde\"\r\nX: y"),
            guests: [MailAddress("anna@linde.example")], writtenAt: 1_791_180_000)
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\r\n").map(String.init) }

    @Test func `what is changed and taken back keeps its name`() throws {
        let first = lines(try entry().text(.request))
        let changed = lines(try entry(sequence: 1).text(.request))
        let over = lines(try entry(sequence: 2).text(.cancel))
        for said in [first, changed, over] { #expect(said.contains("UID:0a1b@linde.example")) }
        #expect(changed.contains("SEQUENCE:1") && over.contains("SEQUENCE:2"))
        #expect(over.contains("METHOD:CANCEL") && over.contains("STATUS:CANCELLED"))
        #expect(first.contains("DTSTART:20261005T070000Z") && first.contains("DTEND:20261005T080000Z"))
    }

    @Test func `a day lasts until the next`() throws {
        let said = lines(try entry(span: .days(first: 20_731, last: 20_731)).text(.publish))
        #expect(said.contains("DTSTART;VALUE=DATE:20261005") && said.contains("DTEND;VALUE=DATE:20261006"))
        #expect(!said.contains { $0.hasPrefix("ATTENDEE") })
    }

    @Test(arguments: ["Uit\r\nSUMMARY:x", "a;b,c\\d", String(repeating: "één 👩‍👩‍👧 ", count: 40)])
    func `nothing that somebody typed begins another line`(typed: String) throws {
        let plain = lines(try entry(text: "x").text(.request)).filter { !$0.hasPrefix(" ") }
        let said = lines(try entry(title: typed, text: typed).text(.request))
        #expect(said.allSatisfy { $0.utf8.count <= 75 })
        #expect(said.filter { !$0.hasPrefix(" ") }.count == plain.count, "\(said)")
    }

    /// What a library that is not ours reads in Tests/Commands/test_calendars.py.
    private static let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Exports/calendars")

    @Test(arguments: CalendarEntry.Method.allCases)
    func `the files that another library reads are the ones that we write`(method: CalendarEntry.Method) throws {
        let place = try #require(CalendarEntry.Method.allCases.firstIndex(of: method))
        let entry = try CalendarEntry(
            id: "0a1b", sequence: place, span: .hours(from: 1_791_183_600, until: 1_791_187_200),
            title: "Gesprek; over, \\ van alles\nen meer", text: String(repeating: "Één lange regel. ", count: 30),
            place: "Zaal 1, bij de receptie", address: "https://weefsel.linde.example/today",
            organiser: MailAddress("weefsel@linde.example", name: "De \"Linde\", zorg"),
            guests: [MailAddress("anna@linde.example", name: "Anna Zwart")], writtenAt: 1_791_180_000)
        try compare(entry.text(method), with: "\(method.rawValue.lowercased()).ics")
        guard method == .publish else { return }
        let day = try CalendarEntry(
            id: "0a1c", sequence: 0, span: .days(first: 20_731, last: 20_732), title: "Studiedag",
            organiser: MailAddress("weefsel@linde.example"), writtenAt: 1_791_180_000)
        try compare(day.text(.publish), with: "days.ics")
    }

    private func compare(_ text: String, with name: String) throws {
        #expect(try String(contentsOf: Self.kept.appendingPathComponent(name), encoding: .utf8) == text, "\(name)")
    }
}
