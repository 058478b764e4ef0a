import Core
import Foundation
import Support
import Surveys
import Testing

@testable import Store

@Suite struct OpeningTests {
    @Test func `units that change while a wave opens never make groups other than the agreements say`() async throws {
        let house = try await House()
        let (store, home) = (house.store, house.organisation.id)
        try await house.addUnits("path;headcount\nZorg;30\nKeuken;20\n")
        let unit = try #require(try await store.units(in: home).units.first { $0.name == "Zorg" })
        let changing = Task {
            var people = 30
            while !Task.isCancelled {
                people = people % 300 + 1
                try await house.addUnits("path;headcount\nZorg;\(29 + people)\nKeuken;20\n")
            }
        }
        for number in 1...25 {
            let wave = try await house.openWave("Ronde \(number)")
            let agreed = try #require(wave.manifest).terms.blocks.map(\.people)
            let frozen = try await store.groups(of: wave.id, in: home).filter(\.isBlock).map(\.invited)
            #expect(agreed == frozen)
        }
        changing.cancel()
        _ = await changing.result
        #expect(try await store.units(in: home)[unit.id]?.headcount != 30)
    }

    @Test func `what was read and is no longer so does not open`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;30\nKeuken;20\n")
        let wave = try await house.draftWave("Meting")
        let read = try await house.store.draftManifest(of: wave).terms.agreement
        try await house.addUnits("path;headcount\nZorg;31\nKeuken;20\n")
        await #expect(throws: Conflict.changedMeanwhile) {
            try await house.store.open(wave.id, in: wave.organisation, agreement: read)
        }
        #expect(!house.store.folder.files(of: wave.id).exists(house.store.folder.files(of: wave.id).secret))
    }
}
