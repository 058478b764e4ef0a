import Core
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// Counting what is left of each pile, while a wave is open and until its results are published.
struct LeftoverRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("leftovers"), needs: .right(.makeCards), use: edit)
        routes.post(Paths.wavePart("leftovers"), needs: .right(.makeCards), use: update)
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let page = try await leftovers(context) else { return try away(context) }
        return pages.render(page.page(), request, context)
    }

    private func update(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        guard let page = try await leftovers(context) else { return try away(context) }
        let id = page.wave.id
        func show(_ page: Page, _ status: HTTPResponse.Status) -> Response {
            let path = Paths.wave(id, "leftovers")
            return pages.render(page.standing(at: path), request, context, status: status)
        }
        let typed = page.blocks.map { ($0.position, form[LeftoversPage.field($0.position)].trimmed) }
        let wrong = typed.filter { !$0.1.isEmpty && !isCount($0.1, upTo: page.made[$0.0] ?? 0) }.map(\.0)
        guard wrong.isEmpty else {
            return show(page.page(typed: form, wrong: wrong), .unprocessableContent)
        }
        let counts = typed.compactMap { block, text in Int(text).map { (block, $0) } }
        do {
            try await store.count(
                Dictionary(counts, uniquingKeysWith: { first, _ in first }), leftOf: page.wave.id,
                in: page.wave.organisation, since: form.version, by: context.member.account.id)
            return pages.done(Paths.wave(page.wave.id, "leftovers"))
        } catch is Conflict {
            guard let now = try await leftovers(context) else { return try away(context) }
            return show(now.page(typed: form, isConflict: true), .conflict)
        } catch Wave.Refusal.isReported {
            return try away(context)
        }
    }

    private func isCount(_ text: String, upTo most: Int) -> Bool {
        Int(text).map { (0...most).contains($0) } ?? false
    }

    /// Nil where there is nothing to count: not opened yet, withdrawn, or reported already.
    private func leftovers(_ context: WebContext) async throws -> LeftoversPage? {
        let wave = try await store.wave(context.id("wave"), in: context.member.organisation.id)
        guard [.open, .closed].contains(wave.state), !wave.isImported else { return nil }
        return LeftoversPage(
            say: pages.speech(context), wave: wave,
            blocks: try await store.groups(of: wave.id, in: wave.organisation).filter(\.isBlock),
            made: try await store.codesMade(for: wave.id, in: wave.organisation),
            hasForms: try await !store.formsMade(for: wave.id, in: wave.organisation).isEmpty,
            leftovers: try await store.leftovers(of: wave.id, in: wave.organisation))
    }

    private func away(_ context: WebContext) throws -> Response {
        .seeOther(Paths.wave(try context.id("wave")))
    }
}
