public import Core
import Methods
public import Surveys

extension Store {
    /// Brings a wave into being that was held elsewhere: closed, with groups, agreements, questionnaire and figures, all
    /// of it or nothing. No answer is kept. An identifier can be used once: who comes second is refused, and so is a file of
    /// answers that a wave counts already.
    @discardableResult
    public func importWave(
        _ answers: FileAnswers, _ wish: ImportedWave.Wish, id: Wave.ID = .random(), in organisation: Organisation,
        by account: Account.ID? = nil
    ) async throws -> Wave {
        let moment = clock.now
        let today = moment.day(in: organisation.zone)
        let slug = Self.freshSlug()
        let imported = try await slowWork.run {
            try ImportedWave(answers, wish, id: id, slug: slug, in: organisation, on: today)
        }
        let (wave, shelf) = (imported.wave, shelf)
        try await write { transaction in
            guard try !transaction.has(id, in: organisation.id) else { throw Wave.Refusal.isImported }
            try transaction.checkFresh(imported)
            let pack = try shelf.pack(wave.pack, for: organisation.id)
            // What was read with another version of the questionnaire would be told in words that nobody was asked.
            guard pack.instrument.hash == answers.instrument.hash else { throw Conflict.changedMeanwhile }
            if let definition = shelf.definition(behind: pack.instrument, for: organisation.id) {
                try transaction.permission(for: definition, in: organisation.id).check(through: today, on: today)
            }
            try transaction.insert(wave)
            try transaction.save(wave, since: wave.version)
            try transaction.insert(imported.groups, of: wave)
            try transaction.keep(pack.files)
            try transaction.insert(imported.release, of: wave, replaced: nil)
            let home = try transaction.organisation(organisation.id)
            try transaction.audit(.waveImported, wave.title, by: account, at: moment, in: home)
        }
        return try await self.wave(id, in: organisation.id)
    }

    /// Why an earlier wave with this questionnaire may not be read from a file today; nil where nothing keeps it.
    public func missingPermission(toImport pack: String, in home: Organisation) async throws -> Permission.Refusal? {
        guard let pack = self.pack(pack, for: home.id), let definition = definition(behind: pack, for: home.id) else {
            return nil
        }
        let permission = try await permission(for: definition, in: home.id)
        let today = clock.now.day(in: home.zone)
        do throws(Permission.Refusal) {
            try permission.check(through: today, on: today)
            return nil
        } catch {
            return error
        }
    }
}

extension Transaction {
    func has(_ wave: Wave.ID, in organisation: Organisation.ID) throws -> Bool {
        try row("SELECT 1 AS one FROM wave WHERE organisation_id = $1 AND id = $2", organisation, wave) != nil
    }
}
