import Core
import Crypto
import Files
import Foundation
import Methods
import Store
import Surveys

/// One wave: what was prepared or agreed, and what it tells. Never an answer, a code or its secret.
struct WaveExport {
    let store: Store
    let home: Organisation
    let wave: Wave
    let say: Speech

    private var name: String { WaveFolder(wave).name }
    private var folder: String { "waves/\(name)" }

    func add(to files: inout ExportedFiles) async throws {
        let groups = try await store.groups(of: wave.id, in: home.id)
        var problem: String?
        do { try await addFigures(to: &files) } catch let refusal as any Refusal { problem = refusal.key }
        try await files.add("\(folder)/wave.json", document: try await document(groups, problem))
        if let manifest = wave.manifest {
            try await files.add("\(folder)/manifest.json", manifest.bytes)
            let hash = manifest.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            try await files.add(
                "\(folder)/manifest.sha256", text: [hash, "manifest.json"].joined(separator: "  ") + "\n")
        }
        if let pack = try await store.packFiles(of: wave) {
            try await files.add(pack, below: "questionnaires/asked/\(name)/\(pack.folder)")
        }
        try await addResponses(groups, to: &files)
    }

    private func addFigures(to files: inout ExportedFiles) async throws {
        guard wave.state == .closed || wave.state == .published else { return }
        let report = try await store.report(of: wave, for: .all)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try await files.add("\(folder)/results.json", Array(encoder.encode(ResultsDocument(report, name: \.label))))
        let today = store.clock.now.day(in: home.zone)
        let sheets = ResultsSheets(report, of: .init(wave, whole: home.name, on: today, say), say: say)
        let workbook = try Workbook(sheets.all, of: wave.closedOn).bytes(in: store, of: home.id)
        try await files.add("\(folder)/results.xlsx", workbook)
        try await files.add("\(folder)/figures.csv", table: ResultsSheets.figuresForPrograms(of: report))
    }

    private func addResponses(_ groups: [Group], to files: inout ExportedFiles) async throws {
        let counts = try await store.responses(to: wave.id, in: home.id)
        guard !counts.isEmpty else { return }
        let rows = counts.map { count -> [Sheet.Value] in
            let name = groups.first { $0.position == count.position }?.label ?? ""
            return [
                .number(Double(count.position)), .text(name), .text("\(count.countedOn)"),
                .number(orNothing: count.about.map(Double.init)),
            ]
        }
        let heads = ["group", "name", "counted_on", "about"]
        try await files.add("\(folder)/responses.csv", table: Sheet(name: "responses", heads: heads, rows: rows))
    }

    private func document(_ groups: [Group], _ problem: String?) async throws -> WaveDocument {
        let readings = try await store.readings(of: wave.id, in: home.id)
        let asked = try? await store.instrument(of: wave)
        let decisions = try await store.rawDecisions(on: wave.id, in: home.id)
        return WaveDocument(
            wave, problem: problem,
            ties: .init(
                paper: try await store.paper(of: wave.id, in: home.id),
                rawExports: decisions.filter { decision in
                    decision.holds(where: home.council)
                        && asked.map { decision.isAboutAnswers(to: wave.id, of: $0) } == true
                }),
            readings: readings.map { .init(by: $0.by.known, on: "\($0.on)", byCouncil: $0.isByCouncil) },
            groups: groups.map { group in
                .init(
                    position: group.position, parent: group.parent, name: group.label,
                    invited: wave.isImported ? nil : group.invited, units: group.units.map(\.description),
                    isBlock: group.isBlock)
            }, cards: try await cards)
    }

    private var cards: WaveDocument.Cards? {
        get async throws {
            let made = try await store.cardsMade(for: wave.id, in: home.id).values.reduce(0, +)
            let forms = try await store.formsMade(for: wave.id, in: home.id).values.reduce(0, +)
            let left = try await store.leftovers(of: wave.id, in: home.id).counts
            guard made + forms > 0 else { return nil }
            return .init(made: made + forms, forms: forms, left: left.isEmpty ? nil : left.values.reduce(0, +))
        }
    }
}

extension ExportedFiles {
    /// A questionnaire as a folder that Weefsel reads back.
    mutating func add(_ pack: PackFiles, below folder: String) async throws {
        for (name, bytes) in pack.bytes.sorted(by: { $0.key < $1.key }) { try await add("\(folder)/\(name)", bytes) }
    }
}
