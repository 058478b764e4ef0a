import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What every response tells a browser, whatever made it.
@Suite struct HeaderTests {
    private static let wanted = [
        "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'",
        "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "same-origin",
    ]

    private func check(_ answer: TestResponse, isSecure: Bool, _ name: String) {
        for (field, value) in Self.wanted {
            let found = HTTPField.Name(field).map { answer.headers[values: $0] }
            #expect(found == [value], "\(field) of \(name)")
        }
        let policy = HTTPField.Name("Permissions-Policy").map { answer.headers[values: $0] } ?? []
        #expect(policy.count == 1, "\(name)")
        let listed = policy.first?.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
        // Slides fill the screen; nothing else is lent, and nobody else borrows it.
        #expect(listed.filter { !$0.hasSuffix("=()") } == ["fullscreen=(self)"], "\(name)")
        #expect(listed.count > 15 && Set(listed).count == listed.count, "\(name)")
        let secure = isSecure ? ["max-age=63072000"] : []
        #expect(answer.headers[values: .strictTransportSecurity] == secure, "\(name)")
        #expect(answer.headers[values: .cacheControl].count == 1, "\(name)")
    }

    @Test(arguments: [true, false])
    func `every route tells a browser what it may do, also where it says no`(isSecure: Bool) async throws {
        let address = isSecure ? "https://weefsel.example" : "http://127.0.0.1:8080"
        let full = try await FullHouse(House(baseURL: address))
        try await full.house.store.change(full.house.organisation.id, since: 1, by: nil) {
            $0.logo = Organisation.Logo(type: "image/png", bytes: [0x89, 0x50, 0x4E, 0x47])
        }
        try await full.house.test { client async throws in
            let trials = RouteTrials(full: full, client: client)
            var tried: Set<String> = []
            for role in [Role.admin, .hr, nil] {
                let answers = try await trials.guarded { try await role.asyncMap(full.visitor) }
                for trial in answers { check(trial.answer, isSecure: isSecure, trial.name) }
                tried.formUnion(answers.map(\.row.name))
            }
            for row in RouteRow.all where row.isForEverybody {
                let trial = try await trials.trial(row, nil, nil, path: try await trials.path(of: row, nil, nil))
                check(trial.answer, isSecure: isSecure, trial.name)
                tried.insert(row.name)
            }
            #expect(tried == Set(RouteRow.all.map(\.name)))
        }
    }

    @Test func `an error tells a browser what it may do as well`() async throws {
        let open = try await OpenHouse(House(baseURL: "https://weefsel.example"))
        try await open.house.test { client async throws in
            let tries: [(HTTPResponse.Status, TestResponse)] = [
                (.notFound, try await client.get("/nothing-here")),
                (.notFound, try await client.get("/m/nothing-here")),
                (.notFound, try await client.get("/assets/nothing-here")),
                (.notFound, try await client.get("/logo/nothing-here")),
                (.notFound, try await client.execute(uri: "/", method: .delete)),
                (.contentTooLarge, try await client.send(open.path, [("code", String(repeating: "x", count: 70_000))])),
                (.unprocessableContent, try await open.send([("code", "ABCDEFGH")], client)),
                (.unprocessableContent, try await open.send([("code", "ABCDEFGH")], client, asScript: true)),
                (.ok, try await client.execute(uri: open.path, method: .head)),
            ]
            for (status, answer) in tries {
                #expect(answer.status == status)
                check(answer, isSecure: true, "\(status)")
            }
        }
    }

    @Test func `what holds a person's data is kept by nobody`() async throws {
        let full = try await FullHouse(House())
        try await full.house.test { client async throws in
            let trials = RouteTrials(full: full, client: client)
            for trial in try await trials.guarded({ try await full.visitor(.hr) }) {
                #expect(trial.answer.headers[.cacheControl] == "no-store", "\(trial.name)")
            }
        }
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<Other>(_ change: (Wrapped, String) async throws -> Other) async throws -> Other? {
        guard let self else { return nil }
        return try await change(self, "Haven")
    }
}
