import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Two waves side by side, on the page.
@Suite struct BesidePageTests {
    private func twoWaves(
        _ file: String? = nil,
        _ use: @escaping @Sendable (House, Wave, Wave, any TestClientProtocol) async throws -> Void
    ) async throws {
        let house = try await House()
        let older = try await house.importedWave("Meting 2024", file ?? house.earlierFile)
        let newer = try await house.importedWave("Meting 2025")
        try await house.test { client async throws in
            try await use(house, try await house.publish(older), newer, client)
        }
    }

    @Test func `each figure stands as its own report tells it, and no difference`() async throws {
        let items = try await House().pulseItems
        let rows = (0..<24).map { _ in (team: "Zuid", value: 5) }
        try await twoWaves(House.pulseFile(rows, items: items)) { house, older, newer, client in
            let hr = try await house.visitor(.hr)
            let page = try await hr.get(Paths.beside(newer.id, older.id), client)
            #expect(page.status == .ok)
            // Eleven fours, nine twos and four ones beside twenty-four fives, on a grid of fifths and no further.
            #expect(page.text.contains("<b>2,8</b>") && page.text.contains("<b>≥ 4,8</b>"))
            #expect(page.text.contains("<th scope=\"col\" class=\"num\"><a href=\"/waves/\(newer.id)/results\">"))
            for sign in ["+2", "−2", "2,0", "▲", "▼", "→", "stijg", "daal"] {
                #expect(!(page.text.between("<main", "</main>") ?? "").contains(sign), "\(sign)")
            }
            #expect(page.text.contains("Een klein verschil betekent niets"))
            #expect(page.text.contains("Teams staan hier niet naast elkaar"))
        }
    }

    @Test func `what one of them lacks is named with its reason, and stands in no row`() async throws {
        let house = try await House()
        let (joy, lacking) = ("pulse-joy", house.earlierFile.replacing("pulse-joy", with: "iets anders"))
        #expect(house.pulseItems.contains(joy))
        try await twoWaves(lacking) { house, older, newer, client in
            let page = try await house.visitor(.hr).get(Paths.beside(newer.id, older.id), client).text
            #expect(page.contains("In het bestand van Meting 2024 ontbreekt een vraag van dit thema."))
            let pulse = try #require(house.store.pack("pulse", for: older.organisation))
            let theme = try #require(pulse.themes.first { $0.items.contains { $0.id == joy } })
            let name = theme.name[.dutch]
            #expect(page.between("<tbody>", "</tbody>")?.contains(name) == false)
        }
    }

    @Test func `only waves in which something was asked in the same way are offered`() async throws {
        let house = try await House()
        let work = house.earlierFile.replacing("pulse-joy", with: "iets anders")
        let joy = house.pulseFile.replacing("pulse-workload", with: "nog iets")
        let (older, newer) = (try await house.importedWave("Werk", work), try await house.importedWave("Plezier", joy))
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let alone = try await hr.get(Paths.wave(older.id, "results"), client).text
            #expect(!alone.contains("/beside/") && alone.contains("Er is dus niets om naast te leggen."))
        }
        let whole = try await house.importedWave(
            "Beide", House.pulseFile((0..<30).map { _ in ("Oost", 4) }, items: house.pulseItems))
        try await house.test { client async throws in
            for (one, others) in [(older, [whole]), (newer, [whole]), (whole, [older, newer])] {
                let page = try await hr.get(Paths.wave(one.id, "results"), client).text
                #expect(!page.contains("Er is dus niets om naast te leggen."))
                for other in [older, newer, whole] {
                    let isOffered = others.contains { $0.id == other.id }
                    #expect(page.contains(Paths.beside(one.id, other.id)) == isOffered, "\(one.title) \(other.title)")
                }
            }
        }
    }

    @Test func `whoever may read one wave alone reads nothing of others`() async throws {
        let house = try await House()
        let wave = try await house.importedWave("Werk")
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let page = try await hr.get(Paths.wave(wave.id, "results"), client)
            #expect(page.status == .ok && !page.text.contains("Leg naast een andere meting"))
        }
    }

    @Test func `it is there for whoever may read both, and for nobody else`() async throws {
        try await twoWaves { house, older, newer, client in
            let other = try await house.store.addOrganisation("wilg", name: "De Wilg")
            let paths = [Paths.beside(older.id, newer.id), Paths.beside(newer.id, older.id)]
            for path in paths {
                for role in [Role.hr, .council] {
                    #expect(try await house.visitor(role).get(path, client).status == .ok, "\(role)")
                }
                for role in [Role.board, .researcher, .admin] {
                    #expect(try await house.visitor(role).get(path, client).status == .notFound, "\(role)")
                }
                #expect(try await house.visitor(.hr, in: other).get(path, client).status == .notFound)
            }
            let hr = try await house.visitor(.hr)
            #expect(try await hr.get(Paths.beside(older.id, older.id), client).status == .notFound)
            #expect(try await hr.get(Paths.beside(older.id, .random()), client).status == .notFound)
            let board = try await house.visitor(.board)
            #expect(!(try await board.get(Paths.wave(older.id, "results"), client).text.contains("/beside/")))
            _ = try await house.publish(newer)
            for path in paths { #expect(try await board.get(path, client).status == .ok) }
            #expect(try await board.get(Paths.wave(older.id, "results"), client).text.contains(paths[0]))
        }
    }

    @Test func `a leader sees the whole alone, also where a team of the file is called as theirs`() async throws {
        try await twoWaves { house, older, newer, client in
            try await house.addUnits("path;headcount\nNoord;22\n")
            let unit = try #require(try await house.store.units(in: house.organisation.id).units.first?.id)
            let leader = try await house.visitor(.leader, unit: unit)
            let page = try await leader.get(Paths.wave(older.id, "results"), client)
            #expect(page.status == .ok && !page.text.contains("Noord") && !page.text.contains("Zuid"))
            for group in 1...3 {
                #expect(try await leader.get(Paths.report(older.id, group), client).status == .notFound)
            }
            #expect(try await leader.get(Paths.wave(newer.id, "results"), client).status == .notFound)
        }
    }
}
