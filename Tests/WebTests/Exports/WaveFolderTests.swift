import Core
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What the folder of a wave is called in an export.
@Suite struct WaveFolderTests {
    @Test(arguments: [
        ("Meting 2026", "2026-meting-2026-4ytwz"),
        ("  Één café, crèche & co / ../x ", "2026-een-cafe-creche-co-x-4ytwz"),
        ("…", "2026-4ytwz"), ("調査", "2026-4ytwz"), ("=cmd|' /C calc'!A0", "2026-cmd-c-calc-a0-4ytwz"),
        ("١٢ Ⅻ ½", "2026-4ytwz"),
        (String(repeating: "x", count: 80), "2026-\(String(repeating: "x", count: 69))-4ytwz"),
        (
            String(repeating: "woord ", count: 13),
            "2026-\(Array(repeating: "woord", count: 11).joined(separator: "-"))-4ytwz"
        ),
    ])
    func `it is the year, the title and the end of the address, in letters for every disk`(
        title: String, name: String
    ) {
        let wave = Wave(
            id: .random(), organisation: .random(), slug: "4ytwz", title: title, pack: "pulse", threshold: 8,
            sharing: .totals, opensOn: Day(2026, 12, 20), closesOn: Day(2027, 1, 10), resultsOn: Day(2027, 1, 24),
            keepDays: 30)
        #expect(WaveFolder(wave).name == name && name.utf8.count <= WaveFolder.longest)
    }
}
