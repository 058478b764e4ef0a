import Core
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// One wave after it was opened: following it, and the acts that end it.
struct WaveRoutes {
    let store: Store
    let pages: Pages

    static let readers: Set<Right> = [.changeWaves, .readResponse, .readOwnResponse]

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wave, needs: .any(Self.readers), use: show)
        routes.post(Paths.wavePart("end"), needs: .right(.changeWaves), use: moveEnd)
        routes.post(Paths.wavePart("closure"), needs: .right(.changeWaves)) { form, request, context in
            try await confirmed("closure", form, request, context) { try await store.close($0, in: $1, by: $2) }
        }
        routes.post(Paths.wavePart("withdrawal"), needs: .right(.changeWaves)) { form, request, context in
            try await confirmed("withdrawal", form, request, context) { try await store.withdraw($0, in: $1, by: $2) }
        }
        routes.post(Paths.wavePart("publication"), needs: .right(.changeWaves), use: publish)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let wave = try await wave(context)
        if wave.state == .draft {
            let part = member.rights.contains(.changeWaves) ? DraftStep.review.rawValue : "manifest"
            return .seeOther(Paths.wave(wave.id, part))
        }
        return pages.render(try await page(of: wave, OpenWaveForm(), context), request, context)
    }

    private func moveEnd(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let wave = try await wave(context)
        do {
            let day = try form.day("closes", else: Wave.Refusal.dayIsNoDay)
            try await store.moveEnd(of: wave.id, to: day, in: wave.organisation, by: member.account.id)
            return pages.done(Paths.wave(wave.id))
        } catch let refusal as any Refusal {
            return try await again(wave, OpenWaveForm(part: "end", typed: form["closes"], refusal), request, context)
        }
    }

    private typealias Act = @Sendable (Wave.ID, Organisation.ID, Account.ID) async throws -> Void

    /// What cannot be undone asks for a tick first.
    private func confirmed(
        _ part: String, _ form: Form, _ request: Request, _ context: WebContext, _ act: Act
    ) async throws -> Response {
        let member = try context.member
        let wave = try await wave(context)
        do {
            guard form.has("sure") else { throw Wave.Refusal.notConfirmed }
            try await act(wave.id, wave.organisation, member.account.id)
            return .seeOther(Paths.wave(wave.id))
        } catch let refusal as any Refusal {
            return try await again(wave, OpenWaveForm(part: part, typed: "", refusal), request, context)
        }
    }

    private func publish(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let wave = try await wave(context)
        do {
            let today = store.clock.now.day(in: member.organisation.zone)
            guard !wave.mustBeSure(on: today) || form.has("sure") else { throw Wave.Refusal.notConfirmed }
            try await store.publish(wave.id, in: wave.organisation, by: member.account.id)
            return .seeOther(Paths.wave(wave.id))
        } catch let refusal as Wave.Refusal
            where [.agreementsDiffer, .manifestIsBroken, .notConfirmed].contains(refusal)
        {
            let page = try await page(of: wave, OpenWaveForm(refusal), context).standing(at: Paths.wave(wave.id))
            return pages.render(page, request, context, status: refusal.status)
        }
    }

    private func again(
        _ wave: Wave, _ form: OpenWaveForm, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        // What was refused because the wave is no longer open is seen best on the page as it is now.
        let standsStill = form.refusal?.key == Wave.Refusal.closingGoesOn.key
        // Only who wanted to withdraw must hear that it did not happen.
        let isTooLate = form.part == "withdrawal" && (wave.state == .closed || wave.state == .published)
        guard let refusal = form.refusal, isTooLate || (wave.state == .open && !standsStill) else {
            return .seeOther(Paths.wave(wave.id))
        }
        let page = try await page(of: wave, form, context).standing(at: Paths.wave(wave.id))
        return pages.render(page, request, context, status: refusal.status)
    }

    private func page(of wave: Wave, _ form: OpenWaveForm, _ context: WebContext) async throws -> Page {
        let member = try context.member
        let say = pages.speech(context)
        let today = store.clock.now.day(in: member.organisation.zone)
        let forms = try await store.formsMade(for: wave.id, in: wave.organisation).values.reduce(0, +)
        let groups = try await store.groups(of: wave.id, in: wave.organisation)
        guard wave.state == .open else {
            return OverWavePage(
                say: say, wave: wave, organisation: member.organisation, rights: member.rights, today: today,
                standstill: store.standstill(of: wave.id),
                shareAddress: pages.configuration.baseURL + Paths.share(wave.slug), forms: forms,
                hasTeams: groups.count > 1,
                rawUntil: try await store.rawAnswersUntil(of: wave, for: member)
            ).page(form.refusal)
        }
        let tree = try await store.units(in: wave.organisation)
        return OpenWavePage(
            say: say, wave: wave, rights: member.rights, today: today, groups: groups,
            branch: Set(member.ownUnits.flatMap { tree.branch(of: $0) }),
            responses: try await store.responses(to: wave.id, in: wave.organisation),
            cards: try await store.cardsMade(for: wave.id, in: wave.organisation), forms: forms,
            standstill: store.standstill(of: wave.id)
        ).page(form)
    }

    private func wave(_ context: WebContext) async throws -> Wave {
        try await store.wave(context.id("wave"), in: context.member.organisation.id)
    }
}
