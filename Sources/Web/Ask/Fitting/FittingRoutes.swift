import Core
import HTTPTypes
import Hummingbird
import Methods
import Store
import Surveys

/// Making a questionnaire fit: themes left out, and a few questions of one's own.
struct FittingRoutes {
    let store: Store
    let pages: Pages

    static let part = "questions/fit"

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart(Self.part), needs: .right(.changeWaves), use: show)
        routes.post(Paths.wavePart(Self.part), needs: .right(.changeWaves), use: update)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let fitting = try await fitting(context) else { return .seeOther(Paths.wave(try context.id("wave"))) }
        return render(FittingForm(fitting.now), fitting, request, context)
    }

    private func update(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        guard let fitting = try await fitting(context) else { return .seeOther(Paths.wave(try context.id("wave"))) }
        let typed = FittingForm(form)
        do {
            try await save(try typed.tailoring(), of: fitting, since: form.version, context)
            return pages.done(Paths.wave(fitting.wave.id, DraftStep.questions.rawValue))
        } catch let problems as FieldProblems {
            return render(typed, fitting, request, context, problems, status: .unprocessableContent)
        } catch is Conflict {
            return render(typed, fitting, request, context, isConflict: true, status: .conflict)
        } catch let refusal as any Refusal {
            return render(
                typed, fitting, request, context, FieldProblems(refusal, at: "themes"), status: .unprocessableContent)
        } catch is Problems {
            // Whatever kept a pack from being one, what was typed is not lost.
            let problems = FieldProblems(Tailoring.Refusal.isNoQuestionnaire, at: "themes")
            return render(typed, fitting, request, context, problems, status: .unprocessableContent)
        }
    }

    /// A wave in preparation, with what its questionnaire was made from and what it asks now.
    struct Fitting {
        let wave: Wave
        let base: Instrument
        let now: Instrument

        /// The pack of this wave alone: changing it changes no other.
        let id: String
    }

    private func fitting(_ context: WebContext) async throws -> Fitting? {
        let home = try context.member.organisation.id
        let wave = try await store.wave(try context.id("wave"), in: home)
        guard wave.state == .draft else { return nil }
        if let refusal = store.refusal(ofPack: wave.pack, for: home) { throw refusal }
        guard let now = store.pack(wave.pack, for: home) else { throw Wave.Refusal.packIsUnknown }
        // Where the pack that it was made from is gone, what was kept of it is all there is.
        let base = now.origin.flatMap { store.pack($0, for: home) } ?? now
        return Fitting(wave: wave, base: base, now: now, id: id(of: wave, from: base.id, for: home))
    }

    /// A questionnaire that was made to fit from another one is kept: whoever goes back to it finds it as it was.
    private func id(of wave: Wave, from base: String, for home: Organisation.ID) -> String {
        let ids = ["own-\(wave.slug)"] + (2...9).map { "own-\(wave.slug)-\($0)" }
        let free = ids.first { id in
            guard let known = store.pack(id, for: home) else { return true }
            return known.origin == base
        }
        return free ?? ids[0]
    }

    private func save(
        _ tailoring: Tailoring, of fitting: Fitting, since version: Int, _ context: WebContext
    ) async throws {
        let member = try context.member
        let home = member.organisation
        guard tailoring != Tailoring(of: fitting.now) else { return }
        let savings = try await store.savings(ofPack: fitting.id, in: home.id)
        let made = try tailoring.applied(
            to: fitting.base, after: fitting.now, id: fitting.id, version: savings + 1,
            words: words(for: fitting.base))
        let files = made.files(sources: sources(of: fitting, for: home))
        try await store.save(files, for: fitting.wave.id, in: home.id, since: version, by: member.account.id)
    }

    private func words(for base: Instrument) -> Tailoring.Words {
        func text(_ key: String) -> LocalText {
            func word(_ language: Language) -> String {
                pages.words(key, ["title": base.title[language]], in: language)
            }
            return LocalText(nl: word(.dutch), en: word(.english))
        }
        return Tailoring.Words(
            about: text("fitting.about"), theme: text("fitting.own_theme"), short: text("fitting.own_short"),
            lead: text("fitting.own_lead"), answers: (1...5).map { text("fitting.own_answer.\($0)") })
    }

    private func sources(of fitting: Fitting, for home: Organisation) -> String {
        """
        # Sources of `\(fitting.id)`

        Made by \(home.name) from `\(fitting.base.id)` \(fitting.base.version), with themes left out or questions added.
        The added questions were written by the organisation. The whole is not validated.

        """
    }

    private func render(
        _ typed: FittingForm, _ fitting: Fitting, _ request: Request, _ context: WebContext,
        _ problems: FieldProblems = FieldProblems(), isConflict: Bool = false, status: HTTPResponse.Status = .ok
    ) -> Response {
        let say = pages.speech(context)
        let page = FittingPage(
            typed: typed, fitting: fitting, problems: problems, isConflict: isConflict, say: say,
            terms: store.terms(of: fitting.now, for: fitting.wave.organisation, in: say.language))
        return pages.render(Page("ask/fitting", room: .ask, page.values), request, context, status: status)
    }
}
