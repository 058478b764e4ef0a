public import Core

extension Store {
    /// Makes the tree as the file has it: units appear, change, or are archived; none is deleted.
    /// Refuses when that is no longer what somebody was shown.
    public func importUnits(
        _ file: UnitsFile, expecting shown: UnitChanges? = nil, by account: Account.ID? = nil,
        in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let tree = try transaction.units(in: organisation)
            let changes = tree.changes(by: file)
            if let shown, shown != changes { throw Conflict.changedMeanwhile }
            let home = try transaction.organisation(organisation)
            try transaction.make(changes, of: tree, on: moment.day(in: home.zone), in: organisation)
            try transaction.audit(.unitsImported, "\(file.lines.count)", by: account, at: moment, in: home)
        }
    }
}

extension Transaction {
    fileprivate func make(
        _ changes: UnitChanges, of tree: UnitTree, on today: Day, in organisation: Organisation.ID
    ) throws {
        var ids = Dictionary(
            tree.units.filter { $0.archivedOn == nil }.map { (UnitTree.key(tree.path(of: $0)), $0.id) },
            uniquingKeysWith: { first, _ in first })
        for change in changes.changes {
            var unit = change.unit
            (unit.name, unit.headcount) = (change.path.last ?? "", change.headcount)
            try save(unit, in: organisation)
        }
        for addition in changes.additions {
            let key = UnitTree.key(addition.path)
            let unit = Unit(
                id: .random(), parent: ids[Array(key.dropLast())], name: addition.path.last ?? "",
                headcount: addition.headcount)
            try insert(unit, in: organisation)
            ids[key] = unit.id
        }
        for departure in changes.departures { try archive(departure.unit.id, on: today, in: organisation) }
    }
}
