import Core
import Methods
import Surveys

/// The list of all questionnaires: of others, and our own.
struct RegisterPage {
    let say: Speech
    let today: Day
    let definitions: [Registered]
    let own: [Instrument]

    var page: Page {
        Page(
            "register/index", room: .ask,
            [
                "crumbs": [["path": Paths.waves, "name": say("room.ask")]], "here": say("register.here"),
                "heading": say("register.heading"), "lead": say("register.lead"), "who_sees": say("register.who"),
                "theirs": definitions.map(row), "ours": own.map(row),
            ])
    }

    private func row(_ one: Registered) -> [String: Any] {
        let lines = RegisterLines(say: say, today: today)
        return [
            "path": Paths.registered(one.definition.id), "title": one.definition.frame.title[say.language],
            "tag": say("register.tag.licensed"),
            "lines": [
                lines.line("holder", one.definition.holder), lines.source(one.definition),
                lines.line("terms", one.definition.terms[say.language]), lines.line("text", lines.text(one)),
                lines.line("permission", lines.permission(one.permission)),
            ],
        ]
    }

    private func row(_ pack: Instrument) -> [String: Any] {
        let lines = RegisterLines(say: say, today: today)
        return [
            "path": Paths.registered(pack.id), "title": pack.title[say.language], "text": lines.own(pack),
            "lines": [
                lines.line("size", say.count("ask.items", pack.items.count)), lines.line("licence", pack.licence),
            ],
        ]
    }
}

/// What the register says of a questionnaire, line by line.
struct RegisterLines {
    let say: Speech
    let today: Day

    func line(_ name: String, _ text: String, lang: String = "") -> [String: String] {
        ["name": say("register.line.\(name)"), "text": text, "lang": lang]
    }

    /// A title in the language in which it was published.
    func source(_ definition: Definition) -> [String: String] { line("source", definition.source, lang: "en") }

    func own(_ pack: Instrument) -> String { say(pack.isValidated ? "register.own_validated" : "register.own") }

    func text(_ one: Registered) -> String {
        guard let words = one.words else { return say("register.no_text") }
        return say("register.has_text", ["title": words.title[say.language], "version": words.version])
    }

    /// A permission that is over, on the page on which hr has just kept it too.
    func past(_ permission: Permission) -> String {
        say("register.past", ["day": say.date(permission.until)])
    }

    func permission(_ permission: Permission?) -> String {
        guard let permission else { return say("register.no_permission") }
        let values = ["giver": permission.giver.text(say), "day": say.date(permission.until)]
        return say(permission.until < today ? "register.permission_past" : "register.permission_until", values)
    }
}
