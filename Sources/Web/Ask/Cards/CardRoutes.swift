import Core
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// Cards with a code: how many there are, their sheets, and making more.
struct CardRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("cards"), needs: .right(.makeCards), use: index)
        routes.post(Paths.wavePart("cards"), needs: .right(.makeCards), use: create)
        routes.get(Paths.wavePart("cards/:block"), needs: .right(.makeCards), use: show)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        guard store.takesAnswers(wave.id) else { return .seeOther(Paths.wave(wave.id)) }
        return pages.render(try await piles(of: wave, context).page(), request, context)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        do {
            guard let count = Int(form["count"].trimmed) else { throw Wave.Refusal.cardsAreOutside }
            guard let block = Int(form["block"]) else { throw NotFound() }
            try await store.addCards(
                count, to: block, of: wave.id, in: wave.organisation, by: context.member.account.id)
            return .seeOther(Paths.wave(wave.id, "cards"))
        } catch let refusal as Wave.Refusal {
            guard store.takesAnswers(wave.id) else { return .seeOther(Paths.wave(wave.id)) }
            let page = try await piles(of: wave, context).page(form, refusal)
            return pages.render(page, request, context, status: refusal.status)
        }
    }

    private func piles(of wave: Wave, _ context: WebContext) async throws -> CardPiles {
        CardPiles(
            say: pages.speech(context), wave: wave,
            blocks: try await store.groups(of: wave.id, in: wave.organisation).filter(\.isBlock),
            made: try await store.cardsMade(for: wave.id, in: wave.organisation))
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        guard store.takesAnswers(wave.id), let manifest = wave.manifest else { return .seeOther(Paths.wave(wave.id)) }
        let instrument = try await store.instrument(of: wave)
        guard let block = context.parameters.get("block").flatMap({ Int($0) }),
            try await store.groups(of: wave.id, in: wave.organisation).contains(where: {
                $0.isBlock && $0.position == block
            })
        else { throw NotFound() }
        let piles = try await store.codes(
            of: wave.id, block: block, in: wave.organisation, by: context.member.account.id)
        guard let pile = piles.first else { throw NotFound() }
        let sheets = CardSheets(
            say: pages.speech(context), organisation: try context.member.organisation, wave: wave,
            terms: manifest.terms, instrument: instrument, pile: pile,
            configuration: pages.configuration)
        return pages.render(sheets.page(), request, context)
    }

    private func wave(_ context: WebContext) async throws -> Wave {
        try await store.wave(context.id("wave"), in: context.member.organisation.id)
    }
}
