import Core
import Foundation
import Surveys

extension Store {
    /// Where files of an organisation lie, below the data folder.
    private func places(of home: Organisation.ID, _ slug: String, _ waves: [Wave.ID]) -> [URL] {
        let places = unfinished(of: home) + waves.map { "waves/\($0)" } + ["packs/\(slug)"]
        return places.map { folder.url.appendingPathComponent($0) } + demo(of: waves)
    }

    /// It names the people of the example; another organisation in the same folder may leave without it.
    private func demo(of waves: [Wave.ID]) -> [URL] {
        let demo = folder.url.appendingPathComponent("demo.json")
        guard let facts = try? String(contentsOf: demo, encoding: .utf8) else { return [] }
        return waves.contains { facts.contains("\($0)") } ? [demo] : []
    }

    /// The paths that the program could not take away, as they are now.
    func blocked(of home: Organisation.ID, _ slug: String, _ waves: [Wave.ID]) -> [String] {
        let found = places(of: home, slug, waves).flatMap(eraser.blocked).map(\.path)
        return Set(found).sorted()
    }

    /// Before a row goes: half an organisation is worse than a whole one.
    func checkFiles(of home: Organisation) async throws {
        let found = try await blocked(of: home.id, home.slug, waves(in: home.id).map(\.id))
        guard found.isEmpty else { throw Stuck(paths: found, folder: folder.url.path, isHalfDone: false) }
    }

    /// What keeps a removal that was begun from its end.
    func stuck(_ note: LeavingNote) -> [String] { blocked(of: note.organisation, note.slug, note.waves) }

    /// Everything goes that can; the note keeps how much was not written over, because nobody could count it later.
    func destroyFiles(of note: LeavingNote) throws -> LeavingNote {
        // From here on nothing that was begun for it is kept.
        goneOrganisations.add(note.organisation)
        var (note, remains) = (note, Eraser.Remains())
        for place in places(of: note.organisation, note.slug, note.waves) { eraser.remove(place, into: &remains) }
        let plain = Set(note.plain ?? []).union(remains.plain)
        if plain.count != note.plain?.count ?? 0 {
            note.plain = plain.sorted()
            try note.replace(in: folder)
        }
        guard remains.stuck.isEmpty else {
            throw Stuck(paths: remains.stuck.sorted(), folder: folder.url.path, isHalfDone: true)
        }
        return note
    }
}
