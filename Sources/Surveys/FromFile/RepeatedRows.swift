import Foundation

/// What of the rows of a file stands there more than once, and whether that can be chance.
///
/// People answer alike. So equal rows say nothing by themselves: only where more of them are equal, or in the same order,
/// than people can bring about is a file put behind itself, or behind another that holds the same.
struct RepeatedRows {
    private let rows: [UInt64]
    /// How often each row that differs from all others stands there.
    private let times: [Int]

    /// - Parameter rows: a number for each row, equal where the rows are; 0 for an empty one, which says nothing.
    init(_ rows: [UInt64]) {
        self.rows = rows.filter { $0 != 0 }
        let sorted = self.rows.sorted()
        var (place, times) = (0, [Int]())
        while place < sorted.count {
            var end = place + 1
            while end < sorted.count, sorted[end] == sorted[place] { end += 1 }
            times.append(end - place)
            place = end
        }
        self.times = times
    }

    /// How many rows there are that differ.
    var different: Int { times.count }
    var hasAny: Bool { different < rows.count }

    /// Every row is there twice, three times or four, or a multiple of that; which of few may be chance.
    var mayBeRepeated: Bool { different > 1 && (2...4).contains(multiple) }

    private var multiple: Int {
        var common = 0
        for each in times where common != 1 {
            var (one, other) = (common, each)
            while other != 0 { (one, other) = (other, one % other) }
            common = one
        }
        return common
    }

    /// So many rows that differ all stand there equally often, or an even number of times, only where a file is repeated.
    private static let (enoughInOrder, enoughEqual, enoughEven, enoughNearly) = (6, 8, 11, 24)

    /// Every row is repeated, and that is no chance.
    var isRepeated: Bool {
        guard different > 1, multiple > 1 else { return false }
        if different >= Self.enoughEven { return true }
        if different >= Self.enoughEqual, times.allSatisfy({ $0 == times[0] }) { return true }
        return different >= Self.enoughInOrder && (2...3).contains(parts)
    }

    /// Of how many equal parts, as small as they can be, the file consists. Six people or seven do not answer alike in one
    /// order; many parts of so few were made up, and nobody put them together by mistake.
    private var parts: Int {
        let common = multiple
        let found = (2...common).last { part in
            guard common % part == 0 else { return false }
            let size = rows.count / part
            return (size..<rows.count).allSatisfy { rows[$0] == rows[$0 - size] }
        }
        return found ?? 1
    }

    /// Nearly every row is repeated, as where the last of a repeated file lack.
    var isNearlyRepeated: Bool {
        guard different >= Self.enoughNearly else { return false }
        return [2, 3].contains { part in times.count { $0 % part == 0 } * 10 >= different * 9 }
    }

    /// What it says at least that a row equals a certain other one: a file of 20 rows of which none is more frequent than
    /// twice gives each at least log 10.
    private var information: Double { log(Double(rows.count) / Double(times.max() ?? 1)) }

    /// How many rows stand in the same order behind rows of which they are the repetition; 0 where that can be chance.
    var again: Int {
        let size = log(Double(max(2, rows.count)))
        // By so many that differ no two places among all of the file are equal once in a million files; and in a part of it
        // people may be more alike than in the whole.
        let surely = max(Double(Self.enoughEqual), size, (2 * size + log(1e6)) / max(information, 0.01))
        let long = 20 * size
        let window = Int(min(surely, long).rounded(.up))
        guard rows.count - different >= window else { return 0 }
        let windows = Windows(rows, of: window)
        var (places, found, place) = ([UInt64: Int32](), 0, 0)
        places.reserveCapacity(rows.count)
        while place + window <= rows.count {
            guard let earlier = places[windows[place]] else {
                places[windows[place]] = Int32(place)
                place += 1
                continue
            }
            let length = equal(Int(earlier), place)
            let unlike = Set(rows[place..<place + min(length, Int(long) + 1)]).count
            let isNoChance = Double(unlike) >= surely || (Double(length) >= long && unlike >= Self.enoughEqual)
            if isNoChance { found += length }
            place += isNoChance ? length : max(1, length - window + 1)
        }
        return found
    }

    /// How many rows from two places on are equal.
    private func equal(_ earlier: Int, _ later: Int) -> Int {
        var length = 0
        while later + length < rows.count, rows[earlier + length] == rows[later + length] { length += 1 }
        return length
    }

    /// A number for each stretch of rows, equal where the stretches are.
    private struct Windows {
        private let numbers: [UInt64]

        init(_ rows: [UInt64], of size: Int) {
            let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
            let highest = (0..<size).reduce(1 as UInt64) { number, _ in number &* factor }
            var (number, numbers) = (0 as UInt64, [UInt64]())
            numbers.reserveCapacity(rows.count)
            for (place, row) in rows.enumerated() {
                number = number &* factor &+ row
                if place >= size { number = number &- rows[place - size] &* highest }
                if place >= size - 1 { numbers.append(number) }
            }
            self.numbers = numbers
        }

        subscript(_ place: Int) -> UInt64 { numbers[place] }
    }
}
