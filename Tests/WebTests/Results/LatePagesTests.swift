import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What pages say of results that were promised for a day that went by.
@Suite struct LatePagesTests {
    /// A closed wave, its promised day as pages write it, and a clock to go past that day with.
    private func closed() async throws -> (told: Told, day: String, clock: Timepiece) {
        let clock = Timepiece(House.morning)
        let house = try await House { $0.clock = clock.clock }
        let told = try await Told(until: .closed, in: house)
        let words = try Words(House.root.appendingPathComponent("Locales"))
        return (told, Speech(words: words, language: .dutch).date(told.wave.resultsOn), clock)
    }

    /// Every page that names the day of the results, with who opens it, signed in a moment ago.
    private func pages(_ told: Told) async throws -> [(String, Visitor?)] {
        let (hr, council) = (try await told.house.visitor(.hr), try await told.house.visitor(.council))
        let (board, leader) = (try await told.house.visitor(.board), try await told.leader(of: "Hof"))
        let (wave, answering) = ("/waves/\(told.wave.id)", Paths.answering(told.wave.slug))
        return [
            (Paths.share(told.wave.slug), nil), (answering, nil), (answering + "/thanks", nil),
            (wave + "/posters", hr), (wave, council), (wave, board), (Paths.waves, leader), (Paths.today, council),
            (Paths.today, board), (Paths.today, leader), (told.path, council), (told.path + "/0/slides", council),
        ]
    }

    @Test func `after the promised day no page promises it any more`() async throws {
        let (told, day, clock) = try await closed()
        let year = "\(told.wave.resultsOn.year)"
        // Today leaves the year out.
        let short = day.replacing(" " + year, with: "")
        let days = told.wave.resultsOn - House.morning.day(in: told.house.organisation.zone)
        try await told.house.test { client async throws in
            func text(_ path: String, _ visitor: Visitor?) async throws -> [String] {
                let answer: TestResponse
                if let visitor {
                    answer = try await visitor.get(path, client)
                } else {
                    answer = try await client.get(path)
                }
                #expect(answer.status == .ok, "\(path)")
                // What was agreed stays as it was.
                return answer.page.texts.filter { $0.contains(short) && !$0.contains("groepsgrens") }
            }
            var before: [[String]] = []
            for (path, visitor) in try await pages(told) { before.append(try await text(path, visitor)) }
            // Still on the day itself.
            clock.pass(days * 86_400)
            for (number, (path, visitor)) in try await pages(told).enumerated() where path != Paths.today {
                #expect(!before[number].isEmpty, "\(path)")
                #expect(try await text(path, visitor) == before[number], "\(path)")
            }
            clock.pass(86_400)
            for (number, (path, visitor)) in try await pages(told).enumerated() {
                let after = try await text(path, visitor)
                #expect(!after.isEmpty && Set(after).isDisjoint(with: before[number]), "\(path)")
                let isSaid = after.contains { $0.contains("zou") || $0.contains("Beloofd was") }
                #expect(isSaid, "\(path): \(after)")
            }
        }
    }

    @Test func `who comes back after sending reads where the results are, once they are shared`() async throws {
        let told = try await Told()
        let thanks = Paths.answering(told.wave.slug) + "/thanks"
        try await told.house.test { client async throws in
            let page = try await client.get(thanks)
            #expect(page.status == .ok && page.text.contains("Dank je wel"))
            #expect(page.text.contains("De uitkomsten staan klaar voor iedereen."))
            #expect(page.page.links.contains(Paths.share(told.wave.slug)))
            #expect(!page.text.contains("delen we") && !page.text.contains("Je vindt het dan"))
        }
    }

    @Test func `who comes back after a wave was withdrawn reads that, and no promise`() async throws {
        let open = try await OpenHouse(House())
        let thanks = open.path + "/thanks"
        try await open.house.test { client async throws in
            #expect(try await client.get(thanks).text.contains("delen we wat eruit komt"))
        }
        try await open.house.store.withdraw(open.wave.id, in: open.wave.organisation)
        try await open.house.test { client async throws in
            let page = try await client.get(thanks)
            #expect(page.status == .ok && page.text.contains("Alle antwoorden zijn vernietigd"))
            #expect(!page.text.contains("delen we") && !page.text.contains("Dank je wel"))
        }
    }

    @Test func `a wave is late the day after, and never once it is shared`() throws {
        func wave(_ state: Wave.State) -> Wave {
            Wave(
                id: .random(), organisation: .random(), slug: "abcde", title: "Meting", pack: "pulse", threshold: 8,
                sharing: .totals, opensOn: nil, closesOn: Day(2026, 10, 1), resultsOn: Day(2026, 10, 5), keepDays: 30,
                state: state)
        }
        #expect(!wave(.closed).isLate(on: Day(2026, 10, 5)) && wave(.closed).isLate(on: Day(2026, 10, 6)))
        for state in [Wave.State.draft, .published, .withdrawn] { #expect(!wave(state).isLate(on: Day(2027, 1, 1))) }
    }
}
