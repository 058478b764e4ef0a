extension Day {
    /// This day if the Netherlands work on it, else the first after it on which they do.
    public var orNextWorkday: Day {
        var day = self
        while !day.isWorkday { day = day + 1 }
        return day
    }

    /// Monday to Friday, and no public holiday of the Netherlands.
    public var isWorkday: Bool { weekday <= 5 && !isHoliday }

    private var isHoliday: Bool {
        // King's Day is a day earlier where it is a Sunday: a Saturday, on which nobody works either.
        let fixed = [Day(year, 1, 1), Day(year, 4, 27), Day(year, 5, 5), Day(year, 12, 25), Day(year, 12, 26)]
        // Good Friday, Easter Monday, Ascension Day and Whit Monday; the others are Sundays.
        return fixed.contains(self) || [-2, 1, 39, 50].contains(self - .easter(of: year))
    }

    /// Easter Sunday in the Gregorian calendar, after J.-M. Oudin (1940).
    static func easter(of year: Int) -> Day {
        let century = year / 100
        let golden = year % 19
        let shift = (century - 17) / 25
        var moon = (century - century / 4 - (century - shift) / 3 + 19 * golden + 15) % 30
        moon -= (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11))
        let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
        let distance = moon - weekday
        let month = 3 + (distance + 40) / 44
        return Day(year, month, distance + 28 - 31 * (month / 4))
    }
}
