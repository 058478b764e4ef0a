import Core
import Disclosure
import Foundation
import Methods
import Surveys
import Testing

/// Files that nobody would write, made of one that is whole: the reader refuses them or counts them, and never stops.
@Suite struct `Files that are broken in every way` {
    private static let whole = """
        help;alone;joy;team;toelichting\r
        5;1;Vaak;Zorg > Noord;"zei: ""ja""; en\r
        nee"\r
        4;2;3,0;Zorg > Zuid;=1+1\r
        (3);Nooit;;Keuken;🙂\r
        1;5;Altijd;Keuken;n.v.t.\r

        """
    private static let pieces: [[UInt8]] =
        [
            "\"", "\"\"", ";", ",", "\t", "\n", "\r", "\r\n", "sep=,\n", "Totaal;", "SD;", "N;1;1;1", "joy", " > ",
            "99", "4.0", "[4]",
            "NA",
            "\u{FEFF}", "\u{A0}", "é", "🙂", "help;alone;joy;team;toelichting\n",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xFF, 0xFE]]

    /// How long to try; `bin/test` asks for half a minute.
    private static let seconds =
        Double(ProcessInfo.processInfo.environment["WEEFSEL_FUZZ_SECONDS"] ?? "") ?? 2

    @Test func `a broken file is refused or counted`() throws {
        let (clock, start) = (ContinuousClock(), ContinuousClock.now)
        var (dice, tries, counted) = (Dice(seed: 20_261_121), 0, 0)
        while tries < 200 || clock.now - start < .seconds(Self.seconds) {
            let file = Self.broken(using: &dice)
            tries += 1
            if try isCounted(file) { counted += 1 }
        }
        // A fuzzer whose files are all refused at their first byte would try nothing.
        #expect(counted > tries / 50, "\(counted) of \(tries) were counted")
    }

    private func isCounted(_ file: [UInt8]) throws -> Bool {
        let answers: FileAnswers
        do throws(Problems) {
            answers = try FileAnswers(
                file, name: "a.csv", of: Taken.instrument, map: .none, units: nil, words: Taken.words)
        } catch {
            #expect(!error.all.isEmpty)
            return false
        }
        for isExact in [true, false] {
            let told = try FileReport(answers, whole: "Iedereen", threshold: 5, isExact: isExact)
            // JSON has no word for what is no number: writing it fails where a figure is none.
            let json = try JSONEncoder().encode(FileDocument(told, remarks: []))
            #expect(!json.isEmpty)
            #expect((told.report.respondents(of: 0)?.value ?? 0) <= Double(answers.rows))
        }
        return true
    }

    private static func broken(using dice: inout Dice) -> [UInt8] {
        var file = Array(whole.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &dice) {
            let place = Int.random(in: 0...file.count, using: &dice)
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: file.removeLast(file.count - place)
            case 1: file.insert(contentsOf: pieces.randomElement(using: &dice) ?? [], at: place)
            case 2 where place < file.count: file[place] = UInt8.random(in: 0...255, using: &dice)
            case 3: file.removeSubrange(place..<min(file.count, place + Int.random(in: 1...9, using: &dice)))
            case 4: file.append(contentsOf: file.prefix(place))
            default: file += Array("\(Int.random(in: 0...9, using: &dice));1;2;Zorg;x\n".utf8)
            }
        }
        return file
    }
}

/// Numbers that look random and are the same in each run.
private struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
