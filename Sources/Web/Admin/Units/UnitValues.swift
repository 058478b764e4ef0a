import Core

extension Speech {
    /// The lines of a small file of units.
    var example: [String] { self("admin.units.example_file").split(separator: "\n").map(String.init) }
}

extension UnitTree {
    /// A branch of the tree as the page shows it, without what is archived.
    func values(of units: [Core.Unit], _ say: Speech) -> [[String: Any]] {
        units.filter { $0.archivedOn == nil }.map { unit in
            let below = values(of: children(of: unit.id), say)
            let all = people(in: unit)
            return [
                "path": Paths.unit(unit.id), "name": unit.name, "people": say("unit.people", ["count": "\(all)"]),
                "direct": below.isEmpty || unit.headcount == 0
                    ? "" : say("admin.units.direct", ["count": "\(unit.headcount)"]),
                "has_children": !below.isEmpty, "children": below,
            ]
        }
    }

    /// Every unit that is there now by its whole path, to choose from.
    func choices(chosen: String, without hidden: Set<Core.Unit.ID> = []) -> [[String: Any]] {
        let present = units.filter { $0.archivedOn == nil && !hidden.contains($0.id) }
        let options = present.map { (value: "\($0.id)", name: path(of: $0).joined(separator: Core.Unit.separator)) }
        return Choices.values(options.sorted { $0.name < $1.name }, chosen: [chosen])
    }

    var archived: [Core.Unit] {
        units.filter { $0.archivedOn != nil }.sorted {
            ($1.archivedOn ?? .init(number: 0), $0.name) < ($0.archivedOn ?? .init(number: 0), $1.name)
        }
    }
}
