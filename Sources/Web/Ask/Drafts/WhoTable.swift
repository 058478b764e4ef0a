import Core
import Surveys

/// How units become blocks, unit by unit.
struct WhoTable {
    let say: Speech
    let tree: UnitTree
    let draft: Draft

    var values: [String: Any] {
        let lead = draft.wave.isResearch ? ["lead": say("ask.who_research")] : [:]
        let found: [String: Any] =
            switch draft.plan {
            case .failure(let refusal): ["blocks": false, "trouble": trouble(refusal)]
            case .success(let plan): ["trouble": false, "blocks": table(of: plan)]
            }
        return found.merging(lead) { $1 }
    }

    private var least: Int { BlockPlan.least(threshold: draft.wave.threshold) }

    private func trouble(_ refusal: BlockPlan.Refusal) -> [String: String] {
        [
            "title": say(refusal.key), "text": say("\(refusal.key)_what", ["least": "\(least)"]),
            "path": Paths.units, "action": say("ask.to_units"),
        ]
    }

    private func table(of plan: BlockPlan) -> [String: Any] {
        let units = tree.roots.flatMap(under).filter { $0.headcount > 0 }
        let merged = units.filter { unit in plan.blocks.contains { $0.units.contains(unit.id) && $0.units.count > 1 } }
        let whole = plan.groups[0]
        let isResearch = draft.wave.isResearch
        return [
            // Research has one pile and no blocks to explain.
            "least": isResearch ? "" : say("ask.least_in_block", ["least": "\(least)"]),
            "merged": isResearch || merged.isEmpty ? false : say.count("ask.merged", merged.count),
            "why": say(isResearch ? "ask.who_research_why" : "ask.who_why"),
            "rows": units.map { row($0, plan) }, "units": Paths.units, "people": "\(whole.invited)",
            "whole": say.name(of: whole),
            "count": isResearch ? say("ask.one_pile") : say.count("ask.blocks", plan.blocks.count),
        ]
    }

    private func under(_ unit: Core.Unit) -> [Core.Unit] {
        guard unit.archivedOn == nil else { return [] }
        return [unit] + tree.children(of: unit.id).flatMap(under)
    }

    private func row(_ unit: Core.Unit, _ plan: BlockPlan) -> [String: Any] {
        let block = plan.blocks.first { $0.units.contains(unit.id) }
        // One root above all tells nothing.
        let roots = tree.roots.filter { $0.archivedOn == nil }
        let above = tree.path(of: unit).dropLast().dropFirst(roots.count == 1 ? 1 : 0)
        return [
            "name": name(of: unit), "above": above.isEmpty ? false : above.joined(separator: Core.Unit.separator),
            "people": "\(unit.headcount)", "becomes": block.map { becomes(unit, $0) } ?? "",
        ]
    }

    private func name(of unit: Core.Unit) -> String {
        let hasTeams = tree.children(of: unit.id).contains { $0.archivedOn == nil }
        return hasTeams ? say("ask.staff_of", ["unit": unit.name]) : unit.name
    }

    private func becomes(_ unit: Core.Unit, _ block: Group) -> String {
        guard !draft.wave.isResearch else { return say("ask.one_pile") }
        let key = block.units == [unit.id] ? "ask.own_block" : "ask.counts_with"
        return say(key, ["block": say.name(of: block), "people": "\(block.invited)"])
    }
}
