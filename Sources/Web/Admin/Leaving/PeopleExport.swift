import Core
import Files
import Store

/// Whoever stands under a name: who signs in, with each role a row, and who was written down.
struct PeopleExport {
    let store: Store
    let home: Organisation

    private static let heads = ["name", "email", "known_as", "role", "unit_id", "unit"]

    func add(to files: inout ExportedFiles) async throws {
        let tree = try await store.units(in: home.id)
        let accounts = try await store.accounts(in: home.id)
        let rows = try await store.knownPeople(in: home.id).flatMap { person -> [[Sheet.Value]] in
            let held = accounts.first { $0.account.id == person.id }?.memberships ?? []
            let known = KnownPerson.Reason.allCases.filter(person.reasons.contains).map(\.rawValue)
            let start = [person.name, person.email ?? "", known.joined(separator: " ")]
            guard !held.isEmpty else { return [(start + ["", "", ""]).map(Sheet.Value.text)] }
            return held.map { membership in
                let unit = membership.unit.flatMap { tree[$0] }
                let path = unit.map { tree.path(of: $0).joined(separator: Unit.separator) }
                let role = [membership.role.rawValue, unit.map { "\($0.id)" } ?? "", path ?? ""]
                return (start + role).map(Sheet.Value.text)
            }
        }
        try await files.add("people.csv", table: Sheet(name: "people", heads: Self.heads, rows: rows))
        let members = MembersSheet(members: try await store.allMembers(in: home.id), tree: tree)
        try await files.add("members.csv", table: members.forPrograms)
    }
}
