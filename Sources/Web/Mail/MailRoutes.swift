import Core
import Hummingbird
import Mail
import Store

/// Where mail goes, what waits, and what did not arrive.
struct MailRoutes {
    let store: Store
    let pages: Pages

    /// hr writes the messages about waves, and may see whether they go; the settings are the administrator's.
    static let readers = Need.any([.changeSettings, .changeWaves])

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.mail, needs: Self.readers, use: index)
        routes.get(Paths.mailMessage, needs: Self.readers, use: show)
        // Where a form that was refused stands, the page is there for a plain visit too.
        routes.get(Paths.mailTrial, needs: .right(.changeSettings), use: index)
        routes.post(Paths.mailTrial, needs: .right(.changeSettings), use: `try`)
        routes.post(Paths.mailRepeat, needs: .right(.changeSettings), use: again)
        routes.post(Paths.mailRemoval, needs: .right(.changeSettings), use: remove)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page("", nil, context), request, context)
    }

    private func page(_ typed: String, _ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let found = try await MailFound(store, pages.mail, for: context.member)
        return found.page(address: typed, pages.speech(context)).with(wrong, pages.speech(context))
    }

    /// What would be sent, of a mailbox alone: of real mail nobody but its reader sees what it says.
    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let mail = pages.mail, mail.server == nil else { throw NotFound() }
        let home = try context.member.organisation
        let queued = try await store.message(try context.id("message"), in: home.id)
        let say = pages.speech(context)
        let values: [String: Any] = [
            "heading": queued.message.subject, "mail_path": Paths.mail, "from": "\(queued.sender) <\(mail.from)>",
            "to": "\(queued.reader.text(say)) <\(queued.message.address)>",
            "day": say.date(queued.writtenAt.day(in: home.zone)), "text": queued.message.text,
            "language": queued.message.language.rawValue,
        ]
        return pages.render(Page("admin/mail/message", room: .admin, values), request, context)
    }

    private func `try`(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, typed) = (try context.member, form["address"].trimmed)
        do {
            guard pages.mail != nil else { throw WrongFields("address", Problem("mail.is_off")) }
            guard (try? MailAddress(typed)) != nil else { throw WrongFields("address", Member.Refusal.emailIsNone) }
            let writing = MailWriting(
                words: pages.words, home: member.organisation, baseURL: pages.configuration.baseURL)
            let message = writing.trial(to: typed, of: member.account.id, in: pages.speech(context).language)
            try await store.enqueue([message], in: member.organisation.id)
            return pages.done(Paths.mail, .mailed)
        } catch let wrong as WrongFields {
            let page = try await page(typed, wrong, context).standing(at: Paths.mail)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func again(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        try await store.tryAgain(try context.id("message"), in: context.member.organisation.id)
        return pages.done(Paths.mail)
    }

    private func remove(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        try await store.throwAway(try context.id("message"), in: context.member.organisation.id)
        return pages.done(Paths.mail)
    }
}
