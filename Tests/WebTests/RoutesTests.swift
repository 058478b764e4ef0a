import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

/// Every route of these rooms, tried by everybody.
@Suite struct RoutesTests {
    /// The routes that need something, with identifiers of things that are there.
    private func routes(of house: House) async throws -> [(entry: RouteEntry, path: String)] {
        try await house.addUnits("path;headcount\nDe Linde > Zuidvleugel;22")
        let unit = try #require(
            try await house.store.units(in: house.organisation.id).unit(at: ["De Linde", "Zuidvleugel"]))
        let person = try await house.store.addAccount(
            "Olga", password: "een lang en goed wachtwoord", role: .council, in: house.organisation.id)
        let membership = try #require(
            try await house.store.accounts(in: house.organisation.id).first?.memberships.first)
        // One role may go without the person being gone.
        try await house.store.addRole(.board, unit: nil, to: person, in: house.organisation.id)
        let decision = try Decision(
            id: .random(), kind: .other, subject: "Geheim besluit", askedBy: .named("hr"),
            agreements: [.init(role: .hr, day: Day(2026, 10, 1))],
            decidedOn: Day(2026, 10, 1), text: "Tot de zomer.", language: .dutch)
        try await house.store.record(decision, by: nil, in: house.organisation.id)
        let parts = [
            ":unit": "\(unit.id)", ":person": "\(person)", ":membership": "\(membership.id)",
            ":decision": "\(decision.id)", ":draft": "\(FileDraft.ID.random())", ":group": "0",
            ":message": "\(try await house.failedMessage())",
            ":member": "\(try await house.addMember("Gerda Wolf"))", ":list": "\(FileDraft.ID.random())",
            ":sheets": "\(FileDraft.ID.random())", ":register": "agreement", ":text": "asking",
            ":entry": "\(try await house.store.write(Self.agreement, by: person, in: house.organisation.id))",
        ]
        return house.server.table.filter { $0.need != .nothing && Self.isOurs($0.path) }.map { entry in
            (entry, entry.path.split(separator: "/").reduce("") { "\($0)/\(parts[String($1)] ?? String($1))" })
        }
    }

    private static let agreement = RegisterDraft(
        register: .agreement, ground: .other, subject: "Geheime afspraak", day: Day(2026, 10, 1),
        text: "Zo.", paper: Paper(type: "application/pdf", bytes: Array("%PDF-1.7".utf8)))

    private static func isOurs(_ path: String) -> Bool {
        ["/admin", "/today", "/account", "/sign-out"].contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    private func ask(
        _ visitor: Visitor, _ entry: RouteEntry, _ path: String, _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        guard entry.method == "POST" else { return try await visitor.get(path, client) }
        return Self.takesFile(path)
            ? try await visitor.upload(path, nil, client) : try await visitor.post(path, [], client)
    }

    private static func takesFile(_ path: String) -> Bool {
        [Paths.settingsLogo, Paths.unitsFile, Paths.membersList, Paths.privacyRegister(.agreement)].contains(path)
    }

    @Test(arguments: Role.allCases)
    func `whoever has the right gets in, and nobody else learns that the page is there`(role: Role) async throws {
        let house = try await House()
        let routes = try await routes(of: house)
        try await house.test { client async throws in
            for (entry, path) in routes {
                let unit = try await house.store.units(in: house.organisation.id).roots.first?.id
                let visitor = try await house.visitor(role, unit: unit)
                guard case .any(let rights) = entry.need else { continue }
                let answer = try await ask(visitor, entry, path, client)
                let isMissing = answer.status == .notFound
                // A draft of somebody else's file is there for nobody, nor is there a list that could be undone.
                let isNobodys =
                    [":draft", ":list", ":sheets"].contains(where: entry.path.contains)
                    || (entry.method == "GET" && entry.path == Paths.membersUndo)
                let mayCome = !rights.isDisjoint(with: role.rights) && !isNobodys
                #expect(isMissing == !mayCome, "\(role) \(entry.method) \(path): \(answer.status)")
                if !mayCome { #expect(answer.text.contains("bestaat niet, of is niet voor jou")) }
            }
        }
    }

    @Test func `who is not signed in is led to the sign-in page`() async throws {
        let house = try await House()
        let routes = try await routes(of: house)
        #expect(routes.count > 25)
        try await house.test { client async throws in
            for (entry, path) in routes {
                let answer =
                    entry.method == "POST" ? try await client.send(path, []) : try await client.get(path)
                #expect(answer.status == .seeOther, "\(entry.method) \(path)")
                let way = answer.headers[.location] ?? ""
                #expect(way.hasPrefix("/sign-in?next="), "\(entry.method) \(path)")
            }
        }
    }

    @Test func `nothing of one organisation is there for another`() async throws {
        let house = try await House()
        let routes = try await routes(of: house)
        let version = try await house.store.organisation(house.organisation.id).version
        let other = try await house.store.addOrganisation("wilg", name: "De Wilg")
        try await house.test { client async throws in
            for (entry, path) in routes {
                let admin = try await house.visitor(.admin, in: other)
                let hr = try await house.visitor(.hr, in: other)
                for visitor in [admin, hr] {
                    let answer = try await ask(visitor, entry, path, client)
                    // A register is there for each organisation, with its own in it.
                    let isOfEach = entry.path.contains("/:register") || entry.path.contains("/:text")
                    if entry.path.contains("/:"), !isOfEach {
                        #expect(answer.status == .notFound, "\(entry.method) \(path)")
                    }
                    for word in ["Zuidvleugel", "Olga", "Gerda", "Geheim besluit", "Geheime afspraak"] {
                        #expect(!answer.text.contains(word), "\(path): \(word)")
                    }
                }
            }
        }
        #expect(try await house.store.organisation(house.organisation.id).version == version)
        #expect(try await house.store.units(in: house.organisation.id).units.allSatisfy { $0.archivedOn == nil })
    }

    @Test func `a form without its token, or from another site, changes nothing`() async throws {
        let house = try await House()
        let routes = try await routes(of: house).filter { $0.entry.method == "POST" }
        let version = try await house.store.organisation(house.organisation.id).version
        try await house.test { client async throws in
            for (entry, path) in routes {
                for role in [Role.admin, .hr] {
                    guard case .any(let rights) = entry.need, !rights.isDisjoint(with: role.rights) else { continue }
                    let visitor = try await house.visitor(role)
                    let forged =
                        Self.takesFile(path)
                        ? try await visitor.upload(path, nil, client, token: "x")
                        : try await client.send(path, [("token", "x")], headers: visitor.headers)
                    #expect(forged.status == .forbidden, "\(path)")
                    guard !Self.takesFile(path) else { continue }
                    var headers = visitor.headers
                    headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
                    let fields = [("token", visitor.formToken)]
                    #expect(try await client.send(path, fields, headers: headers).status == .forbidden, "\(path)")
                }
            }
        }
        #expect(try await house.store.organisation(house.organisation.id).version == version)
    }

    @Test func `a form of the entrance from another site is refused`() async throws {
        let house = try await House()
        let token = try await house.store.makeSetUpToken()
        let elsewhere: HTTPFields = [try #require(HTTPField.Name("Sec-Fetch-Site")): "cross-site"]
        try await house.test { client async throws in
            for path in ["/sign-in", "/card", "/set-up/\(token)"] {
                #expect(try await client.send(path, [], headers: elsewhere).status == .forbidden, "\(path)")
            }
        }
    }

    @Test func `a page that comes back after a form is there in the other language too`() async throws {
        let house = try await House()
        // These lead elsewhere whatever happens, or come back at another address.
        let ways: Set = [
            Paths.signOut, Paths.unitsDraftRemoval, Paths.membersDraftRemoval, Paths.settingsLogoRemoval,
            Paths.archivedUnitRemoval,
            Paths.agreement, Paths.decisionWithdrawal, Paths.decisionEnding, Paths.mailRepeat, Paths.mailRemoval,
            Paths.signInRemoval, Paths.secondFactorRemoval, Paths.secondFactorCodes, Paths.registerEnding,
        ]
        let ours = house.server.table.filter { entry in
            Self.isOurs(entry.path) || [Paths.signIn, Paths.card, Paths.setUp].contains(entry.path)
        }
        let visited = Set(ours.filter { $0.method == "GET" }.map(\.path))
        for entry in ours where entry.method == "POST" && !ways.contains(entry.path) {
            #expect(visited.contains(entry.path), "\(entry.path)")
        }
    }
}
