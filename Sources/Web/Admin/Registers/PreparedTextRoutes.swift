import Core
import Hummingbird
import Store

/// A text that Weefsel writes from what holds here now, to print and to complete.
enum PreparedText: String, CaseIterable {
    /// What asking does to the privacy of people.
    case asking
    /// The same of the list of staff and accounts.
    case staff
    /// What this installation does with data about people.
    case processing

    static func all(for register: RegisterEntry.Register) -> [PreparedText] {
        switch register {
        case .assessment: [.asking, .staff]
        case .processing: [.processing]
        case .agreement, .subprocessor: []
        }
    }
}

struct PreparedTextRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.preparedText, needs: .right(.readPrivacyRegisters), use: show)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let text = context.parameters.get("text").flatMap(PreparedText.init) else { throw NotFound() }
        let (home, say) = (try context.member.organisation, pages.speech(context))
        let register: RegisterEntry.Register = text == .processing ? .processing : .assessment
        let facts = [
            "organisation": home.name, "days": "\(Store.backupDays)",
            "officer": home.officer.isEmpty ? say("registers.prepared.nobody") : home.officer,
            "speakers": say("organisation.council.\(home.council.rawValue)"),
        ]
        let key = "registers.prepared.\(text.rawValue)"
        let parts = pages.words.keys(in: say.language).filter { $0.hasPrefix(key + ".part.") && $0.hasSuffix(".title") }
            .sorted().map { title in
                let body = String(title.dropLast("title".count)) + "text"
                return ["title": say(title), "text": say(body, facts)]
            }
        let values: [String: Any] = [
            "registers_path": Paths.registers, "register_path": Paths.privacyRegister(register),
            "register": say("registers.\(register.rawValue).title"), "heading": say(key + ".title"),
            "lead": say("registers.prepared.lead", facts), "parts": parts, "home": home.name,
            "picture": home.logo.map { _ in Paths.logo(home.slug) as Any } ?? false,
            "printed": say("kept.printed", ["day": say.date(store.clock.now.day(in: home.zone))]),
        ]
        return pages.render(Page("admin/registers/prepared", room: .admin, values), request, context)
    }
}
