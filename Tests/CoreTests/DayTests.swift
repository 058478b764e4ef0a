import Core
import Foundation
import Testing

@Suite struct DayTests {
    @Test(arguments: [("2026-10-05", 20_731), ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016)])
    func `a day is a number of days since 1970`(text: String, number: Int) throws {
        #expect(try #require(Day(text)).number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "26-10-05", "2026-10", "x", "", "2026-10-5x", "-1-1-2026",
    ])
    func `a day that does not exist is no day`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `people may type the day first`() {
        #expect(Day("5-10-2026") == Day(2026, 10, 5))
        #expect(Day("05-10-2026") == Day(2026, 10, 5))
    }

    @Test func `every day of four centuries reads back as it is written`() {
        for number in stride(from: -80_000, through: 80_000, by: 7) {
            let day = Day(number: number)
            #expect(Day(day.description) == day)
        }
    }

    @Test func `21 November 2026 is a Saturday`() {
        #expect(Day(2026, 11, 21).weekday == 6)
        #expect(Day(1969, 12, 29).weekday == 1)
    }

    @Test func `a date means through midnight in the organisation's zone`() {
        // On 25 October 2026 the clocks go back, so that day has 25 hours.
        let end = Moment.end(of: Day(2026, 10, 25), in: .amsterdam)
        #expect(end - Moment.end(of: Day(2026, 10, 24), in: .amsterdam) == 25 * 3_600)
        #expect((end + -1).day(in: .amsterdam) == Day(2026, 10, 25))
        #expect(end.day(in: .amsterdam) == Day(2026, 10, 26))
        #expect(end.hour(in: .amsterdam) == 0)
    }
}
