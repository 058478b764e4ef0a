import Core
import Hummingbird
import Store

/// What was agreed, assessed and noted: the four registers, each entry with its paper, and what rooms lack.
struct RegistersRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.registers, needs: .right(.readPrivacyRegisters), use: index)
        routes.get(Paths.privacyRegister, needs: .right(.readPrivacyRegisters), use: list)
        routes.get(Paths.registerEntry, needs: .right(.readPrivacyRegisters), use: show)
        routes.get(Paths.registerPaper, needs: .right(.readPrivacyRegisters), use: paper)
        routes.post(Paths.registerEnding, needs: .right(.changePrivacyRegisters), isWeighty: true, use: end)
        RegisterWritingRoutes(store: store, pages: pages).add(to: routes)
        PreparedTextRoutes(store: store, pages: pages).add(to: routes)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let (home, say) = (try context.member.organisation, pages.speech(context))
        let entries = try await store.registerEntries(in: home.id)
        let registers = RegisterEntry.Register.allCases.map { register -> [String: Any] in
            let holding = entries.filter { $0.register == register && $0.endedOn == nil }
            return [
                "path": Paths.privacyRegister(register), "name": say("registers.\(register.rawValue).title"),
                "text": say("registers.\(register.rawValue).about"),
                "count": say("registers.count", ["count": "\(holding.count)"]),
            ]
        }
        let rooms = GuardedRoom.allCases.filter { !$0.needs.isEmpty }.map { room in
            let lacking = room.lacks(entries).map { say("registers.\($0.rawValue).one") }
            return [
                "name": say("registers.room.\(room.rawValue)"),
                "state": lacking.isEmpty
                    ? say("registers.lacks_nothing") : say("registers.lacks", ["registers": say.list(lacking)]),
            ]
        }
        let values: [String: Any] = ["registers": registers, "guarded": rooms]
        return pages.render(Page("admin/registers/index", room: .admin, values), request, context)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let (member, say) = (try context.member, pages.speech(context))
        let register = try context.register
        let entries = try await store.registerEntries(in: member.organisation.id).filter { $0.register == register }
        let prepared = PreparedText.all(for: register).map {
            ["path": Paths.preparedText($0), "name": say("registers.prepared.\($0.rawValue).title")]
        }
        let values: [String: Any] = [
            "registers_path": Paths.registers, "heading": say("registers.\(register.rawValue).title"),
            "lead": say("registers.\(register.rawValue).lead"), "prepared": prepared, "has_prepared": !prepared.isEmpty,
            "new_path": member.mayWrite(in: register) ? Paths.newRegisterEntry(register) : "",
            "entries": entries.map { $0.summary(say) },
        ]
        return pages.render(Page("admin/registers/register", room: .admin, values), request, context)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page(nil, context), request, context)
    }

    private func page(_ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let (member, say) = (try context.member, pages.speech(context))
        let entry = try await store.registerEntry(try context.id("entry"), in: member.organisation.id)
        let home = member.organisation
        let values: [String: Any] = entry.summary(say).merging([
            "registers_path": Paths.registers, "register_path": Paths.privacyRegister(entry.register),
            "register": say("registers.\(entry.register.rawValue).title"), "home": home.name,
            "picture": home.logo.map { _ in Paths.logo(home.slug) as Any } ?? false,
            "lines": entry.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init),
            "by": entry.by.text(say), "paper_path": entry.hasPaper ? Paths.registerPaper(entry.id) : "",
            "end_path": entry.endedOn == nil && member.mayWrite(in: entry.register)
                ? Paths.registerEnding(entry.id) : "",
        ]) { $1 }
        return Page("admin/registers/entry", room: .admin, values).with(wrong, say)
            .standing(at: Paths.registerEntry(entry.id))
    }

    private func paper(_ request: Request, _ context: WebContext) async throws -> Response {
        let home = try context.member.organisation.id
        let id: RegisterEntry.ID = try context.id("entry")
        let (entry, paper) = (try await store.registerEntry(id, in: home), try await store.registerPaper(id, in: home))
        return Attachment(bytes: paper.bytes, type: paper.type, name: entry.subject, ending: paper.ending).response
    }

    private func end(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let entry = try await store.registerEntry(try context.id("entry"), in: member.organisation.id)
        do {
            guard member.mayWrite(in: entry.register) else { throw RegisterEntry.Refusal.isNotYours }
            try await store.endRegisterEntry(entry.id, by: member.account.id, in: member.organisation.id)
            return pages.done(Paths.registerEntry(entry.id))
        } catch let refusal as RegisterEntry.Refusal {
            let page = try await page(WrongFields("end", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }
}

extension SignedIn {
    /// The council writes what it agreed to, and hr everything.
    func mayWrite(in register: RegisterEntry.Register) -> Bool {
        rights.contains(.changePrivacyRegisters) && (roles.contains(.hr) || register == .agreement)
    }
}

extension WebContext {
    /// The register of the address.
    var register: RegisterEntry.Register {
        get throws {
            guard let register = parameters.get("register").flatMap(RegisterEntry.Register.init) else {
                throw NotFound()
            }
            return register
        }
    }
}

extension RegisterEntry {
    fileprivate func summary(_ say: Speech) -> [String: Any] {
        [
            "path": Paths.registerEntry(id), "subject": subject, "day": say.date(day), "version": version,
            "room": room.map { say("registers.room.\($0.rawValue)") } ?? "",
            "ground": ground.map { say("registers.ground.\($0.rawValue)") } ?? "",
            "ended": endedOn.map { say("registers.ended", ["day": say.date($0)]) } ?? "",
        ]
    }
}
