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
}
