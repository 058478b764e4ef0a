import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys

@testable import Web

/// What somebody got at a route.
struct Trial {
    let row: RouteRow
    let state: Wave.State?
    let path: String
    let answer: TestResponse

    var status: Int { answer.status.code }
    var location: String { answer.headers[.location] ?? "" }
    var text: String { answer.text.withoutAddress }
    var name: String { "\(row.name) \(state.map { $0.rawValue } ?? "") → \(status) \(location)" }
}

extension String {
    /// A page without its own address, which stands in the link to the other language only, and without its reader's
    /// token.
    var withoutAddress: String {
        replacing(/<a href="[^"]*" lang="en" hreflang="en"/, with: "<a")
            .replacing(/name="token" value="[^"]*"/, with: "name=\"token\"")
    }
}

/// Tries routes with the real identifiers of a full house.
struct RouteTrials {
    let full: FullHouse
    let client: any TestClientProtocol
    static let states: [Wave.State] = [.draft, .open, .closed, .published, .withdrawn]

    private var house: House { full.house }

    /// Each guarded route once, a wave's once for each state; `visitor` is asked anew, because a form may sign out.
    func guarded(_ visitor: () async throws -> Visitor?) async throws -> [Trial] {
        var trials: [Trial] = []
        for row in RouteRow.all where !row.isForEverybody {
            for state in row.isOfWave ? Self.states.map(Optional.some) : [nil] {
                let visitor = try await visitor()
                trials.append(try await trial(row, state, visitor, path: try await path(of: row, state, visitor)))
            }
        }
        return trials
    }

    func trial(
        _ row: RouteRow, _ state: Wave.State?, _ visitor: Visitor?, path: String, token forged: String? = nil
    ) async throws -> Trial {
        var headers = visitor?.headers ?? [.acceptLanguage: "nl"]
        var body = ""
        if row.method == "POST" {
            // A form with nothing typed in: what it would change is left to the tests of its room.
            let isUpload = row.takesFile
            headers[.contentType] =
                isUpload ? "multipart/form-data; boundary=rand" : "application/x-www-form-urlencoded"
            let token = forged ?? visitor?.formToken ?? ""
            body =
                isUpload
                ? "--rand\r\ncontent-disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n--rand--\r\n"
                : "token=\(token)"
        }
        let method = HTTPRequest.Method(row.method) ?? .get
        let answer = try await client.execute(
            uri: path, method: method, headers: headers, body: ByteBuffer(string: body))
        return Trial(row: row, state: state, path: path, answer: answer)
    }

    /// The path with identifiers that exist, or with some that do not.
    func path(of row: RouteRow, _ state: Wave.State?, _ visitor: Visitor?) async throws -> String {
        var path = row.path
        for name in row.path.matches(of: /:([a-z]+)/).map({ String($0.1) }) where path.contains(":\(name)") {
            if name == "person" {
                let (person, membership) = try await person()
                path = path.replacing(":person", with: person).replacing(":membership", with: membership)
            } else {
                path = path.replacing(":\(name)", with: try await value(name, state, visitor))
            }
        }
        return path
    }

    private func person() async throws -> (String, String) {
        let visitor = try await full.visitor(.facilitator)
        let people = try await house.store.accounts(in: house.organisation.id)
        let membership = people.first { $0.account.id == visitor.account }?.memberships.first
        return ("\(visitor.account)", membership.map { "\($0.id)" } ?? "")
    }

    private func value(_ name: String, _ state: Wave.State?, _ visitor: Visitor?) async throws -> String {
        switch name {
        case "wave": return state.flatMap { full.waves[$0] }.map { "\($0.id)" } ?? ""
        case "unit": return try await freshUnit()
        case "member": return "\(try await house.addMember("Anna Zwart"))"
        case "message": return "\(try await house.failedMessage())"
        case "decision": return "\(full.decision.id)"
        case "draft": return try await draft(of: visitor)
        case "list": return try await staffDraft(of: visitor)
        case "file": return try await importFile(of: visitor)
        case "other": return full.waves[state == .published ? .closed : .published].map { "\($0.id)" } ?? ""
        case "block":
            guard let wave = full.waves[.open] else { return "" }
            let groups = try await house.store.groups(of: wave.id, in: wave.organisation)
            return groups.first(where: \.isBlock).map { "\($0.position)" } ?? ""
        // The whole: a group that every reader of results may see.
        case "group": return "0"
        case "item":
            guard let wave = full.waves[.published] else { return "" }
            return house.store.pack(wave.pack, for: wave.organisation)?.items.first?.id ?? ""
        case "instrument": return FullHouse.definition
        case "slug": return full.waves[.open]?.slug ?? ""
        case "shared": return full.waves[.published]?.slug ?? ""
        case "home": return house.organisation.slug
        case "name": return house.server.pages.assets.address(of: "app.css").replacing("/assets/", with: "")
        // Nobody asked for it: who may have one is led to where it is asked for.
        case "register": return "agreement"
        case "text": return "asking"
        case "entry": return try await registerEntry()
        case "sheets": return try await sheets(of: visitor)
        case "job": return String(repeating: "0", count: 32)
        default: return "spent"
        }
    }

    /// Codes on paper that this visitor made, or else somebody of hr.
    private func sheets(of visitor: Visitor?) async throws -> String {
        try await house.addMember("Anna Zwart")
        let hr = try await full.visitor(.hr)
        for maker in [visitor, hr].compactMap(\.self) {
            let made = try await maker.post("/admin/members/invitations", [("unit", "")], client)
            if let way = made.headers[.location], way.hasPrefix("/admin/members/invitations/") {
                return String(way.dropFirst("/admin/members/invitations/".count))
            }
        }
        return String(repeating: "0", count: 32)
    }

    private func registerEntry() async throws -> String {
        let council = try await house.store.organisation(house.organisation.id).council
        let draft = RegisterDraft(
            register: .agreement, ground: RegisterEntry.Ground.all(for: council).first, subject: "Geheime afspraak",
            day: Day(2026, 10, 1),
            text: "Zo.", paper: try Paper(Array("%PDF-1.7".utf8)))
        let hr = try await full.visitor(.hr)
        return "\(try await house.store.write(draft, by: hr.account, in: house.organisation.id))"
    }

    private func freshUnit() async throws -> String {
        let (name, home) = ("Vleugel \(UInt32.random(in: .min ... .max))", house.organisation.id)
        try await house.store.addUnit(name, under: nil, headcount: 12, by: nil, in: home)
        return try await house.store.units(in: home).units.first { $0.name == name }.map { "\($0.id)" } ?? ""
    }

    private func importFile(of visitor: Visitor?) async throws -> String {
        let stranger = try await full.visitor(.hr)
        return "\(try house.keepImport(by: visitor?.account ?? stranger.account))"
    }

    private func staffDraft(of visitor: Visitor?) async throws -> String {
        let stranger = try await full.visitor(.hr)
        return "\(try house.keepStaff("naam\nAnna Zwart\n", by: visitor?.account ?? stranger.account))"
    }

    private func draft(of visitor: Visitor?) async throws -> String {
        let bytes = Array(FullHouse.lines.utf8)
        let stranger = try await full.visitor(.hr)
        let account = visitor?.account ?? stranger.account
        return "\(try house.store.keepDraft(bytes, of: .units, by: account, in: house.organisation.id))"
    }
}
