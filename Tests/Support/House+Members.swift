public import Core
public import Store
@testable import Web

extension House {
    /// Somebody on the list of staff, in the units of these paths since ever.
    @discardableResult
    public func addMember(
        _ name: String, number: String? = nil, email: String? = nil, _ paths: [String]..., leftOn: Day? = nil
    ) async throws -> Member.ID {
        let tree = try await store.units(in: organisation.id)
        let member = Member(
            id: .random(), name: name, number: number, email: email,
            places: paths.compactMap { tree.unit(at: $0) }.map { Member.Place(unit: $0.id) }, leftOn: leftOn)
        try await store.add(member, by: nil, in: organisation.id)
        return member.id
    }

    /// Somebody on the list of staff who made an account with a code, signed in.
    func welcome(_ name: String, password: String, in home: Organisation.ID) async throws -> [UInt8] {
        let member = Member(id: .random(), name: name)
        try await store.add(member, by: nil, in: home)
        let invitation = try await store.invite(member: member.id, by: nil, in: home)
        return try await store.accept(invitation.code, name: name, password: password)
    }

    /// How many people a unit counts.
    public func headcount(_ path: String...) async throws -> Int? {
        try await store.units(in: organisation.id).unit(at: path)?.headcount
    }

    /// A list of staff that somebody sent and did not carry out yet.
    public func keepStaff(_ text: String, by account: Account.ID) throws -> FileDraft.ID {
        try store.keepDraft(try staff(text).bytes, of: .staff, by: account, in: organisation.id)
    }

    /// Carries a list of staff out, as somebody does who read what it changes.
    public func importStaff(_ text: String, leavers: StaffImport.Leavers? = nil) async throws {
        let (draft, home) = (try staff(text), organisation)
        let file = try StaffFile(draft.table, draft.columns, name: draft.name)
        let (members, tree) = (try await store.allMembers(in: home.id), try await store.units(in: home.id))
        let changes = StaffChanges(of: members, in: tree, by: file, on: store.clock.now.day(in: home.zone))
        try await store.importStaff(
            file, headings: draft.headings, expecting: changes, leavers: leavers, by: nil, in: home.id)
    }

    /// Takes the last list back.
    @discardableResult
    public func undoStaffImport() async throws -> [Member] {
        guard let last = try await store.lastStaffImport(in: organisation.id) else { throw NotFound() }
        return try await store.undoStaffImport(last.id, by: nil, in: organisation.id)
    }

    public var staffWords: StaffWords { StaffWords(server.pages.words) }

    private func staff(_ text: String) throws -> StaffDraft {
        let table = try StaffTable(Array(text.utf8), name: "lijst.csv", staffWords)
        return StaffDraft(table, name: "lijst.csv", columns: StaffColumns(table.headings, staffWords))
    }
}
