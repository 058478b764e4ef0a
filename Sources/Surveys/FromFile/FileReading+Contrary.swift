import Methods
import Statistics

extension FileReading {
    /// So many rows show whether a question runs against the others.
    private static let mostRows = 20_000

    /// Questions whose answers run against the rest of their theme: perhaps their scale stands the other way round in the
    /// file, or the file has them turned round already.
    var contrary: [FileAccount.Theme] {
        let starts = instrument.themes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.items.count) }
        return zip(instrument.themes, starts).compactMap { theme, start in
            let against = goingAgainst(theme, from: start)
            return against.isEmpty ? nil : FileAccount.Theme(theme: theme.id, items: against)
        }
    }

    private func goingAgainst(_ theme: Theme, from start: Int) -> [String] {
        guard theme.items.count > 1, let scale = instrument.scale(of: theme.items[0])?.range else { return [] }
        let width = plan.count
        var sums = ItemRestSums(items: theme.items.count)
        for row in 0..<min(units.count, Self.mostRows) {
            let bytes = bytes[(row * width + start)..<(row * width + start + theme.items.count)]
            guard !bytes.contains(UInt8.max) else { continue }
            sums.add(
                zip(theme.items, bytes).map { item, byte in
                    item.isReversed ? scale.lowerBound + scale.upperBound - Int(byte) : Int(byte)
                })
        }
        return sums.found.filter(\.isContrary).map { theme.items[$0.item].id }
    }
}
