import Core
import Methods
import Store
import Surveys

/// One questionnaire of the register, with the forms for its words and its permission where they are not ours.
struct RegisteredPage {
    let say: Speech
    let store: Store
    let member: SignedIn
    let id: String

    init(_ context: WebContext, _ store: Store, _ pages: Pages) throws {
        (say, member, id) = (pages.speech(context), try context.member, try context.registered)
        self.store = store
    }

    private var home: Organisation { member.organisation }
    private var lines: RegisterLines { RegisterLines(say: say, today: store.clock.now.day(in: home.zone)) }

    /// The page as it stands, or with what somebody sent that could not be kept.
    func page(text: LicensedTextForm? = nil, permission: PermissionForm? = nil) async throws -> Page {
        guard let definition = store.definition(id, for: home.id) else { return try ownPage() }
        let words = store.pack(definition.licensedID, for: home.id)
        let known = try await store.permission(for: id, in: home.id)
        let one = Registered(definition: definition, words: words, permission: known)
        var values = frame(definition.frame)
        values["tag"] = say("register.tag.licensed")
        values["lines"] = [
            lines.line("holder", definition.holder), lines.source(definition),
            lines.line("terms", definition.terms[say.language]), lines.line("text", lines.text(one)),
            lines.line("permission", lines.permission(known)),
        ]
        values["document"] = known == nil ? false : Paths.registered(id, "document") as Any
        values["beyond"] = try await beyond(known)
        values["past"] = known.flatMap { $0.until < lines.today ? lines.past($0) : nil } ?? ""
        guard member.rights.contains(.changeWaves) else { return page(values) }
        let version = try await store.savings(ofPack: definition.licensedID, in: home.id)
        let textForm = text ?? LicensedTextForm(words, for: definition, version: version)
        let permissionForm = permission ?? PermissionForm(known, say)
        values["loading"] = textForm.values(for: definition, say, now: words, version: version)
        values["permission"] = permissionForm.values(say, now: known, at: Paths.registered(id, "permission"))
        let problems = textForm.summary(say, for: definition) + permissionForm.summary(say)
        values["problems"] = problems.isEmpty ? false : ["all": problems] as Any
        return page(values)
    }

    private func ownPage() throws -> Page {
        guard store.isOwn(id, for: home.id), let pack = store.pack(id, for: home.id) else { throw NotFound() }
        var values = frame(pack)
        values["tag"] = say("register.tag.own")
        values["lines"] = [
            lines.line("text", lines.own(pack)), lines.line("licence", pack.licence),
            lines.line("permission", say("register.not_needed")),
        ]
        return page(values)
    }

    private func page(_ values: [String: Any]) -> Page {
        Page("register/show", room: .ask, values).standing(at: Paths.registered(id))
    }

    private func frame(_ pack: Instrument) -> [String: Any] {
        [
            "crumbs": [
                ["path": Paths.waves, "name": say("room.ask")],
                ["path": Paths.register, "name": say("register.here")],
            ],
            "here": pack.title[say.language], "heading": pack.title[say.language], "lead": pack.about[say.language],
            "who_sees": say("register.who"), "sources": Paths.registered(id, "sources"),
            "size": say.size(of: pack), "themes": ThemeRules(say: say, pack: pack).rows, "document": false,
            "beyond": false, "past": "", "loading": false, "permission": false, "problems": false,
        ]
    }

    /// Waves that are open for longer than the permission holds: it ended earlier than hr thought, or was removed.
    private func beyond(_ permission: Permission?) async throws -> Any {
        let waves = try await store.waves(beyond: permission?.until, for: id, in: home.id)
        guard !waves.isEmpty else { return false }
        let words = ["waves": say.list(waves.map(\.title))]
        return permission == nil ? say("register.beyond_all", words) : say("register.beyond", words)
    }
}
