public import Core
import Foundation
import Methods
public import Store
import Surveys

/// Everything that Weefsel has of one organisation, in formats that other programs open. Figures are as they are told.
public struct OrganisationExport: Sendable {
    let store: Store
    let home: Organisation
    let words: Words
    /// Of the workbooks; the README speaks all.
    let language: Language

    /// - Parameter words: of the program.
    public init(_ store: Store, of home: Organisation, words: Words, language: Language) {
        (self.store, self.home, self.words, self.language) = (store, home, words, language)
    }

    private var today: Day { store.clock.now.day(in: home.zone) }

    func say(in language: Language) -> Speech { Speech(words: words, language: language, council: home.council) }

    /// Hands on every file, MANIFEST.json last.
    public func write(_ write: @escaping FileWriting) async throws {
        var files = ExportedFiles(write)
        let waves = try await store.waves(in: home.id)
        let kept = try await store.keptAnswers(in: home.id)
        try await files.add("README.md", text: ExportGuide(export: self, today: today, kept: kept).text)
        try await addOrganisation(to: &files)
        try await PeopleExport(store: store, home: home).add(to: &files)
        try await RecordsExport(store: store, home: home, say: say).add(to: &files)
        for pack in try await store.ownPacks(of: home) {
            try await files.add(pack, below: "questionnaires/own/\(pack.folder)")
        }
        for wave in waves {
            try await WaveExport(store: store, home: home, wave: wave, say: say(in: language)).add(to: &files)
        }
        try await files.finish(of: home, on: today)
    }

    private struct Settings: Encodable {
        let id: String
        let slug: String
        let name: String
        let timeZone: String
        let council: String
        let privacyOfficer: String
        let helpChannels: [Organisation.HelpChannel]
        let logo: String?
    }

    private func addOrganisation(to files: inout ExportedFiles) async throws {
        let logo = home.logo.map { ["logo", FileKind.ending(of: $0.type)].joined(separator: ".") }
        let settings = Settings(
            id: "\(home.id)", slug: home.slug, name: home.name, timeZone: home.zone.identifier,
            council: home.council.rawValue, privacyOfficer: home.officer, helpChannels: home.helpChannels, logo: logo)
        try await files.add("organisation.json", document: settings)
        if let logo, let picture = home.logo { try await files.add(logo, picture.bytes) }
        try await files.add("units.csv", table: UnitsTable(try await store.units(in: home.id)).sheet)
    }
}

/// How a file ends that is known by its type.
enum FileKind {
    static func ending(of type: String) -> String {
        ["application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"][type] ?? "bin"
    }
}
