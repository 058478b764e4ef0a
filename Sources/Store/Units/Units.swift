public import Core

extension Store {
    /// All units, archived ones too, as they hang together.
    public func units(in organisation: Organisation.ID) async throws -> UnitTree {
        try await read { try $0.units(in: organisation) }
    }

    /// Makes the tree as the file has it: units appear, change headcount, or are archived; none is deleted.
    public func importUnits(
        _ file: UnitsFile, by account: Account.ID? = nil, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            try transaction.importUnits(file, on: moment.day(in: home.zone), in: organisation)
            try transaction.audit(.unitsImported, "\(file.lines.count)", by: account, at: moment, in: home)
        }
    }

    public func addUnit(
        _ name: String, under parent: Unit.ID?, headcount: Int, by account: Account.ID?,
        in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let tree = try transaction.units(in: organisation)
            if let parent {
                guard let above = tree[parent], above.archivedOn == nil else { throw Unit.Refusal.nothingThere }
            }
            let unit = Unit(id: .random(), parent: parent, name: name.trimmed, headcount: headcount)
            try transaction.check(unit, among: tree)
            try transaction.insert(unit, in: organisation)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.unitChanged, unit.name, by: account, at: moment, in: home)
        }
    }

    public func changeUnit(
        _ id: Unit.ID, name: String, headcount: Int, by account: Account.ID?, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let tree = try transaction.units(in: organisation)
            guard var unit = tree[id] else { throw NotFound() }
            (unit.name, unit.headcount) = (name.trimmed, headcount)
            try transaction.check(unit, among: tree)
            try transaction.run(
                "UPDATE unit SET name = $1, headcount = $2 WHERE organisation_id = $3 AND id = $4", unit.name,
                headcount,
                organisation, id)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.unitChanged, unit.name, by: account, at: moment, in: home)
        }
    }

    /// Archives a unit and all below it.
    public func archiveUnit(_ id: Unit.ID, by account: Account.ID?, in organisation: Organisation.ID) async throws {
        let moment = clock.now
        try await write { transaction in
            let tree = try transaction.units(in: organisation)
            guard let unit = tree[id] else { throw NotFound() }
            let home = try transaction.organisation(organisation)
            for one in tree.branch(of: id) {
                try transaction.archive(one, on: moment.day(in: home.zone), in: organisation)
            }
            try transaction.audit(.unitArchived, unit.name, by: account, at: moment, in: home)
        }
    }
}

extension Transaction {
    func units(in organisation: Organisation.ID) throws -> UnitTree {
        try UnitTree(
            rows("SELECT * FROM unit WHERE organisation_id = $1 ORDER BY name, id", organisation).map(Unit.init))
    }

    fileprivate func check(_ unit: Unit, among tree: UnitTree) throws {
        guard !unit.name.isEmpty else { throw Unit.Refusal.nameIsEmpty }
        guard unit.name.count <= 80, !unit.name.contains(">") else { throw Unit.Refusal.nameIsTooLong }
        guard (0...100_000).contains(unit.headcount) else { throw Unit.Refusal.headcountIsNoNumber }
        let isTaken = tree.units.contains {
            $0.id != unit.id && $0.parent == unit.parent && $0.archivedOn == nil
                && $0.name.lowercased() == unit.name.lowercased()
        }
        guard !isTaken else { throw Unit.Refusal.nameIsTaken }
    }

    fileprivate func insert(_ unit: Unit, in organisation: Organisation.ID) throws {
        try run(
            "INSERT INTO unit (organisation_id, id, parent_id, name, headcount) VALUES ($1, $2, $3, $4, $5)",
            organisation, unit.id, unit.parent, unit.name, unit.headcount)
    }

    fileprivate func archive(_ unit: Unit.ID, on today: Day, in organisation: Organisation.ID) throws {
        let update = """
            UPDATE unit SET archived_on = $1 WHERE organisation_id = $2 AND id = $3 AND archived_on IS NULL
            """
        try run(update, today, organisation, unit)
    }

    fileprivate func importUnits(_ file: UnitsFile, on today: Day, in organisation: Organisation.ID) throws {
        let tree = try units(in: organisation)
        var ids = Dictionary(
            tree.units.filter { $0.archivedOn == nil }.map { (tree.path(of: $0), $0.id) },
            uniquingKeysWith: { first, _ in first })
        var kept = Set<Unit.ID>()
        let counts = Dictionary(file.lines.map { ($0.path, $0.headcount) }, uniquingKeysWith: { first, _ in first })
        // A file may name a unit without naming those above it; these have nobody directly in them.
        let paths = Set(file.lines.flatMap { line in (1...line.path.count).map { Array(line.path.prefix($0)) } })
        for path in paths.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let headcount = counts[path] ?? 0
            if let id = ids[path] {
                try run(
                    "UPDATE unit SET headcount = $1 WHERE organisation_id = $2 AND id = $3", headcount, organisation, id
                )
            } else {
                let unit = Unit(
                    id: .random(), parent: ids[Array(path.dropLast())], name: path[path.count - 1], headcount: headcount
                )
                try insert(unit, in: organisation)
                ids[path] = unit.id
            }
            if let id = ids[path] { kept.insert(id) }
        }
        for unit in tree.units where !kept.contains(unit.id) { try archive(unit.id, on: today, in: organisation) }
    }
}

extension Unit {
    fileprivate init(_ row: Record) throws {
        try self.init(
            id: row["id"], parent: row["parent_id"], name: row["name"], headcount: row["headcount"],
            archivedOn: row["archived_on"])
    }
}
