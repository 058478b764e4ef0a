import Core
import Hummingbird
import Store

/// The picture beside the name of an organisation.
struct LogoRoutes {
    let store: Store
    let pages: Pages

    /// More than a logo may be, so that one that is a little too large gets its answer on the page.
    private static let mostBytes = 2_200_000

    func add(to routes: GuardedRoutes) {
        routes.upload(Paths.settingsLogo, needs: .right(.changeSettings), upTo: Self.mostBytes, use: create)
        routes.post(Paths.settingsLogoRemoval, needs: .right(.changeSettings), use: destroy)
    }

    private func create(_ upload: Upload, _ request: Request, _ context: WebContext) async throws -> Response {
        let home = try context.member.organisation
        do {
            guard let file = upload.file("logo") else { throw Refusal.isMissing }
            let logo = try Organisation.Logo(picture: file.bytes)
            try await set(logo, context)
            return pages.done(Paths.settings)
        } catch let refusal as any Core.Refusal where !(refusal is Conflict) {
            let page = Page.settings(
                SettingsForm(home), of: home, wrong: WrongFields("logo", refusal),
                exported: try await store.lastExport(of: home.id), pages.speech(context))
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func destroy(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        try await set(nil, context)
        return pages.done(Paths.settings)
    }

    /// Nothing else changes, so the version of now will do.
    private func set(_ logo: Organisation.Logo?, _ context: WebContext) async throws {
        let member = try context.member
        try await store.change(member.organisation.id, since: member.organisation.version, by: member.account.id) {
            $0.logo = logo
        }
    }

    enum Refusal: String, CaseIterable, Core.Refusal {
        case isMissing = "organisation.logo_is_missing"
    }
}
