import Core
import Methods
import Store
import Surveys

/// A definition with what one organisation has of it.
struct Registered: Sendable {
    let definition: Definition
    /// The pack with the words, where they were loaded.
    let words: Instrument?
    let permission: Permission?
}

extension Store {
    func registered(in home: Organisation.ID) async throws -> [Registered] {
        let permissions = Dictionary(
            try await permissions(in: home).map { ($0.definition, $0) }, uniquingKeysWith: { first, _ in first })
        return definitions(for: home).map {
            Registered(definition: $0, words: pack($0.licensedID, for: home), permission: permissions[$0.id])
        }
    }

    func definition(_ id: String, for home: Organisation.ID) -> Definition? {
        definitions(for: home).first { $0.id == id }
    }

    /// On what terms the words of this questionnaire may be used, and where it was published; nothing of our own.
    func terms(of pack: Instrument, for home: Organisation.ID, in language: Language) -> [String: String]? {
        definition(behind: pack, for: home).flatMap { definition($0, for: home) }.map {
            ["text": $0.terms[language], "source": $0.source]
        }
    }

    /// Whether this is a questionnaire of everybody, or one that lies in the organisation's own folder.
    func isOwn(_ id: String, for home: Organisation.ID) -> Bool {
        pack(id, for: home).map { !$0.isFitted && $0.definitionOfName == nil } ?? false
    }

    /// Open waves that ask these words for longer than through this day; all of them where there is none.
    func waves(beyond day: Day?, for id: String, in home: Organisation.ID) async throws -> [Wave] {
        var beyond: [Wave] = []
        for wave in try await waves(in: home) where wave.state == .open && (day.map { wave.closesOn > $0 } ?? true) {
            guard let pack = try? await instrument(of: wave) else { continue }
            if definition(behind: pack, for: home) == id { beyond.append(wave) }
        }
        return beyond
    }
}
