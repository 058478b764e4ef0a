import Core
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@Suite struct LeaderResultsTests {
    @Test func `a leader reads the own team below the whole, and no other team`() async throws {
        let house = try await House()
        let open = try await OpenHouse(house)
        try await house.test { client in
            for code in open.codes {
                let sent = try await open.send([("code", code), (open.items[0], "4")], client)
                #expect(sent.status == .seeOther)
            }
        }
        try await house.store.close(open.wave.id, in: house.organisation.id)
        try await house.store.publish(open.wave.id, in: house.organisation.id)
        let hof = try #require(
            try await house.store.units(in: house.organisation.id).unit(at: ["De Linde", "Zorg", "Hof"]))
        let leader = try await house.visitor(.leader, unit: hof.id)
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            let own = try await leader.get("/waves/\(open.wave.id)/results", client)
            #expect(own.status == .ok)
            #expect(own.page.rowHeads.contains("Hof"))
            #expect(!own.text.contains("Veld") && !own.text.contains("Keuken"))
            let all = try await hr.get("/waves/\(open.wave.id)/results", client)
            for name in ["Zorg", "Hof", "Veld", "Keuken"] { #expect(all.page.rowHeads.contains(name)) }
        }
    }
}
