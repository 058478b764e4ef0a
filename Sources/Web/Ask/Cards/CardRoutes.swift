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
                count, to: block, of: wave.id, in: wave.organisation, since: form.version,
                by: context.member.account.id)
            return pages.done(Paths.wave(wave.id, "cards"))
        } catch let refusal as any Refusal {
            guard store.takesAnswers(wave.id) else { return .seeOther(Paths.wave(wave.id)) }
            let page = try await piles(of: wave, context).page(form, refusal)
            return pages.render(page, request, context, status: refusal.status)
        }
    }

    private func piles(of wave: Wave, _ context: WebContext) async throws -> CardPiles {
        CardPiles(
            say: pages.speech(context), wave: wave,
            blocks: try await store.groups(of: wave.id, in: wave.organisation).filter(\.isBlock),
            batches: try await store.batches(for: wave.id, in: wave.organisation))
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
        let asked = request.uri.queryParameters
        let pile = try await pile(of: wave, block, batch: asked["batch"].map(String.init), context)
        let say = pages.speech(context)
        let paper = Language.spoken.first { $0.rawValue == asked["cards"].map(String.init) } ?? context.language
        let batches = try await store.batches(for: wave.id, in: wave.organisation).filter {
            $0.block == block && !$0.isPaper
        }
        let sheets = CardSheets(
            screen: say, say: Speech(words: say.words, language: paper, council: say.council),
            organisation: try context.member.organisation, wave: wave, batch: asked["batch"].flatMap { Int($0) },
            hasLater: batches.count > 1, terms: manifest.terms,
            instrument: instrument, pile: pile,
            configuration: pages.configuration)
        return pages.render(sheets.page(), request, context)
    }

    /// All cards of a block, or those of one batch of it.
    private func pile(of wave: Wave, _ block: Int, batch: String?, _ context: WebContext) async throws -> Store.Pile {
        let (home, account) = (wave.organisation, try context.member.account.id)
        guard let batch else {
            let piles = try await store.codes(of: wave.id, block: block, in: home, by: account)
            guard let pile = piles.first else { throw NotFound() }
            return pile
        }
        guard let number = Int(batch) else { throw NotFound() }
        let pile = try await store.codes(ofBatch: number, of: wave.id, in: home, by: account)
        guard pile.block.position == block else { throw NotFound() }
        return pile
    }

    private func wave(_ context: WebContext) async throws -> Wave {
        try await store.wave(context.id("wave"), in: context.member.organisation.id)
    }
}
