extension Day {
    /// As people and programs write a day: `2026-11-05`, `5-11-2026`, `5/11/26`, `5.11.2026`, `20261105`, and the number by
    /// which a workbook counts days (46331). A time behind it is passed over; the day stands before the month.
    public init?(typed text: String) {
        let first = text.trimmed.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? ""
        if first.utf8.allSatisfy(\.isDigit), let number = Int(first) {
            switch first.count {
            case 8: self.init("\(first.prefix(4))-\(first.dropFirst(4).prefix(2))-\(first.suffix(2))")
            // From 1927 to 2173: no other number of a list is a day.
            case 5 where (10_000..<100_000).contains(number): self = Day(1899, 12, 30) + number
            default: return nil
            }
            return
        }
        let parts = first.split(whereSeparator: { "-/.".contains($0) }).map(String.init)
        guard parts.count == 3 else { return nil }
        // Of two figures: those of this century up to 2069, as spreadsheets have it.
        let isShort = parts.allSatisfy { $0.count <= 2 }
        let year = isShort ? Int(parts[2]).map { String($0 < 70 ? 2_000 + $0 : 1_900 + $0) } : nil
        self.init(isShort ? "\(parts[0])-\(parts[1])-\(year ?? "")" : parts.joined(separator: "-"))
    }
}
