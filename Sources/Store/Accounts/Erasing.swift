import Core

extension Store {
    /// Erases a person: the name goes, and with it every sign-in and role. What others refer to by id stays nameless.
    public func erasePerson(_ name: String) async throws {
        let erased = try await write { try $0.run("DELETE FROM account WHERE name_key = $1", Account.key(of: name)) }
        guard erased == 1 else { throw Account.Refusal.nobodyOfThatName }
        // The old bytes lie in the write-ahead log until it is emptied.
        try await emptyLog()
    }
}
