import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Every route that the router knows × every role × somebody of another organisation × nobody.
@Suite struct RouteMatrixTests {
    private func tried(
        _ use: @escaping @Sendable (FullHouse, RouteTrials) async throws -> Void
    ) async throws {
        let full = try await FullHouse(House())
        try await full.house.test { client async throws in
            try await use(full, RouteTrials(full: full, client: client))
        }
    }

    /// What everybody reads who asks for something that does not exist.
    private func missing(_ client: any TestClientProtocol, _ visitor: Visitor) async throws -> String {
        let answer = try await visitor.get("/nothing-here", client)
        #expect(answer.status == .notFound)
        return answer.text.withoutAddress
    }

    @Test func `every route stands in the table that was written by hand`() async throws {
        let routes = try await House().server.table.map { "\($0.method) \($0.path)" }
        let known = RouteRow.all.map { $0.name.replacing(":home", with: ":slug").replacing(":shared", with: ":slug") }
        #expect(Set(routes).subtracting(known).sorted() == [])
        #expect(Set(known).subtracting(routes).sorted() == [])
        #expect(routes.count == known.count)
    }

    @Test(arguments: Role.allCases)
    func `who may gets an answer, who may not reads what stands where nothing is`(role: Role) async throws {
        try await tried { full, trials in
            let missing = try await missing(trials.client, full.visitor(role))
            for trial in try await trials.guarded({ try await full.visitor(role) }) {
                if trial.row.audience.allows(role, trial.state) {
                    let fits = trial.row.method == "GET" ? [200, 303] : [200, 303, 409, 422]
                    #expect(fits.contains(trial.status), "\(trial.name)")
                    let isSentAway = trial.location.hasPrefix("/sign-in") && trial.row.path != "/sign-out"
                    #expect(!isSentAway, "\(trial.name)")
                } else {
                    #expect(trial.status == 404, "\(trial.name)")
                    #expect(trial.text == missing, "\(trial.name)")
                }
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `whoever works elsewhere finds nothing of this organisation`(role: Role) async throws {
        try await tried { full, trials in
            let missing = try await missing(trials.client, full.neighbour(role))
            for trial in try await trials.guarded({ try await full.neighbour(role) }) {
                for name in FullHouse.names { #expect(!trial.answer.text.contains(name), "\(name) in \(trial.name)") }
                if trial.row.hasIdentifier && !trial.row.isOfAnyHome && !trial.row.isOfEachHome {
                    #expect(trial.status == 404, "\(trial.name)")
                    #expect(trial.text == missing, "\(trial.name)")
                }
            }
        }
    }

    @Test(arguments: [Role.admin, .hr, .council])
    func `a form without the token of its page is refused before anything is looked at`(role: Role) async throws {
        try await tried { full, trials in
            let other = try await full.visitor(role)
            for row in RouteRow.all where row.method == "POST" && row.audience.allows(role, .open) {
                guard !row.isForEverybody else { continue }
                let visitor = try await full.visitor(role)
                let path = try await trials.path(of: row, .open, visitor)
                for token in ["", "x", other.formToken] {
                    let trial = try await trials.trial(row, .open, visitor, path: path, token: token)
                    #expect(trial.status == 403, "\(trial.name)")
                }
            }
        }
    }

    @Test func `nobody signed in is sent to sign-in, and back after a page`() async throws {
        try await tried { _, trials in
            // Of a file that did not arrive, somebody is told.
            for trial in try await trials.guarded({ nil }) {
                guard !trial.row.takesFile else {
                    let page = trial.row.isOfAnyHome ? "/questions/register/\(FullHouse.definition)" : trial.path
                    #expect(
                        trial.status == 403 && trial.answer.text.contains("/sign-in?next=\(page)\""), "\(trial.name)")
                    continue
                }
                #expect(trial.status == 303, "\(trial.name)")
                // After a form one comes back to its page, which is the same address or one above it.
                let elsewhere = ["/waves": "/waves/new", "/sign-out": "/today"][trial.path]
                let next = trial.location.components(separatedBy: "/sign-in?next=").last ?? ""
                let isBack = trial.row.method == "GET" ? next == trial.path.addingPercents : trial.path.hasPrefix(next)
                #expect(next.hasPrefix("/") && next != "/" && (isBack || next == elsewhere), "\(trial.name)")
                #expect(trial.answer.text.isEmpty, "\(trial.name)")
            }
        }
    }

    @Test(arguments: ["00000000000000000000000000000000", "x", "%00"])
    func `what is no identifier or nobody's is missing to everybody`(identifier: String) async throws {
        try await tried { full, trials in
            for role in Role.allCases {
                let visitor = try await full.visitor(role)
                let missing = try await missing(trials.client, visitor)
                for row in RouteRow.all where row.hasIdentifier && !row.isForEverybody {
                    let path = row.path.replacing(/:[a-z]+/, with: identifier)
                    let trial = try await trials.trial(row, nil, visitor, path: path)
                    #expect(trial.status == 404, "\(role) \(path) \(trial.name)")
                    #expect(trial.text == missing, "\(role) \(path)")
                }
            }
        }
    }

    @Test func `what is for everybody asks for no sign-in`() async throws {
        try await tried { full, trials in
            _ = try await full.visitor(.hr)
            try await full.house.store.change(full.house.organisation.id, since: 1, by: nil) {
                $0.logo = Organisation.Logo(type: "image/png", bytes: [0x89, 0x50, 0x4E, 0x47])
            }
            for row in RouteRow.all {
                guard case .everybody(let status) = row.audience else { continue }
                let path = try await trials.path(of: row, nil, nil)
                let trial = try await trials.trial(row, nil, nil, path: path)
                #expect(trial.status == status, "\(trial.name)")
            }
        }
    }
}
