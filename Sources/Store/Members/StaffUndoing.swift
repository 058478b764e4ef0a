public import Core

extension Store {
    /// Takes the last list of staff back as a whole: who came with it goes, who changed is as before, who left is back,
    /// units that it began to count have the number that was typed, and units that were made for it are archived where nobody
    /// works in them. Names stay as they are, whoever was changed since stays so, and nobody who was erased comes back.
    ///
    /// - Returns: the members who stay as they are because they were changed since, or are needed elsewhere; by name.
    @discardableResult
    public func undoStaffImport(
        _ id: StaffImport.ID, by account: Account.ID?, in organisation: Organisation.ID
    ) async throws -> [Member] {
        let moment = clock.now
        return try await write { transaction in
            guard let last = try transaction.lastStaffImport(in: organisation) else { throw NotFound() }
            // Meanwhile somebody carried out another.
            guard last.id == id else { throw Conflict.changedMeanwhile }
            guard !last.isUndone else { throw StaffImport.Refusal.isUndone }
            let home = try transaction.organisation(organisation)
            let today = moment.day(in: home.zone)
            let (undone, kept) = try transaction.undo(last.id, on: today, in: organisation)
            try transaction.endCounting(of: last.id, in: organisation)
            try transaction.archiveEmpty(of: last.id, on: today, in: organisation)
            try transaction.run("UPDATE staff_import SET is_undone = 1 WHERE organisation_id = $1", organisation)
            try transaction.run("DELETE FROM staff_import_change WHERE organisation_id = $1", organisation)
            try transaction.audit(.staffImportUndone, "\(undone)", by: account, at: moment, in: home)
            return kept.sorted { Account.key(of: $0.name) < Account.key(of: $1.name) }
        }
    }
}

extension Transaction {
    /// - Returns: how many members are as before, and those who are not.
    fileprivate func undo(
        _ id: StaffImport.ID, on today: Day, in organisation: Organisation.ID
    ) throws -> (undone: Int, kept: [Member]) {
        let query = "SELECT * FROM staff_import_change WHERE organisation_id = $1 AND import_id = $2"
        var (kept, units) = ([Member](), Set<Unit.ID>())
        let rows = try rows(query, organisation, id)
        for row in rows {
            let now = try member(row["member_id"], in: organisation)
            units.formUnion(now.places.map(\.unit))
            guard try now.version == row["version_after"] else { kept.append(now); continue }
            if try row["is_new"] {
                if try !removeMember(now.id) { kept.append(now) }
            } else {
                let before = try now.before(row, isFree: { try isFree($0, for: now.id, in: organisation) })
                units.formUnion(before.places.map(\.unit))
                try save(before, in: organisation)
            }
        }
        try recount(units, on: today, in: organisation)
        return (rows.count - kept.count, kept)
    }

    private func isFree(_ number: String, for id: Member.ID, in organisation: Organisation.ID) throws -> Bool {
        let query = "SELECT 1 AS one FROM member WHERE organisation_id = $1 AND number_key = $2 AND id <> $3"
        return try row(query, organisation, Member.key(ofNumber: number), id) == nil
    }

    /// Units that a list made, those below before those above, where nobody works.
    fileprivate func archiveEmpty(of id: StaffImport.ID, on today: Day, in organisation: Organisation.ID) throws {
        let query = """
            SELECT unit_id FROM staff_import_unit WHERE organisation_id = $1 AND import_id = $2 AND is_made = 1
            """
        let made: Set<Unit.ID> = try Set(rows(query, organisation, id).map { try $0["unit_id"] })
        let tree = try units(in: organisation)
        let present = tree.units.filter { made.contains($0.id) && $0.archivedOn == nil }
        for unit in present.sorted(by: { tree.path(of: $0).count > tree.path(of: $1).count }) {
            let isUsed = try row(
                "SELECT 1 AS one FROM member_unit WHERE organisation_id = $1 AND unit_id = $2", organisation, unit.id)
            let below = try units(in: organisation).children(of: unit.id).contains { $0.archivedOn == nil }
            if isUsed == nil, !below { try archive(unit.id, on: today, in: organisation) }
        }
    }
}

extension Member {
    /// As a list found somebody; the name stays, and a number that is another's by now.
    fileprivate func before(_ row: Record, isFree: (String) throws -> Bool) throws -> Member {
        let told: String? = try row["number"]
        let number = try told.map { try isFree($0) ? $0 : self.number } ?? nil
        return try Member(
            id: id, name: name, number: number, email: row["email"], functionGroup: row["function_group"],
            places: [Place](written: row["places"]), leftOn: row["left_on"], version: version)
    }
}
