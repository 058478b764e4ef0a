import Core
import Testing

@testable import Web

/// Tables of teams that were written before, and for how long.
@Suite struct HeatShelfTests {
    private let shelf = HeatShelf()

    private func key(_ wave: String) -> HeatShelf.Key {
        HeatShelf.Key(wave: wave, group: 0, seen: [], order: "", language: .dutch, whole: "De Linde")
    }

    /// Whether the table had to be written.
    private func isMade(_ wave: String) -> Bool {
        var isMade = false
        let table = shelf.table(key(wave)) {
            isMade = true
            return HeatShelf.Table(rows: wave, key: [], hasHidden: false)
        }
        #expect(table.rows == wave)
        return isMade
    }

    @Test func `a table is written once for each wave`() {
        #expect(isMade("a") && isMade("b"))
        #expect(!isMade("a") && !isMade("b"))
    }

    @Test func `one too many costs the one that was read longest ago, and no other`() {
        for number in 0..<HeatShelf.most { #expect(isMade("\(number)")) }
        #expect(!isMade("0") && isMade("new"))
        #expect(!isMade("0") && !isMade("2") && !isMade("new"))
        #expect(isMade("1"))
    }

    @Test func `what nobody read for an hour is forgotten`() {
        #expect(isMade("a"))
        for _ in 0..<HeatShelf.rest / 2 { shelf.turn() }
        #expect(isMade("b"))
        for _ in 0..<HeatShelf.rest / 2 { shelf.turn() }
        #expect(isMade("a") && !isMade("b"))
    }
}
