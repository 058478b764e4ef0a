import Core
import Testing

@testable import Web

/// Parts of reports that were written before, and for how long.
@Suite struct ReportShelfTests {
    private let shelf = ReportShelf<String>()

    private func key(_ wave: String) -> ReportKey {
        ReportKey(
            wave: wave, group: 0, seen: [], order: "", language: .dutch, council: .worksCouncil, whole: "De Linde")
    }

    /// Whether the part had to be written.
    private func isMade(_ wave: String) -> Bool {
        var isMade = false
        let part = shelf.part(key(wave)) {
            isMade = true
            return wave
        }
        #expect(part == wave)
        return isMade
    }

    @Test func `a part is written once for each wave`() {
        #expect(isMade("a") && isMade("b"))
        #expect(!isMade("a") && !isMade("b"))
    }

    @Test func `one too many costs the one that was read longest ago, and no other`() {
        for number in 0..<ReportShelf<String>.most { #expect(isMade("\(number)")) }
        #expect(!isMade("0") && isMade("new"))
        #expect(!isMade("0") && !isMade("2") && !isMade("new"))
        #expect(isMade("1"))
    }

    @Test func `what nobody read for an hour is forgotten`() {
        #expect(isMade("a"))
        for _ in 0..<ReportShelf<String>.rest / 2 { shelf.turn() }
        #expect(isMade("b"))
        for _ in 0..<ReportShelf<String>.rest / 2 { shelf.turn() }
        #expect(isMade("a") && !isMade("b"))
    }
}
