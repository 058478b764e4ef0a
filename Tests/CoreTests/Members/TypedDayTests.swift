import Core
import Testing

@Suite struct `Days as people and programs write them` {
    @Test(arguments: [
        "2026-11-05", "5-11-2026", "05-11-2026", "5/11/2026", "5.11.2026", "20261105", "46331", "5-11-26", "05/11/26",
        " 2026-11-05 ", "2026-11-05 08:30", "2026-11-05T08:30:00", "5-11-2026 0:00",
    ])
    func `the same day in many ways`(text: String) {
        #expect(Day(typed: text) == Day(2026, 11, 5))
    }

    // Where Excel shows serial 1 as 1 January 1900, and counts a 29 February 1900 that never was.
    @Test func `a workbook counts days from the end of 1899`() {
        #expect(Day(typed: "43525") == Day(2019, 3, 1))
        #expect(Day(typed: "10000") == Day(1927, 5, 18))
    }

    @Test func `of two figures a year is one up to 2069`() {
        #expect(Day(typed: "1-2-69") == Day(2069, 2, 1))
        #expect(Day(typed: "1-2-70") == Day(1970, 2, 1))
    }

    @Test(arguments: [
        "", "31-2-2026", "2026-13-01", "11/25/2026", "vandaag", "2026", "4633", "463311", "5-11", "1-1-1-1", "-5",
    ])
    func `what is no day is none`(text: String) {
        #expect(Day(typed: text) == nil)
    }
}
