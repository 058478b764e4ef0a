import Core
import Methods
import Store
import Surveys

/// A file as it was sent with its questionnaire, and perhaps a map: read before it rests, so that what is wrong with it is
/// said where it can be chosen again.
struct SentImport {
    let id: ImportFile.ID

    private static let mostProblems = 12

    init(
        _ upload: Upload, _ reader: ImportReader, _ store: Store, _ say: Speech, for member: SignedIn
    ) async throws(ImportProblems) {
        let (pack, home) = (upload.form["pack"], member.organisation)
        var problems: [ImportProblem] = []
        let instrument = store.pack(pack, for: home.id)
        if instrument == nil {
            problems.append(ImportProblem(field: "pack", text: say(Wave.Refusal.packIsUnknown.key)))
        } else if let refusal = try await Self.missingPermission(store, pack, home) {
            problems.append(ImportProblem(field: "pack", text: say(refusal.key)))
        }
        guard let sent = upload.file("file") else {
            throw ImportProblems(all: problems + [ImportProblem(field: "file", text: say("import.file_is_missing"))])
        }
        guard problems.isEmpty, let instrument else {
            // What is wrong with the rest is of no use before, but the file is gone from the page.
            throw ImportProblems(all: problems + [ImportProblem(field: "file", text: say("import.choose_again"))])
        }
        do {
            let (map, name) = (upload.file("map"), say.plain("import.nameless"))
            id = try await reader.take(for: member) { words in
                try Self.read(sent, map, instrument, words, home, nameless: name)
            }
        } catch let found as Problems {
            throw ImportProblems(all: Self.told(found, say))
        } catch let refusal as any Refusal {
            throw ImportProblems(all: [ImportProblem(field: "file", text: say(refusal.key))])
        } catch {
            throw ImportProblems(all: [ImportProblem(field: "file", text: say("error.unexpected.text"))])
        }
    }

    private static func missingPermission(
        _ store: Store, _ pack: String, _ home: Organisation
    ) async throws(ImportProblems) -> Permission.Refusal? {
        do { return try await store.missingPermission(toImport: pack, in: home) } catch { return .isMissing }
    }

    private static func read(
        _ sent: Upload.File, _ map: Upload.File?, _ instrument: Instrument, _ words: Words, _ home: Organisation,
        nameless: String
    ) throws -> (file: ImportFile, reading: ImportReading) {
        guard sent.bytes.count <= ImportRoutes.mostBytes else { throw Problems(Problem("import.file_is_too_large")) }
        let parsed = try map.map { try Self.columnMap($0.bytes) } ?? .none
        let look = try FileLook(
            sent.bytes, name: sent.name, of: instrument, map: parsed, chosen: ColumnChoice(units: .likely),
            words: FileWords(words))
        if let heading = parsed.units, look.outline.units == nil {
            throw Problems(
                .unitsColumnIsMissing(heading, among: look.outline.left.map { look.outline.headings[$0] }, mapName))
        }
        let name = sent.name.trimmed.isEmpty ? nameless : String(sent.name.trimmed.prefix(200))
        let choices = ImportChoices(
            pack: instrument.id, file: name, map: map?.bytes ?? [], mapName: mapName, look.outline,
            missing: parsed.missing.filter { !$0.isEmpty && !$0.contains(",") }, turned: parsed.turned)
        let file = ImportFile(bytes: sent.bytes, choices: try choices.bytes)
        return (file, ImportReading(look, choices, of: instrument, for: home))
    }

    /// What problems call the map, whatever its owner calls it: by this they are told from those of the file.
    private static let mapName = "//map"

    /// What holds no section is no map, whatever else is wrong with it: most often it is the file of answers once more.
    private static func columnMap(_ bytes: [UInt8]) throws -> ColumnMap {
        do throws(Problems) { return try ColumnMap(bytes, name: mapName) } catch {
            let isMap = String(decoding: bytes, as: UTF8.self).contains(
                /(?m)^["']?(columns|units|without_unit|missing|answers|turned)["']?\s*:/)
            throw isMap ? error : Problems(Problem("import.map_is_none", file: mapName))
        }
    }

    private static func told(_ found: Problems, _ say: Speech) -> [ImportProblem] {
        let strange = found.all.filter { $0.key == "files.map_item_is_unknown" }
        let others = found.all.filter { $0.key != "files.map_item_is_unknown" }
        let shown = others.prefix(mostProblems).map { problem in
            ImportProblem(field: problem.isOfMap(called: mapName) ? "map" : "file", text: say(problem))
        }
        let (more, names) = (others.count - shown.count, strange.prefix(3).map { $0.values["item"] ?? "" })
        let ofAnother = say("import.map_is_of_another", ["count": "\(strange.count)", "found": say.list(names)])
        return (strange.isEmpty ? [] : [ImportProblem(field: "map", text: ofAnother)]) + shown
            + (more > 0 ? [ImportProblem(field: "file", text: say("import.more", ["count": "\(more)"]))] : [])
    }
}

extension Problem {
    fileprivate func isOfMap(called name: String) -> Bool { file == name || key.contains(".map_") }
}
