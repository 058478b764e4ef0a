import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct RestoredPagesTests {
    private func restored(_ full: FullHouse) async throws -> House {
        let (file, leftOut) = try await full.house.store.backUp()
        #expect(leftOut == ["Hun ronde", "Lenteronde"])
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        try Store.restore(file, into: folder.path)
        return try await House(in: folder)
    }

    private func texts(_ house: House, _ paths: [String], _ visitor: Visitor) async throws -> [String] {
        let texts = Texts()
        try await house.test { client async throws in
            for path in paths { await texts.add(try await visitor.get(path, client)) }
        }
        return await texts.all
    }

    /// Collects what a test of the application hands out.
    private actor Texts {
        private(set) var all: [String] = []
        func add(_ answer: TestResponse) { all.append("\(answer.status.code)\n\(answer.text)") }
    }

    @Test func `results and the page for everybody come back byte for byte`() async throws {
        let full = try await FullHouse(House())
        let visitor = try await full.visitor(.hr)
        let waves = [Wave.State.closed, .published, .withdrawn].compactMap { full.waves[$0] }
        let paths = waves.flatMap { wave in
            ["", "results", "results.json", "manifest", "manifest.json"].map { Paths.wave(wave.id, $0) }
                + [Paths.share(wave.slug), Paths.answering(wave.slug)]
        }
        let before = try await texts(full.house, paths, visitor)
        let after = try await texts(restored(full), paths, visitor)

        for (path, (one, other)) in zip(paths, zip(before, after)) { #expect(one == other, "\(path)") }
        #expect(before.count { $0.hasPrefix("200\n") } == 19)
    }

    @Test func `a wave that was open is withdrawn, and its pages say why`() async throws {
        let full = try await FullHouse(House())
        let visitor = try await full.visitor(.hr)
        let wave = try #require(full.waves[.open])
        let house = try await restored(full)
        try await house.test { client async throws in
            let page = try await visitor.get(Paths.wave(wave.id), client)
            #expect(page.text.contains("reservekopie"))
            let answering = try await client.get(Paths.answering(wave.slug))
            #expect(answering.text.contains("reservekopie"))
            #expect(!answering.text.contains("type=\"radio\""))
            #expect(try await visitor.get(Paths.wave(wave.id, "results"), client).status == .notFound)
        }
    }
}
