import ArgumentParser
import Core
import Foundation
import Methods
import Store
import Surveys

struct WaveCreate: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Prepare a wave; it is not open yet.")

    @OptionGroup var options: DataOptions
    @Option(help: "The questionnaire, by the id of its pack.") var pack: String
    @Option(help: "What the wave is called.") var title: String
    @Option(help: "A CSV file of units: path and headcount.") var units: String?
    @Option(help: "The reporting threshold, 5 to 20.") var threshold: Int?
    @Option(help: "The day on which it is to open, such as 2026-10-05.") var opens: String?
    @Option(help: "The last day on which people may answer.") var closes: String?

    @Option(help: "The id of the decision by hr and the staff council on a research wave.") var research: String?

    var makesFolder: Bool { true }

    func files() throws -> [String: [UInt8]] {
        guard let units else { return [:] }
        guard let handle = FileHandle(forReadingAtPath: units) else {
            throw Problems(Problem("command.file_is_missing", ["path": units]))
        }
        defer { try? handle.close() }
        // One byte more than the reader takes, so that it says so itself.
        return [units: Array(try handle.read(upToCount: UnitsFile.largest + 1) ?? Data())]
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        let file = try units.map { try UnitsFile(Array(workplace.order.files[$0] ?? Data()), name: $0) }
        // Everything is looked at before the first organisation is made for it.
        let home = try await workplace.organisationOrPlan(options)
        try checkPack(workplace, for: home)
        try await checkDecision(workplace, for: home)
        let wanted = try prepared(in: home, workplace, file)
        let organisation = try await workplace.organisationOrDefault(options)
        let wave =
            organisation.id == wanted.organisation ? wanted : try prepared(in: organisation, workplace, file)
        if let file { try await workplace.store.importUnits(file, in: organisation.id) }
        try await workplace.store.add(wave)
        let answer = ["id": "\(wave.id)", "state": wave.state.rawValue]
        var remarks = (file?.remarks ?? []).map { workplace.say($0.key, $0.values) }
        if wave.isResearch, workplace.store.pack(pack, for: organisation.id)?.background.isEmpty == true {
            remarks.append(workplace.say("command.research_has_no_background", ["pack": pack]))
        }
        return Reply(out: options.json ? try json(answer) : "\(wave.id) \(wave.state.rawValue)", problems: remarks)
    }

    private func checkPack(_ workplace: Workplace, for home: Organisation) throws {
        if let broken = workplace.store.problems(ofPack: pack, for: home) { throw broken }
        guard workplace.store.pack(pack, for: home.id) == nil else { return }
        let known = workplace.store.packs(for: home.id).map(\.id).joined(separator: ", ")
        throw Problems(Problem("command.pack_is_unknown", ["found": pack, "packs": known]))
    }

    private func prepared(in organisation: Organisation, _ workplace: Workplace, _ file: UnitsFile?) throws -> Wave {
        let wave = try changed(
            try workplace.store.draft(
                title, pack: pack, in: organisation, research: research.flatMap { Decision.ID($0) }))
        try wave.check()
        guard let file else { return wave }
        let people = file.lines.reduce(0) { $0 + $1.headcount }
        guard people >= BlockPlan.least(threshold: wave.threshold) else { throw BlockPlan.Refusal.tooFewPeople }
        return wave
    }

    /// Whoever types an id hears what a decision must be, not only that there is none.
    private func checkDecision(_ workplace: Workplace, for home: Organisation) async throws {
        guard let research else { return }
        var decision: Decision?
        if let id = Decision.ID(research) { decision = try? await workplace.store.decision(id, in: home.id) }
        guard let decision, decision.kind == .researchWave, decision.holds(where: home.council) else {
            throw Wave.Refusal.researchTakesTwo
        }
    }

    private func changed(_ draft: Wave) throws -> Wave {
        var wave = draft
        if let threshold { wave.threshold = threshold }
        if let opens { wave.opensOn = try day(opens) }
        if let closes { wave.closesOn = try day(closes) }
        if let start = wave.opensOn, closes == nil { wave.closesOn = start + Wave.openDays }
        wave.resultsOn = Wave.resultsDay(after: wave.closesOn)
        return wave
    }

    private func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw Problems(Problem(Wave.Refusal.dayIsNoDay.rawValue)) }
        return day
    }
}
