import Core
import Foundation
import HTTPTypes
import Hummingbird
import Methods
import NIOCore
import Store
import Surveys

/// What a closed wave tells, for people and for machines, each as far as its reader may see.
struct ResultsRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("results"), needs: .right(.readTotals), use: show)
        routes.get(Paths.wavePart("results.json"), needs: .right(.readTotals), use: document)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (wave, found) = try await results(context)
        let member = try context.member
        let page = ResultsPage(
            wave: wave, organisation: member.organisation, instrument: found.instrument,
            groups: found.groups, document: found.document,
            shareAddress: pages.configuration.baseURL + Paths.share(wave.slug), say: pages.speech(context),
            rights: member.rights)
        return pages.render(Page("ask/results/show", room: .ask, page.values), request, context)
    }

    private func document(_ request: Request, _ context: WebContext) async throws -> Response {
        // For machines a group is called the same in every language, and as `wave results` calls it.
        let (_, found) = try await results(context, name: \.label)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(found.document))))
    }

    /// Some may read from closing on; others when it is published, as far as their role goes.
    private func results(
        _ context: WebContext, name: ((Group) -> String)? = nil
    ) async throws -> (Wave, FoundResults) {
        let member = try context.member
        let wave = try await store.wave(try context.id("wave"), in: member.organisation.id)
        let readsEarly = wave.state == .closed && member.rights.contains(.readUnpublished)
        guard wave.state == .published || readsEarly else { throw NotFound() }
        let say = pages.speech(context)
        let scope = try await scope(of: member, wave)
        let name = name ?? { say.name(of: $0) }
        return (wave, try await FoundResults(of: wave, in: store, for: scope, name: name))
    }

    private func scope(of member: SignedIn, _ wave: Wave) async throws -> ResultsScope {
        if member.rights.contains(.readOtherUnits) { return .all }
        guard member.rights.contains(.readOwnBranch) else { return .totals }
        let tree = try await store.units(in: member.organisation.id)
        let branch = member.ownUnits.reduce(into: Set<Core.Unit.ID>()) { $0.formUnion(tree.branch(of: $1)) }
        let groups = try await store.groups(of: wave.id, in: member.organisation.id)
        return .groups(groups.positions(in: branch))
    }
}

/// The figures of a wave, made ready for one scope.
struct FoundResults {
    let instrument: Instrument
    let groups: [Group]
    let document: ResultsDocument

    init(of wave: Wave, in store: Store, for scope: ResultsScope, name: (Group) -> String) async throws {
        instrument = try await store.instrument(of: wave)
        groups = try await store.groups(of: wave.id, in: wave.organisation)
        document = ResultsDocument(
            try await store.release(of: wave), of: instrument, groups: groups, for: scope,
            isTopAUnit: groups.isTopAUnit, name: name)
    }
}
