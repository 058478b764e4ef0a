import Core
import Foundation
import Methods
import Support
import Testing

@testable import Store

/// What is promised to be kept nowhere, looked for in every byte that is kept.
@Suite struct PromiseTests {
    /// Every file of the data folder, those of the database's log too.
    private func files(of house: House) throws -> [(name: String, bytes: Data)] {
        try FileManager.default.subpathsOfDirectory(atPath: house.folder.path).sorted().compactMap { path in
            let file = house.folder.appendingPathComponent(path)
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return nil }
            return (path, try Data(contentsOf: file))
        }
    }

    /// A code as somebody may write it.
    private func spellings(of code: String) -> [String] {
        let plain = code.replacing("-", with: "")
        return [code, plain, code.lowercased(), plain.lowercased(), code.replacing("-", with: " ")]
    }

    @Test func `after a whole wave no file holds a code, a key, a secret, a form or a password`() async throws {
        let life = try await WholeLife()
        let files = try files(of: life.house)
        #expect(files.contains { $0.name.hasSuffix("answers.sqlite") })
        #expect(!files.contains { $0.name.hasSuffix("secret") || $0.name.contains("spool") })
        #expect((life.codes.count, life.keys.count, life.secret.count) == (27, 20, 32))

        let items = life.house.store.pack("staff-survey-care", for: life.house.organisation.id)?.items.map(\.id) ?? []
        let texts =
            life.codes.flatMap(spellings) + life.bodies + [WholeLife.password]
            + items.flatMap { item in (1...5).map { "\(item)=\($0)" } } + [Laptop.address, Laptop.agent]
        for (name, bytes) in files {
            for text in texts { #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) in \(name)") }
            for key in life.keys { #expect(bytes.range(of: Data(key)) == nil, "a key in \(name)") }
            #expect(bytes.range(of: Data(life.secret)) == nil, "the secret in \(name)")
        }
    }

    @Test func `no line of the log holds an address, a browser, a code, a name or a password`() async throws {
        let life = try await WholeLife()
        #expect(!life.log.lines.isEmpty)
        let words =
            life.codes.flatMap(spellings) + WholeLife.people
            + [WholeLife.password, Laptop.address, Laptop.agent, "Najaarsronde", "De Linde"]
        for line in life.log.lines {
            for word in words { #expect(!line.contains(word), "\(line)") }
        }
    }

    @Test func `only the owner of the folder can read it`() async throws {
        let life = try await WholeLife()
        let manager = FileManager.default
        for path in try manager.subpathsOfDirectory(atPath: life.house.folder.path) + [""] {
            let place = life.house.folder.appendingPathComponent(path).path
            let found = try manager.attributesOfItem(atPath: place)
            let isFolder = found[.type] as? FileAttributeType == .typeDirectory
            let mode = (found[.posixPermissions] as? Int ?? 0) & 0o777
            if isFolder { #expect(mode == 0o700, "\(path)") }
        }
    }
}
