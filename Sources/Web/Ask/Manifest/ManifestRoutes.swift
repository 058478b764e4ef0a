import Core
import HTTPTypes
import Hummingbird
import NIOCore
import Store
import Surveys

/// The agreements: to read, to print, to fetch as they are stored, and to note that one read them.
struct ManifestRoutes {
    let store: Store
    let pages: Pages
    static let readers: Set<Right> = [.readManifest, .changeWaves]

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("manifest"), needs: .any(Self.readers), use: show)
        routes.get(Paths.wavePart("manifest.json"), needs: .any(Self.readers), use: file)
        // Who may read the log, the council, and hr for a council that has no account.
        routes.post(
            Paths.wavePart("manifest/readings"), needs: .any([.readOpenResponse, .changeWaves]), use: note)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let page = try await manifestPage(context)?.page() else { return try missing(request, context) }
        return pages.render(page, request, context)
    }

    private func note(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let id: Wave.ID = try context.id("wave")
        do {
            try await store.noteReading(
                of: id, by: form["name"], account: member.account.id, in: member.organisation.id,
                seen: form.has("seen") ? [UInt8](hexadecimal: form["seen"]) : nil)
            return pages.done(Paths.wave(id, "manifest"))
        } catch let refusal as Wave.Refusal {
            guard let page = try await manifestPage(context)?.page(typed: form["name"], refusal: refusal) else {
                throw refusal
            }
            return pages.render(
                page.standing(at: Paths.wave(id, "manifest")), request, context, status: refusal.status)
        }
    }

    /// The bytes whose hash is the fingerprint; a draft has none yet.
    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let wave = try await store.wave(context.id("wave"), in: context.member.organisation.id)
        _ = try wave.frozen()
        guard let manifest = wave.manifest else { throw NotFound() }
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        headers[.contentDisposition] = "attachment; filename=\"manifest-\(wave.slug).json\""
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: manifest.bytes)))
    }

    /// Nil while units or questions are missing: there is nothing to agree on yet.
    private func manifestPage(_ context: WebContext) async throws -> ManifestPage? {
        let member = try context.member
        let wave = try await store.wave(context.id("wave"), in: member.organisation.id)
        guard let (manifest, groups) = try await agreements(of: wave) else { return nil }
        return ManifestPage(
            say: pages.speech(context), wave: wave, manifest: manifest, groups: groups,
            instrument: try await store.instrument(of: wave),
            readings: try await store.readings(of: wave.id, in: wave.organisation),
            account: try await account(of: wave, for: member, pages.speech(context)),
            mayRead: !member.rights.isDisjoint(with: [.readOpenResponse, .changeWaves]),
            forms: try await forms(of: wave),
            rawDecisions: try await store.rawDecisions(on: wave.id, in: wave.organisation))
    }

    private func forms(of wave: Wave) async throws -> (Int, Decision?) {
        let made = try await store.formsMade(for: wave.id, in: wave.organisation).values.reduce(0, +)
        return (made, try await store.paper(of: wave.id, in: wave.organisation))
    }

    /// What became of the cards, for who may read the results by now.
    private func account(of wave: Wave, for member: SignedIn, _ say: Speech) async throws -> CardAccount? {
        guard wave.state == .published || (wave.state == .closed && member.rights.contains(.readOpenResponse))
        else { return nil }
        return CardAccount(try await store.report(of: wave, for: .totals), say)
    }

    private static let lackingPack: [Wave.Refusal] = [.packIsUnknown, .packIsUnreadable]

    private func agreements(of wave: Wave) async throws -> (Manifest, [Group])? {
        _ = try wave.frozen()
        if let manifest = wave.manifest {
            return (manifest, try await store.groups(of: wave.id, in: wave.organisation))
        }
        do {
            return (try await store.draftManifest(of: wave), try await store.blockPlan(of: wave).groups)
        } catch is BlockPlan.Refusal { return nil } catch let refusal as Wave.Refusal
            where Self.lackingPack.contains(refusal)
        {
            return nil
        }
    }

    private func missing(_ request: Request, _ context: WebContext) throws -> Response {
        let say = pages.speech(context)
        let page = Page(
            "ask/nothing-yet", room: .ask,
            [
                "crumbs": [["path": Paths.waves, "name": say("room.ask")]], "here": say("manifest.here"),
                "heading": say("manifest.nothing_yet.heading"), "lead": say("manifest.nothing_yet.text"),
                "who_sees": say("manifest.who_sees"), "path": Paths.waves, "action": say("ask.to_waves"),
            ])
        return pages.render(page, request, context)
    }
}
