import Files

/// Which rows of a file were seen, to notice a file that was put behind itself.
struct SeenRows {
    private var hashes: [UInt64] = []

    mutating func add(_ hash: UInt64) { hashes.append(hash) }

    /// Every row is there twice, or four times, and they are not simply few that differ.
    var isEverythingDouble: Bool {
        guard hashes.count >= 16, hashes.count % 2 == 0 else { return false }
        let sorted = hashes.sorted()
        var (place, different) = (0, 0)
        while place < sorted.count {
            var end = place
            while end < sorted.count, sorted[end] == sorted[place] { end += 1 }
            guard (end - place) % 2 == 0 else { return false }
            different += 1
            place = end
        }
        return different >= 8
    }

    /// Of the cells as they stand in the file, with what is between them.
    static func hash(of cells: ArraySlice<CellRows.Cell>, in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let first = cells.first, let last = cells.last else { return 0 }
        // FNV-1a: only whether rows are equal matters, and nobody gains by making two alike.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in first.start..<last.end { hash = (hash ^ UInt64(text[place])) &* 0x100_0000_01B3 }
        return hash
    }
}
