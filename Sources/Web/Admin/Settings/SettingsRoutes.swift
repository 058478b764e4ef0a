import Core
import Hummingbird
import Store

/// What an organisation is called, and whom its people may turn to.
struct SettingsRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.settings, needs: .right(.changeSettings), use: edit)
        // Where a form that was refused stands, the page is there for a plain visit too: to read it in the other language.
        routes.get(Paths.settingsLogo, needs: .right(.changeSettings), use: edit)
        routes.post(Paths.settings, needs: .right(.changeSettings), use: update)
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        let home = try context.member.organisation
        let page = Page.settings(
            SettingsForm(home), of: home, exported: try await store.lastExport(of: home.id), pages.speech(context))
        return pages.render(page, request, context)
    }

    private func update(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let home = member.organisation
        let say = pages.speech(context)
        let wish = SettingsForm(form)
        let exported = try await store.lastExport(of: home.id)
        do {
            try await store.change(home.id, since: wish.version, by: member.account.id, wish.change())
            return pages.done(Paths.settings)
        } catch let wrong as WrongFields {
            return pages.render(
                .settings(wish, of: home, wrong: wrong, exported: exported, say), request, context,
                status: .unprocessableContent)
        } catch Organisation.Refusal.councilHasAccounts {
            let wrong = WrongFields("council", Organisation.Refusal.councilHasAccounts)
            return pages.render(
                .settings(wish, of: home, wrong: wrong, exported: exported, say), request, context,
                status: .unprocessableContent)
        } catch Conflict.changedMeanwhile {
            let now = try await store.organisation(home.id)
            var wish = wish
            wish.takeOver(SettingsForm(now).channels)
            return pages.render(
                .settings(wish, of: now, other: now, exported: exported, say), request, context, status: .conflict)
        }
    }
}
