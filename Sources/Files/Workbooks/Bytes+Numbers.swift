/// Numbers as packed folders write them, the least byte first; 0 beyond the end, which no valid folder asks for.
extension [UInt8] {
    func number(_ place: Int, _ count: Int) -> Int {
        guard place >= 0, count >= 0, place <= self.count - count else { return 0 }
        return (0..<count).reversed().reduce(0) { $0 << 8 | Int(self[place + $1]) }
    }

    func short(_ place: Int) -> Int { number(place, 2) }
    func long(_ place: Int) -> Int { number(place, 4) }

    /// What fits into no number of ours is none.
    func longer(_ place: Int) -> Int? { number(place + 7, 1) > 0x7F ? nil : number(place, 8) }
}
