import Core
import Hummingbird
import Store
import Surveys

/// Posters for the noticeboard: where everybody reads the results, and one a team to invite it to talk.
struct PosterRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("posters"), needs: .right(.changeWaves), use: show)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let wave = try await store.wave(try context.id("wave"), in: member.organisation.id)
        // Of what was held elsewhere nobody was promised a day.
        let isTold = wave.state == .published || (!wave.isImported && [.open, .closed].contains(wave.state))
        guard isTold else { throw NotFound() }
        let groups = try await store.groups(of: wave.id, in: member.organisation.id)
        let page = PostersPage(
            wave: wave, organisation: member.organisation, groups: groups,
            address: pages.configuration.baseURL + Paths.share(wave.slug), say: pages.speech(context),
            today: store.clock.now.day(in: member.organisation.zone))
        return pages.render(Page("ask/results/posters", room: .ask, page.values), request, context)
    }
}

/// The posters of a wave, from opening on: until it is shared they name the day that was promised.
struct PostersPage {
    let wave: Wave
    let organisation: Organisation
    let groups: [Group]
    let address: String
    let say: Speech
    let today: Day

    var values: [String: Any] {
        let blocks = groups.filter(\.isBlock).map { say.name(of: $0) }.sorted()
        // Teams of a file are names: whether they are there still, nobody knows.
        let isAlone = groups.count == 1 || wave.isImported
        return [
            "title": say("poster.title"), "wave": wave.title, "wave_path": Paths.wave(wave.id),
            "text": say(wave.isImported ? "import.poster" : "poster.text"),
            "posters": [everybody] + (isAlone ? [] : blocks.map(invitation)),
        ]
    }

    private var everybody: [String: Any] {
        let isShared = wave.state == .published
        return poster(
            heading: say(isShared ? "poster.said" : "poster.coming"),
            lead: isShared ? say("poster.said_text") : promise(of: "coming"),
            block: "")
    }

    private func invitation(_ block: String) -> [String: Any] {
        poster(
            heading: say("poster.talk", ["name": block]),
            lead: wave.state == .published ? say("poster.talk_text") : promise(of: "talk"), block: block)
    }

    private func promise(of poster: String) -> String {
        say("poster.\(poster)_\(wave.isLate(on: today) ? "late" : "day")", ["day": say.date(wave.resultsOn)])
    }

    private func poster(heading: String, lead: String, block: String) -> [String: Any] {
        let code = QRCode(address)
        return [
            "organisation": organisation.name, "heading": heading, "lead": lead, "block": block, "wave": wave.title,
            "promise": wave.isImported ? say.imported(wave) : say("poster.nobody"),
            "address": address.split(separator: "://", maxSplits: 1).last.map(String.init) ?? address,
            "qr": code.map { ["box": $0.viewBox, "path": $0.path] as [String: Any] } as Any? ?? false,
        ]
    }
}
