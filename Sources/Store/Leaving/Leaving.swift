public import Core
import Crypto
import Foundation
import GRDB
import Methods
import Surveys

extension Store {
    /// Removes everything of an organisation, and looks whether anything is left. Where a stop fell into it, the same call
    /// goes on; nil where there is neither an organisation of this name nor a removal to go on with.
    ///
    /// - Parameter withoutExport: whether it may go though nobody took everything along since it was decided.
    public func remove(
        _ slug: String, by decision: Decision.ID?, withoutExport: Bool = false
    ) async throws -> DepartureProof? {
        let all = try await organisations()
        // Another may have taken the name since: what was begun ends first.
        if let note = LeavingNote.read(in: folder), note.slug == slug,
            !all.contains(where: { $0.id == note.organisation })
        {
            return try await inTurn(note.organisation) { try await self.finish(note) }
        }
        guard let home = all.first(where: { $0.slug == slug }) else { return nil }
        return try await inTurn(home.id) { try await self.remove(home, by: decision, withoutExport) }
    }

    private func inTurn(
        _ id: Organisation.ID, _ use: () async throws -> DepartureProof
    ) async throws -> DepartureProof {
        try departures.take(id)
        defer { departures.giveBack(id) }
        return try await backups.whileRemoving(use)
    }

    private func remove(
        _ home: Organisation, by id: Decision.ID?, _ withoutExport: Bool
    ) async throws -> DepartureProof {
        // Another removal must end first: its note is the only one that knows what to look for.
        if let other = LeavingNote.read(in: folder), other.organisation != home.id { throw LeavingPlan.Refusal.goesOn }
        guard lyingBackups().isEmpty else { throw LeavingPlan.Refusal.backupIsMade }
        let (decision, hash) = try await reason(for: home, id)
        try await checkFiles(of: home)
        // What went before and came back with a backup is asked for nothing.
        let takesExport = !withoutExport && id != nil
        let waves = try await waves(in: home.id).map(\.id)
        let (files, marks) = (try files(of: home, waves), marks(of: home.id))
        let packs = try await ownPacks(of: home).map(\.folder)
        let today = clock.now.day(in: home.zone)
        let (folder, halts) = (folder, halts)
        let note = try await noted { transaction in
            try transaction.checkLeaving(of: home.id, takesExport: takesExport)
            var removed = try transaction.numbers(of: home.id)
            let staying = try transaction.staying(of: home.id)
            let written = try transaction.writtenDown(by: home.id).flatMap { [$0.name, $0.key] }
            let named = try transaction.terms(of: home.id)
            let gone = try transaction.removeRows(of: home.id)
            removed["account"] = gone.accounts
            let terms = ["\(home.id)", home.slug, home.name] + packs + named + written + gone.names
            let note = LeavingNote(
                organisation: home.id, slug: home.slug, name: home.name, on: today, waves: waves, files: files,
                marks: marks == 0 ? nil : marks, removed: removed, staying: staying, decision: decision,
                decisionHash: hash,
                terms: Set(terms.map(\.trimmed)).filter { !$0.isEmpty }.sorted())
            try transaction.noteDeparture(of: home.id, on: today, decision: hash, removed: removed)
            // On disk before the rows are gone for good: whoever goes on after a stop needs it.
            try note.write(in: folder)
            halts.pass(.leavingNoted)
            return note
        }
        halts.pass(.rowsRemoved)
        shelf.drop(home)
        return try await finish(note)
    }

    /// Where the rows stay, nothing is to be gone on with.
    private func noted(_ use: @escaping @Sendable (Transaction) throws -> LeavingNote) async throws -> LeavingNote {
        do { return try await write(use) } catch {
            try? LeavingNote.destroy(in: folder)
            throw error
        }
    }

    /// By which decision it goes: one that holds, or the one by which it went before it came back with a backup.
    private func reason(
        for home: Organisation, _ id: Decision.ID?
    ) async throws -> (DepartureProof.Agreed?, hash: String) {
        guard let id else {
            guard let before = try await read({ try $0.departure(of: home.id) }) else {
                throw LeavingPlan.Refusal.takesDecision
            }
            return (nil, before.decisionHash)
        }
        let decision = try await decision(id, in: home.id)
        guard decision.lets(go: home) else { throw LeavingPlan.Refusal.takesTwo }
        let hash = SHA256.hexadecimal(of: Array(decision.text.utf8))
        let agreed = decision.agreements.map {
            DepartureProof.Agreed.Agreement(role: $0.role.rawValue, on: "\($0.day)")
        }
        return (
            DepartureProof.Agreed(
                id: "\(decision.id)", decidedOn: "\(decision.decidedOn)", textHash: hash,
                agreed: agreed.sorted { $0.role < $1.role }), hash
        )
    }

    /// Each step may be repeated. Nobody is told that nothing happened: the rows are gone.
    private func finish(_ note: LeavingNote) async throws -> DepartureProof {
        do { return try await finished(note) } catch let stuck as Stuck { throw stuck } catch {
            throw StoppedHalfway(error)
        }
    }

    private func finished(_ note: LeavingNote) async throws -> DepartureProof {
        let note = try destroyFiles(of: note)
        halts.pass(.filesDestroyed)
        try await core.vacuum()
        try await emptyLog()
        halts.pass(.databaseRewritten)
        let proof = try DepartureProof(note, try await search(for: note), copies: copies())
        try await write { try $0.keepProof(proof.sha256 ?? "", of: note.organisation) }
        try await emptyLog()
        return proof
    }

    /// Nobody needs the names any more: the proof lies where whoever asked for it takes it.
    public func forgetRemoval(of slug: String) throws {
        halts.pass(.proofWritten)
        guard LeavingNote.read(in: folder)?.slug == slug else { return }
        try LeavingNote.destroy(in: folder)
    }
}
