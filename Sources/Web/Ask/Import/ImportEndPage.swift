import Core
import Surveys

/// What stands where a file was: it became a wave, or it is gone.
struct ImportEndPage {
    let say: Speech

    func imported(_ wave: Wave) -> Page {
        page("imported", ["title": wave.title], Paths.wave(wave.id), say("import.end.to_wave"))
    }

    var gone: Page { page("gone", [:], Paths.newImport, say("import.end.again")) }

    private func page(_ key: String, _ values: [String: String], _ path: String, _ action: String) -> Page {
        Page(
            "ask/nothing-yet", room: .ask,
            [
                "crumbs": [["path": Paths.waves, "name": say("room.ask")]], "here": say("import.here"), "notice": "",
                "heading": say("import.end.\(key)", values), "lead": say("import.end.\(key)_text", values),
                "who_sees": say("import.who"), "path": path, "action": action,
            ])
    }
}
