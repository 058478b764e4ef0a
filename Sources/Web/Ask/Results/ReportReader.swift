import Core
import Hummingbird
import Store
import Surveys

/// Finds the report of a wave for whoever asks: as far as their role goes, and not before it is theirs to read.
struct ReportReader {
    let store: Store
    let pages: Pages

    /// Some may read from closing on; others when it is published, as far as their role goes. A group that is not
    /// theirs is as one that is not there.
    func found(_ context: WebContext, named name: String = "wave") async throws -> FoundReport {
        let member = try context.member
        let wave = try await store.wave(try context.id(name), in: member.organisation.id)
        guard wave.isRead(by: member.rights) else { throw NotFound() }
        let report = try await store.report(of: wave, for: try await scope(of: member, wave))
        let asked = context.parameters.get("group").map { Int($0) ?? -1 } ?? 0
        guard report.holds(asked) else { throw NotFound() }
        return FoundReport(
            wave: wave, organisation: member.organisation, report: report, pages: pages, say: pages.speech(context),
            today: store.clock.now.day(in: member.organisation.zone), rights: member.rights, group: asked)
    }

    /// Other waves of which the same reader may read the results, the latest first.
    func others(than wave: Wave, for member: SignedIn) async throws -> OtherWaves {
        let all = try await store.waves(in: member.organisation.id).filter {
            $0.id != wave.id && $0.isRead(by: member.rights)
        }
        let own = try await store.instrument(of: wave)
        var others = OtherWaves(isAlone: all.isEmpty)
        for other in all where others.comparable.count < OtherWaves.most {
            // One of which the agreements cannot be read any more has nothing to lay beside.
            guard let told = try? await store.instrument(of: other), Comparison.hasCommon(own, told) else { continue }
            others.comparable.append(other)
        }
        return others
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

/// The waves beside which somebody can lay one.
struct OtherWaves {
    static let most = 12

    /// Whether they may read no other wave at all.
    var isAlone = true
    /// Those in which at least one theme was asked in the same way.
    var comparable: [Wave] = []
}

extension Wave {
    /// Whether somebody with these rights may read its results by now.
    fileprivate func isRead(by rights: Set<Right>) -> Bool {
        state == .published || (state == .closed && rights.contains(.readUnpublished))
    }
}
