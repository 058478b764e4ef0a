import Core
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// Forms of paper: who types them, how many there are, making and printing them.
struct PaperRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("paper"), needs: .right(.makeCards), use: index)
        routes.post(Paths.wavePart("paper"), needs: .right(.makeCards), use: create)
        routes.get(Paths.wavePart("paper/:block"), needs: .right(.makeCards), use: show)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        guard store.takesAnswers(wave.id) else { return away(wave, request, context) }
        return pages.render(try await piles(of: wave, context).page(), request, context)
    }

    /// Once a wave is over, the page says in words what cannot be done any more.
    private func away(_ wave: Wave, _ request: Request, _ context: WebContext) -> Response {
        let isOver = [.closed, .published, .withdrawn].contains(wave.state)
        guard isOver, !wave.isImported else { return .seeOther(Paths.wave(wave.id)) }
        let say = pages.speech(context)
        let page = Page(
            "ask/nothing-yet", room: .ask,
            [
                "crumbs": PaperPiles.crumbs(wave, say), "here": say("paper.here"), "heading": say("paper.over.heading"),
                "lead": say("paper.over.\(wave.state == .withdrawn ? "withdrawn" : "closed")"),
                "who_sees": say("paper.who_sees"), "path": Paths.wave(wave.id), "action": say("cards.back_to_wave"),
            ])
        return pages.render(page, request, context)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        if let many = try await many(of: wave, form, context) {
            return pages.render(many.page.standing(at: Paths.wave(wave.id, "paper")), request, context)
        }
        return try await changed(wave, form, request, context) {
            guard let block = Int(form["block"]) else { throw Wave.Refusal.paperTakesBlock }
            guard let count = Int(form["forms"].trimmed) else { throw Wave.Refusal.cardsAreOutside }
            try await store.addCards(
                count, to: block, of: wave.id, onPaper: true, in: wave.organisation, since: form.version,
                by: context.member.account.id)
        }
    }

    /// What to ask once more before so many are made; nil where there is nothing to ask, or something is wrong.
    private func many(of wave: Wave, _ form: Form, _ context: WebContext) async throws -> ManyForms? {
        guard store.takesAnswers(wave.id), let count = Int(form["forms"].trimmed), (1...500).contains(count),
            let position = Int(form["block"]),
            let block = try await store.groups(of: wave.id, in: wave.organisation).first(where: {
                $0.isBlock && $0.position == position
            })
        else { return nil }
        let made = try await store.formsMade(for: wave.id, in: wave.organisation)[position] ?? 0
        let many = ManyForms(
            say: pages.speech(context), wave: wave, block: block, made: made, count: count, version: form.version)
        return many.isMany && !many.isAgreed(in: form) ? many : nil
    }

    private func changed(
        _ wave: Wave, _ form: Form, _ request: Request, _ context: WebContext, _ change: () async throws -> Void
    ) async throws -> Response {
        do {
            try await change()
            return pages.done(Paths.wave(wave.id, "paper"))
        } catch let refusal as any Refusal {
            guard store.takesAnswers(wave.id) else { return away(try await self.wave(context), request, context) }
            let page = try await piles(of: wave, context).page(form, refusal)
            return pages.render(
                page.standing(at: Paths.wave(wave.id, "paper")), request, context, status: refusal.status)
        }
    }

    private func piles(of wave: Wave, _ context: WebContext) async throws -> PaperPiles {
        let home = try context.member.organisation
        return PaperPiles(
            say: pages.speech(context), wave: wave,
            blocks: try await store.groups(of: wave.id, in: home.id).filter(\.isBlock),
            batches: try await store.batches(for: wave.id, in: home.id),
            decision: try await store.paper(of: wave.id, in: home.id), hasCouncil: home.council != .none,
            typing: pages.configuration.shortBase + Paths.typing(wave.slug))
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await wave(context)
        guard store.takesAnswers(wave.id), let terms = wave.terms else { return away(wave, request, context) }
        let home = try context.member.organisation
        guard let position = context.parameters.get("block").flatMap({ Int($0) }),
            try await store.groups(of: wave.id, in: home.id).contains(where: { $0.isBlock && $0.position == position })
        else { throw NotFound() }
        let batches = try await store.batches(for: wave.id, in: home.id).filter { $0.block == position && $0.isPaper }
        guard !batches.isEmpty, let decision = try await store.paper(of: wave.id, in: home.id) else {
            return .seeOther(Paths.wave(wave.id, "paper"))
        }
        let asked = request.uri.queryParameters
        let say = pages.speech(context)
        let batch = asked["batch"].map(String.init)
        let tongues = Language.answering.filter { terms.languages.contains($0.rawValue) }
        let language = tongues.first { $0.rawValue == asked["forms"].map(String.init) } ?? say.language
        let sheets = PaperSheets(
            screen: say, say: Speech(words: say.words, language: language, council: say.council), organisation: home,
            wave: wave, terms: terms, batch: batch, hasLater: batches.count > 1, decision: decision,
            instrument: try await store.instrument(of: wave), languages: tongues,
            pile: try await pile(of: wave, position, batch: batch, context), pages: pages)
        return pages.render(sheets.page(), request, context)
    }

    /// All forms of a block, or those of one batch of it.
    private func pile(of wave: Wave, _ block: Int, batch: String?, _ context: WebContext) async throws -> Store.Pile {
        let (home, account) = (wave.organisation, try context.member.account.id)
        guard let batch else {
            let piles = try await store.codes(of: wave.id, block: block, onPaper: true, in: home, by: account)
            guard let pile = piles.first else { throw NotFound() }
            return pile
        }
        guard let number = Int(batch) else { throw NotFound() }
        let pile = try await store.codes(ofBatch: number, of: wave.id, onPaper: true, in: home, by: account)
        guard pile.block.position == block else { throw NotFound() }
        return pile
    }

    private func wave(_ context: WebContext) async throws -> Wave {
        try await store.wave(context.id("wave"), in: context.member.organisation.id)
    }
}
