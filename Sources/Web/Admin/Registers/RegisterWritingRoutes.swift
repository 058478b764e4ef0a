import Core
import Hummingbird
import Store

/// Writing an entry down, with its paper.
struct RegisterWritingRoutes {
    let store: Store
    let pages: Pages

    /// More than the paper may be, so that one that is a little too large gets its answer on the page.
    private static let mostBytes = Paper.mostBytes + 2_097_152

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.newRegisterEntry, needs: .right(.changePrivacyRegisters), use: new)
        routes.upload(Paths.privacyRegister, needs: .right(.changePrivacyRegisters), upTo: Self.mostBytes, use: create)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        guard member.mayWrite(in: try context.register) else { throw NotFound() }
        let today = store.clock.now.day(in: member.organisation.zone)
        let form = Form(["day": [pages.speech(context).typed(today)]])
        return pages.render(try page(form, nil, context), request, context)
    }

    private func page(_ form: Form, _ wrong: WrongFields?, _ context: WebContext) throws -> Page {
        let (home, say, register) = (try context.member.organisation, pages.speech(context), try context.register)
        let grounds = RegisterEntry.Ground.all(for: home.council).map {
            ($0.rawValue, say("registers.ground.\($0.rawValue)"))
        }
        let rooms = GuardedRoom.allCases.map { ($0.rawValue, say("registers.room.\($0.rawValue)")) }
        let values: [String: Any] = [
            "path": Paths.privacyRegister(register), "registers_path": Paths.registers,
            "register": say("registers.\(register.rawValue).title"),
            "heading": say("registers.\(register.rawValue).new"),
            "fields": ["subject", "version", "day"].map { name in
                field(name, form[name], wrong, say)
            },
            "has_grounds": register == .agreement, "grounds": Choices.values(grounds, chosen: [form["ground"]]),
            "has_rooms": register == .agreement || register == .assessment,
            "guarded": Choices.values(rooms, chosen: [form["room"]]), "text": form["text"],
        ]
        return Page("admin/registers/new", room: .admin, values).with(wrong, say)
            .standing(at: Paths.newRegisterEntry(register))
    }

    private func field(_ id: String, _ value: String, _ wrong: WrongFields?, _ say: Speech) -> [String: Any] {
        let told = wrong?.all.first { $0.field == id }.map { say($0.problem).besideField } ?? ""
        let described = ["\(id)-hint", told.isEmpty ? nil : "\(id)-wrong"].compactMap(\.self)
        return [
            "id": id, "label": say("registers.field.\(id)"), "hint": say("registers.hint.\(id)"), "value": value,
            "wrong": told, "described": described.joined(separator: " "),
        ]
    }

    private func create(_ upload: Upload, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        guard member.mayWrite(in: try context.register) else { throw NotFound() }
        do {
            let draft = try draft(upload, try context.register)
            let id = try await store.write(draft, by: member.account.id, in: member.organisation.id)
            return pages.done(Paths.registerEntry(id))
        } catch let wrong as WrongFields {
            return pages.render(
                try page(upload.form, wrong, context), request, context, status: .unprocessableContent)
        } catch let refusal as RegisterEntry.Refusal {
            let wrong = WrongFields(refusal.field, refusal)
            return pages.render(
                try page(upload.form, wrong, context), request, context, status: .unprocessableContent)
        }
    }

    private func draft(_ upload: Upload, _ register: RegisterEntry.Register) throws -> RegisterDraft {
        let form = upload.form
        var (wrong, paper) = (WrongFields(), Paper?.none)
        if let file = upload.file("document") { try wrong.check("document") { paper = try Paper(file.bytes) } }
        let day = Day(form["day"].trimmed)
        if day == nil { wrong.add("day", RegisterEntry.Refusal.dayIsNone) }
        guard wrong.isEmpty, let day else { throw wrong }
        return RegisterDraft(
            register: register, ground: RegisterEntry.Ground(rawValue: form["ground"]),
            room: GuardedRoom(rawValue: form["room"]), subject: form["subject"], day: day, version: form["version"],
            text: form["text"], paper: paper)
    }
}

extension RegisterEntry.Refusal {
    /// Beside which field it belongs.
    fileprivate var field: String {
        switch self {
        case .subjectIsEmpty, .subjectIsTooLong, .isEnded, .isNotYours: "subject"
        case .dayIsNone, .dayIsLater: "day"
        case .versionIsTooLong: "version"
        case .textIsTooLong, .saysNothing: "text"
        case .groundIsMissing: "ground"
        }
    }
}
