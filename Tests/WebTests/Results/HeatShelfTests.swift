import Core
import Testing

@testable import Web

/// Tables of teams that were written before, and for how long.
@Suite struct HeatShelfTests {
    private let start = ContinuousClock.now

    private func key(_ wave: String) -> HeatShelf.Key {
        HeatShelf.Key(wave: wave, group: 0, seen: [], order: "", language: .dutch, whole: "De Linde")
    }

    /// The rows that the shelf gives, and whether they had to be written.
    private func read(_ wave: String, in shelf: HeatShelf, after seconds: Int) -> (rows: String, isMade: Bool) {
        var isMade = false
        let table = shelf.table(key(wave), at: start + .seconds(seconds)) {
            isMade = true
            return HeatShelf.Table(rows: "\(wave) \(seconds)", key: [], hasHidden: false)
        }
        return (table.rows, isMade)
    }

    @Test func `a table is written once for each wave`() {
        let shelf = HeatShelf()
        #expect(read("a", in: shelf, after: 0) == ("a 0", true))
        #expect(read("b", in: shelf, after: 1) == ("b 1", true))
        #expect(read("a", in: shelf, after: 2) == ("a 0", false))
    }

    @Test func `one too many costs the one that was read longest ago, and no other`() {
        let shelf = HeatShelf()
        for number in 0..<HeatShelf.most { _ = read("\(number)", in: shelf, after: number) }
        _ = read("0", in: shelf, after: 100)
        #expect(read("new", in: shelf, after: 101).isMade)
        #expect(!read("0", in: shelf, after: 102).isMade && !read("2", in: shelf, after: 102).isMade)
        #expect(read("1", in: shelf, after: 103).isMade)
    }

    @Test func `what nobody read for an hour is forgotten`() {
        let shelf = HeatShelf()
        _ = read("a", in: shelf, after: 0)
        _ = read("b", in: shelf, after: 1_800)
        shelf.forget(at: start + .seconds(3_600))
        #expect(read("a", in: shelf, after: 3_601).isMade && !read("b", in: shelf, after: 3_601).isMade)
    }
}
