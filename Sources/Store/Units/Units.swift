public import Core

extension Store {
    /// All units, archived ones too, as they hang together.
    public func units(in organisation: Organisation.ID) async throws -> UnitTree {
        try await read { try $0.units(in: organisation) }
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
            try tree.check(unit)
            try transaction.insert(unit, in: organisation)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.unitChanged, unit.name, by: account, at: moment, in: home)
        }
    }

    /// Changes name, what it stands below and, unless members are counted, its headcount; unless somebody else did since
    /// `version`. Waves that were opened keep the groups that they have.
    public func changeUnit(
        _ id: Unit.ID, name: String, under parent: Unit.ID?, headcount: Int, since version: Int,
        by account: Account.ID?, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let tree = try transaction.units(in: organisation)
            guard let found = tree[id] else { throw NotFound() }
            guard found.archivedOn == nil else { throw Unit.Refusal.isArchived }
            guard found.version == version else { throw Conflict.changedMeanwhile }
            let headcount = found.isCounted ? found.headcount : headcount
            let unit = Unit(
                id: id, parent: parent, name: name.trimmed, headcount: headcount, version: found.version)
            try tree.check(unit)
            if parent != found.parent { try tree.checkMove(of: id, under: parent) }
            try transaction.save(unit, in: organisation)
            let home = try transaction.organisation(organisation)
            let isMoved = parent != found.parent
            if isMoved { try transaction.audit(.unitMoved, unit.name, by: account, at: moment, in: home) }
            if !isMoved || (unit.name, headcount) != (found.name, found.headcount) {
                try transaction.audit(.unitChanged, unit.name, by: account, at: moment, in: home)
            }
        }
    }

    /// Archives a unit and all below it.
    public func archiveUnit(_ id: Unit.ID, by account: Account.ID?, in organisation: Organisation.ID) async throws {
        let moment = clock.now
        try await write { transaction in
            let tree = try transaction.units(in: organisation)
            guard let unit = tree[id] else { throw NotFound() }
            guard unit.archivedOn == nil else { throw Unit.Refusal.isArchived }
            let home = try transaction.organisation(organisation)
            for one in tree.branch(of: id) {
                try transaction.archive(one, on: moment.day(in: home.zone), in: organisation)
            }
            try transaction.audit(.unitArchived, unit.name, by: account, at: moment, in: home)
        }
    }
}

extension Store {
    /// Brings a unit back that was archived, with all below it that went along on the same day.
    public func putBackUnit(_ id: Unit.ID, by account: Account.ID?, in organisation: Organisation.ID) async throws {
        let moment = clock.now
        try await write { transaction in
            let tree = try transaction.units(in: organisation)
            guard let unit = tree[id] else { throw NotFound() }
            guard unit.archivedOn != nil else { return }
            if let parent = unit.parent.flatMap({ tree[$0] }), parent.archivedOn != nil {
                throw Unit.Refusal.aboveIsArchived
            }
            try tree.check(unit)
            for one in tree.archivedTogether(with: unit) { try transaction.putBack(one.id, in: organisation) }
            let home = try transaction.organisation(organisation)
            try transaction.audit(.unitPutBack, unit.name, by: account, at: moment, in: home)
        }
    }
}

extension UnitTree {
    fileprivate func check(_ unit: Unit) throws(Unit.Refusal) {
        guard !unit.name.isEmpty else { throw .nameIsEmpty }
        guard unit.name.isName(upTo: 80), !unit.name.contains(">") else { throw .nameIsTooLong }
        guard (0...100_000).contains(unit.headcount) else { throw .headcountIsNoNumber }
        let isTaken = units.contains {
            $0.id != unit.id && $0.parent == unit.parent && $0.archivedOn == nil
                && $0.name.lowercased() == unit.name.lowercased()
        }
        guard !isTaken else { throw .nameIsTaken }
    }

    /// A unit goes below one that is there, and never below itself.
    fileprivate func checkMove(of unit: Unit.ID, under parent: Unit.ID?) throws(Unit.Refusal) {
        guard let parent else { return }
        guard let above = self[parent], above.archivedOn == nil else { throw .nothingThere }
        guard !branch(of: unit).contains(parent) else { throw .isBelowItself }
    }
}

extension Transaction {
    func units(in organisation: Organisation.ID) throws -> UnitTree {
        let query = """
            SELECT unit.*, EXISTS (
                SELECT 1 FROM member_unit AS work WHERE work.organisation_id = $1 AND work.unit_id = unit.id) AS has_members
            FROM unit WHERE organisation_id = $1 ORDER BY name, id
            """
        return try UnitTree(rows(query, organisation).map(Unit.init))
    }

    func insert(_ unit: Unit, in organisation: Organisation.ID) throws {
        let insert = """
            INSERT INTO unit (organisation_id, id, parent_id, name, headcount, version) VALUES ($1, $2, $3, $4, $5, 0)
            """
        try run(insert, organisation, unit.id, unit.parent, unit.name, unit.headcount)
    }

    /// Where another number is typed, the list of staff does not count any more.
    func save(_ unit: Unit, in organisation: Organisation.ID) throws {
        let update = """
            UPDATE unit SET name = $1, parent_id = $2, headcount = $3, version = version + 1,
                typed_headcount = CASE WHEN headcount = $3 THEN typed_headcount END
            WHERE organisation_id = $4 AND id = $5 AND version = $6
            """
        let saved = try run(update, unit.name, unit.parent, unit.headcount, organisation, unit.id, unit.version)
        guard saved == 1 else { throw Conflict.changedMeanwhile }
    }

    func archive(_ unit: Unit.ID, on today: Day, in organisation: Organisation.ID) throws {
        let update = """
            UPDATE unit SET archived_on = $1, version = version + 1
            WHERE organisation_id = $2 AND id = $3 AND archived_on IS NULL
            """
        try run(update, today, organisation, unit)
    }
}

extension Transaction {
    fileprivate func putBack(_ unit: Unit.ID, in organisation: Organisation.ID) throws {
        let update = """
            UPDATE unit SET archived_on = NULL, version = version + 1 WHERE organisation_id = $1 AND id = $2
            """
        try run(update, organisation, unit)
    }
}

extension Unit {
    fileprivate init(_ row: Record) throws {
        let (typed, headcount): (Int?, Int) = try (row["typed_headcount"], row["headcount"])
        try self.init(
            id: row["id"], parent: row["parent_id"], name: row["name"], headcount: headcount,
            archivedOn: row["archived_on"], isCounted: typed != nil && headcount > 0, hasMembers: row["has_members"],
            version: row["version"])
    }
}
