public import Core
import Foundation
import Methods
public import Surveys

/// What can be told of the raw answers of a research wave before anybody takes them.
public struct RawExport: Sendable {
    public let wave: Wave
    /// What a file of them holds.
    public let table: RawTable
    public let rows: Int
    /// The last day on which they are kept.
    public let until: Day
    /// Decisions of both that let these answers out.
    public let tied: [Decision]
    /// Decisions that would, and wait for somebody to agree.
    public let waiting: [Decision]
    /// Decisions about this wave that let nothing out, because it asks something else than when they were asked for.
    public let overtaken: [Decision]
    /// What it asks.
    public let questionnaire: LocalText

    /// A handful of people would know each other's rows: of so few no figure is told either.
    public var isTooFew: Bool { rows < wave.agreedThreshold }

    /// Why raw answers stay where they are.
    public enum Refusal: String, Core.Refusal, CaseIterable {
        case decisionTakesTwo = "raw.decision_takes_two"
        case decisionIsOfAnother = "raw.decision_is_of_another"
        case decisionIsOvertaken = "raw.decision_is_overtaken"
        case isNotTied = "raw.is_not_tied"
        case areTooFew = "raw.are_too_few"
    }
}

extension Store {
    /// The raw answers of a research wave that is over, while they are kept. All other waves have none to take.
    public func rawExport(of id: Wave.ID, in organisation: Organisation.ID) async throws -> RawExport {
        let (wave, until) = try await keptResearch(id, in: organisation)
        let council = try await self.organisation(organisation).council
        let asked = try await rawDecisions(on: id, in: organisation)
        let instrument = try await instrument(of: wave)
        let decisions = asked.filter { $0.isAboutAnswers(to: id, of: instrument) }
        return RawExport(
            wave: wave, table: RawTable(instrument), rows: try rawAnswersFile(of: wave) { try $0.number() },
            until: until, tied: decisions.filter { $0.holds(where: council) },
            waiting: decisions.filter { !$0.waitsFor.isEmpty },
            overtaken: asked.filter { !$0.isAboutAnswers(to: id, of: instrument) }, questionnaire: instrument.title)
    }

    /// Decisions about the raw answers of a wave that were not taken back, the last written down first.
    public func rawDecisions(on wave: Wave.ID, in organisation: Organisation.ID) async throws -> [Decision] {
        // Where nobody speaks for the staff by now, what was agreed lets nothing out.
        guard try await self.organisation(organisation).council != .none else { return [] }
        return try await read { try $0.decisions(naming: wave, in: organisation) }.filter {
            $0.kind == .rawExport && $0.withdrawnOn == nil
        }
    }

    /// The last day on which somebody may take the raw answers of a wave; nil where there are none for them.
    public func rawAnswersUntil(of wave: Wave, for reader: SignedIn) async throws -> Day? {
        guard reader.rights.contains(.readRawAnswers) else { return nil }
        do { return try await keptResearch(wave.id, in: wave.organisation).until } catch is NotFound { return nil }
    }

    /// Those of these decisions about raw answers whose wave asks something else by now: they open nothing. Of a
    /// questionnaire that cannot be read nothing is said.
    public func overtaken(
        _ decisions: [Decision], in organisation: Organisation.ID
    ) async throws -> Set<Decision.ID> {
        let asked = decisions.filter { $0.kind == .rawExport && $0.withdrawnOn == nil && !$0.waves.isEmpty }
        guard !asked.isEmpty else { return [] }
        let waves = try await waves(in: organisation)
        var found: Set<Decision.ID> = []
        for decision in asked {
            for wave in waves where decision.names(wave.id) {
                guard let now = try? await instrument(of: wave) else { continue }
                if !decision.isAboutAnswers(to: wave.id, of: now) { found.insert(decision.id) }
            }
        }
        return found
    }

    /// A command names the decision by which it takes the answers: it must be one of both, about this wave.
    public func checkDecision(_ id: Decision.ID, lets wave: Wave.ID, in organisation: Organisation.ID) async throws {
        let found = try await decision(id, in: organisation)
        let council = try await self.organisation(organisation).council
        guard found.kind == .rawExport, found.holds(where: council) else { throw RawExport.Refusal.decisionTakesTwo }
        guard found.names(wave) else { throw RawExport.Refusal.decisionIsOfAnother }
        let instrument = try await instrument(of: self.wave(wave, in: organisation))
        guard found.isAboutAnswers(to: wave, of: instrument) else { throw RawExport.Refusal.decisionIsOvertaken }
    }

    /// The answers in an order drawn anew; that they were taken is a line in the log.
    public func takeRawAnswers(
        of id: Wave.ID, in organisation: Organisation.ID, by account: Account.ID?
    ) async throws -> RawRows {
        let export = try await tied(id, in: organisation)
        let rows = try rawAnswersFile(of: export.wave) { try RawRows($0, export.table) }
        try await note(.rawAnswersTaken, export.wave, by: account)
        return rows
    }

    /// What the columns of these answers mean; in the log, too.
    public func takeCodebook(
        of id: Wave.ID, in organisation: Organisation.ID, by account: Account.ID?
    ) async throws -> RawTable {
        let export = try await tied(id, in: organisation)
        try await note(.codebookTaken, export.wave, by: account)
        return export.table
    }

    private func tied(_ id: Wave.ID, in organisation: Organisation.ID) async throws -> RawExport {
        let export = try await rawExport(of: id, in: organisation)
        guard !export.tied.isEmpty else { throw RawExport.Refusal.isNotTied }
        guard !export.isTooFew else { throw RawExport.Refusal.areTooFew }
        return export
    }

    private func note(_ act: AuditLine.Act, _ wave: Wave, by account: Account.ID?) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(wave.organisation)
            try transaction.audit(act, wave.title, by: account, at: moment, in: home)
        }
    }

    private func keptResearch(
        _ id: Wave.ID, in organisation: Organisation.ID
    ) async throws -> (wave: Wave, until: Day) {
        let wave = try await self.wave(id, in: organisation)
        let today = clock.now.day(in: try await self.organisation(organisation).zone)
        guard let until = rawAnswersUntil(of: wave), today <= until else { throw NotFound() }
        return (wave, until)
    }

    private func rawAnswersFile<Value>(of wave: Wave, _ use: (AnswersFile) throws -> Value) throws -> Value {
        let file = try AnswersFile(folder.files(of: wave.id).answers)
        defer { try? file.close() }
        return try use(file)
    }
}
