import Core
import Hummingbird
import Store
import Surveys

/// "Zoals vorige keer": a wave in preparation with the set-up of an earlier one.
struct CopyRoutes {
    let store: Store
    let pages: Pages

    /// What is put behind it must still fit.
    private static let mostOfTitle = 60

    func add(to routes: GuardedRoutes) {
        routes.post(Paths.wavePart("copies"), needs: .right(.changeWaves), use: create)
    }

    private func create(_: Form, _: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let earlier = try await store.wave(try context.id("wave"), in: member.organisation.id)
        var wave = try store.draft(like: earlier, in: member.organisation)
        let title = String(earlier.title.prefix(Self.mostOfTitle))
        wave.title = pages.speech(context).plain("fitting.copy_title", ["title": title])
        try await store.add(wave, by: member.account.id)
        return pages.done(Paths.wave(wave.id, DraftStep.questions.rawValue))
    }
}
