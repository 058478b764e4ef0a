import Core
import Methods

/// Where somebody chooses the file, the questionnaire that it answers, and perhaps a map of its columns.
struct ImportFilePage {
    let say: Speech
    let packs: [Instrument]
    let resting: RestingFiles

    func page(chosen: String, _ problems: [ImportProblem]) -> Page {
        let wrong = Dictionary(grouping: problems, by: \.field).mapValues { $0.map(\.text) }
        return Page(
            "ask/import/file", room: .ask,
            [
                "crumbs": [["path": Paths.waves, "name": say("room.ask")]], "here": say("import.here"),
                "heading": say("import.heading"), "lead": say("import.lead"), "who_sees": say("import.who"),
                "notice": "", "path": Paths.newImport, "waves_path": Paths.waves,
                "has_problems": !problems.isEmpty, "problems": problems.map(\.values),
                "pack_field": packField(chosen, wrong["pack"]?.first),
                "file": file("file", ".csv,.txt,.tsv,text/csv,text/plain", wrong),
                "map": file("map", ".yaml,.yml,text/yaml,text/plain", wrong),
            ].merging(resting.values) { own, _ in own })
    }

    private func packField(_ chosen: String, _ wrong: String?) -> [String: Any] {
        let options = packs.map { pack in
            Fields.Choice(value: pack.id, label: pack.title[say.language], notes: [say("ask.items", pack)])
        }
        return Fields(say: say).choices("pack", chosen: chosen, options).merging(["wrong": wrong ?? false]) { $1 }
    }

    private func file(_ id: String, _ kinds: String, _ wrong: [String: [String]]) -> [String: Any] {
        let found = wrong[id] ?? []
        // A page cannot keep a file: whatever else is wrong, both are chosen again.
        let isGone = !wrong.isEmpty && !found.contains(say("import.file_is_missing"))
        return [
            "id": id, "label": say("import.field.\(id)"), "hint": say("import.hint.\(id)"), "accept": kinds,
            "again": isGone ? say("import.choose_\(id)_again") : "", "wrong": found, "is_wrong": !found.isEmpty,
            "described": "\(id)-hint" + (isGone ? " \(id)-again" : "") + (found.isEmpty ? "" : " \(id)-wrong"),
        ]
    }
}

extension Speech {
    fileprivate func callAsFunction(_ key: String, _ pack: Instrument) -> String { count(key, pack.items.count) }
}
