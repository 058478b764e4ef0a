import Testing

@testable import Core

@Suite struct WorkdaysTests {
    @Test(arguments: [
        (1818, 3, 22), (2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28),
        (2038, 4, 25), (2049, 4, 18), (2076, 4, 19), (2100, 3, 28),
    ])
    func `Easter is where the almanac has it`(year: Int, month: Int, day: Int) {
        #expect(Day.easter(of: year) == Day(year, month, day))
    }

    @Test(arguments: [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25",
        "2031-04-26", "2026-11-21", "2026-11-22",
    ])
    func `a holiday and a weekend are no days to promise something for`(text: String) throws {
        #expect(try !#require(Day(text)).isWorkday)
    }

    @Test(arguments: [
        ("2026-11-20", "2026-11-20"), ("2026-11-21", "2026-11-23"), ("2026-04-03", "2026-04-07"),
        ("2026-12-25", "2026-12-28"), ("2026-12-31", "2026-12-31"), ("2027-01-01", "2027-01-04"),
    ])
    func `what falls on one of them goes to the next day on which people work`(day: String, next: String) throws {
        #expect(try #require(Day(day)).orNextWorkday.description == next)
    }
}
