public import Core
import Methods
public import Store
public import Surveys
@testable import Web

extension House {
    /// A file of answers to the pulse: a row a person with the same value everywhere, and the team in the first column.
    public static func pulseFile(_ rows: [(team: String, value: Int)], items: [String]) -> String {
        let head = (["Team"] + items).joined(separator: ";")
        let lines = rows.map { row in ([row.team] + items.map { _ in "\(row.value)" }).joined(separator: ";") }
        return ([head] + lines).joined(separator: "\n") + "\n"
    }

    public var pulseItems: [String] { store.pack("pulse", for: organisation.id)?.items.map(\.id) ?? [] }

    /// Eleven of Noord, nine of Zuid, four of Kleintje.
    public var pulseFile: String {
        let rows =
            (0..<11).map { _ in ("Noord", 4) } + (0..<9).map { _ in ("Zuid", 2) } + (0..<4).map { _ in ("Kleintje", 1) }
        return Self.pulseFile(rows, items: pulseItems)
    }

    /// Keeps a file aside as the page does that takes it.
    public func keepImport(by account: Account.ID) throws -> ImportFile.ID {
        let bytes = Array(pulseFile.utf8)
        guard let pulse = store.pack("pulse", for: organisation.id) else { throw NotFound() }
        let outline = try FileLook(
            bytes, name: "a.csv", of: pulse, map: .none, words: FileWords(server.pages.words)
        ).outline
        let choices = ImportChoices(
            pack: "pulse", file: "a.csv", map: [], mapName: "map", outline, missing: [])
        return try store.keepImportFile(
            ImportFile(bytes: bytes, choices: choices.bytes), by: account, in: organisation.id)
    }

    /// An earlier wave of the pulse, as its file brings it here.
    public func importedWave(_ title: String, _ file: String? = nil, units: String? = "Team") async throws -> Wave {
        guard let pulse = store.pack("pulse", for: organisation.id) else { throw NotFound() }
        let answers = try FileAnswers(
            Array((file ?? pulseFile).utf8), name: "a.csv", of: pulse, map: .none, units: units,
            words: FileWords(server.pages.words))
        let home = try await store.organisation(organisation.id)
        let today = store.clock.now.day(in: home.zone)
        return try await store.importWave(
            answers, .init(title: title, heldUntil: today + -400, threshold: 8), in: home)
    }
}
