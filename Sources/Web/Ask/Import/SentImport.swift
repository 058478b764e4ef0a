import Core
import Methods
import Store
import Surveys

/// A file as it was sent with its questionnaire, and perhaps a map: read once, so that what is wrong with it is said where
/// it can be chosen again.
struct SentImport {
    let file: ImportFile

    private static let mostProblems = 12

    init(_ upload: Upload, _ store: Store, _ say: Speech, for home: Organisation) async throws(ImportProblems) {
        let pack = upload.form["pack"]
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
            file = try Self.read(sent, upload.file("map"), instrument, say)
        } catch let found as Problems {
            throw ImportProblems(all: Self.told(found, say))
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
        _ sent: Upload.File, _ map: Upload.File?, _ instrument: Instrument, _ say: Speech
    ) throws -> ImportFile {
        guard sent.bytes.count <= ImportRoutes.mostBytes else { throw Problems(Problem("import.file_is_too_large")) }
        let parsed = try map.map { try ColumnMap($0.bytes, name: mapName) } ?? .none
        let outline = try FileLook(
            sent.bytes, name: sent.name, of: instrument, map: parsed, words: FileWords(say.words)
        ).outline
        if let heading = parsed.units, outline.units == nil {
            throw Problems(Problem("files.units_column_is_missing", ["heading": heading], file: mapName))
        }
        let choices = ImportChoices(
            pack: instrument.id, file: String(sent.name.prefix(200)), map: map?.bytes ?? [], mapName: mapName, outline,
            missing: parsed.missing.filter { !$0.isEmpty && !$0.contains(",") })
        let reading = try ImportReading(sent.bytes, choices, of: instrument, say.words)
        if let faults = reading.faults { throw faults }
        return ImportFile(bytes: sent.bytes, choices: try choices.bytes)
    }

    /// What problems call the map, whatever its owner calls it: by this they are told from those of the file.
    private static let mapName = "//map"

    private static func told(_ found: Problems, _ say: Speech) -> [ImportProblem] {
        let shown = found.all.prefix(mostProblems).map { problem in
            let isOfMap = problem.file == mapName || problem.key == "files.map_item_is_unknown"
            return ImportProblem(field: isOfMap ? "map" : "file", text: say(problem))
        }
        let more = found.all.count - shown.count
        return shown
            + (more > 0 ? [ImportProblem(field: "file", text: say("import.more", ["count": "\(more)"]))] : [])
    }
}
