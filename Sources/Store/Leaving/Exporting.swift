public import Core

extension Store {
    /// Notes that somebody gathered everything of an organisation to take it along.
    public func noteExport(of organisation: Organisation.ID) async throws {
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            try transaction.audit(.organisationExported, "", by: nil, at: moment, in: home)
        }
    }
}
