import Core
import Methods
import Testing

@Suite struct MutationTests {
    @Test(arguments: 1...10) func `a thousand spoiled packs are read or refused, never crashed on`(seed: UInt64) throws
    {
        var dice = Dice(state: seed)
        let files = try ShippedPacks.files("pulse")
        let keys = Set(PackFault.keys)
        var refused = 0

        for _ in 1...1000 {
            let spoiled = files.spoiled(using: &dice)
            do throws(Problems) {
                let instrument = try Instrument(pack: spoiled)
                #expect(isWhole(instrument))
            } catch {
                refused += 1
                #expect(!error.all.isEmpty)
                #expect(error.all.allSatisfy { keys.contains($0.key) && $0.file?.hasPrefix("pulse/") == true })
            }
        }
        #expect(refused > 500)
    }

    /// Nothing that the rest of the program trusts is missing.
    private func isWhole(_ instrument: Instrument) -> Bool {
        let texts =
            [instrument.title, instrument.why, instrument.about] + instrument.themes.flatMap { [$0.name, $0.lead] }
            + instrument.items.map(\.wording) + instrument.scales.flatMap(\.values).map(\.label)
        let isWorded = texts.allSatisfy { text in
            instrument.languages.allSatisfy { text.texts[$0]?.isEmpty == false }
        }
        let isScaled = instrument.items.allSatisfy { (instrument.scale(of: $0)?.values.count ?? 0) > 1 }
        return isWorded && isScaled && Set(instrument.items.map(\.id)).count == instrument.items.count
    }
}

/// SplitMix64, so that a failure can be thrown again.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension PackFiles {
    private static let scraps = [
        ":", ": ", "- ", "&a ", "*a ", "!b ", "|", ">", "\"", "'", "[", "]", "{", "}", "#", "\t", "\n", "  ", "---\n",
        "? ",
        "\0", "\u{FEFF}", "\u{202E}", "é", "1", "-1", "99999999999999999999", "true", "null", "~", "id", "en",
    ]

    fileprivate func spoiled(using dice: inout some RandomNumberGenerator) -> PackFiles {
        var bytes = bytes
        for _ in 0...Int.random(in: 0...2, using: &dice) {
            guard let name = bytes.keys.sorted().randomElement(using: &dice), let content = bytes[name] else {
                continue
            }
            bytes[name] = Self.spoiled(content, using: &dice)
        }
        return PackFiles(folder: folder, bytes: bytes)
    }

    private static func spoiled(_ content: [UInt8], using dice: inout some RandomNumberGenerator) -> [UInt8] {
        var content = content
        let spot = Int.random(in: 0...content.count, using: &dice)
        let end = Int.random(in: spot...min(content.count, spot + 40), using: &dice)
        switch Int.random(in: 0...5, using: &dice) {
        case 0: if spot < content.count { content[spot] = UInt8.random(in: 0...255, using: &dice) }
        case 1: content.removeSubrange(spot..<end)
        case 2: content.insert(contentsOf: content[spot..<end], at: spot)
        case 3: content.removeSubrange(end...)
        case 4: content.swapLines(using: &dice)
        default: content.insert(contentsOf: (scraps.randomElement(using: &dice) ?? "").utf8, at: spot)
        }
        return content
    }
}

extension [UInt8] {
    fileprivate mutating func swapLines(using dice: inout some RandomNumberGenerator) {
        var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines.swapAt(Int.random(in: 0..<lines.count, using: &dice), Int.random(in: 0..<lines.count, using: &dice))
        self = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
