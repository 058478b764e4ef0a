import Core
import Surveys

/// Who may use a route.
enum Audience {
    /// Anybody, signed in or not; with what nobody in particular gets who asks for something that is there.
    case everybody(Int)
    case roles(Set<Role>)
    /// Of one wave, by its state; a state that is not named has nothing to show to anybody.
    case byState([Wave.State: Set<Role>])

    func allows(_ role: Role, _ state: Wave.State?) -> Bool {
        switch self {
        case .everybody: true
        case .roles(let roles): roles.contains(role)
        case .byState(let roles): state.flatMap { roles[$0]?.contains(role) } ?? false
        }
    }
}

/// One line of the table of who may what, written by hand: `Role.rights` is not asked.
struct RouteRow {
    let method: String
    let path: String
    let audience: Audience

    init(_ method: String, _ path: String, _ audience: Audience) {
        (self.method, self.path, self.audience) = (method, path, audience)
    }

    var name: String { "\(method) \(path)" }
    var isOfWave: Bool { path.contains(":wave") }
    var hasIdentifier: Bool { path.contains(":") }
    /// A questionnaire of the register is everybody's; what one organisation has of it is looked for by name.
    var isOfAnyHome: Bool { path.contains("/:instrument") }
    /// A register and a text that Weefsel wrote are there for each organisation, each with its own in it.
    var isOfEachHome: Bool { path.contains("/:register") || path.contains("/:text") }
    var takesFile: Bool {
        method == "POST"
            && (["/admin/settings/logo", "/admin/units/file", "/admin/members/file", "/waves/import"].contains(path)
                || path.hasSuffix("/:instrument/text") || path.hasSuffix("/:instrument/permission")
                || path == "/admin/registers/:register")
    }

    var isForEverybody: Bool {
        if case .everybody = audience { return true }
        return false
    }
}

extension RouteRow {
    private static let anyRole = Set(Role.allCases)
    private static let readers: Set<Role> = [.hr, .leader, .board, .council, .researcher]
    private static let parties: Set<Role> = [.hr, .leader, .board, .council]
    private static let frozen: [Wave.State] = [.open, .closed, .published, .withdrawn]

    static let all =
        entrance + answering + own + waves + imports + fitting + register + cards + results + raw + organisation
        + people + members
        + records

    private static let entrance = [
        RouteRow("GET", "/", .everybody(303)), RouteRow("GET", "/sign-in", .everybody(200)),
        RouteRow("POST", "/sign-in", .everybody(422)), RouteRow("GET", "/card", .everybody(200)),
        // Nobody gave a password yet.
        RouteRow("GET", "/sign-in/code", .everybody(303)), RouteRow("POST", "/sign-in/code", .everybody(303)),
        RouteRow("POST", "/card", .everybody(422)),
        RouteRow("GET", "/welcome", .everybody(200)), RouteRow("POST", "/welcome", .everybody(422)),
        RouteRow("GET", "/welcome/account", .everybody(303)), RouteRow("POST", "/welcome/account", .everybody(422)),
        // The one-time address is spent, and this is no demo.
        RouteRow("GET", "/set-up/:token", .everybody(404)), RouteRow("POST", "/set-up/:token", .everybody(404)),
        RouteRow("POST", "/demo/visits", .everybody(404)),
        RouteRow("GET", "/livez", .everybody(200)), RouteRow("GET", "/readyz", .everybody(200)),
        RouteRow("GET", "/assets/:name", .everybody(200)), RouteRow("GET", "/logo/:home", .everybody(200)),
    ]

    private static let answering = [
        RouteRow("GET", "/m/:slug", .everybody(200)), RouteRow("POST", "/m/:slug", .everybody(422)),
        RouteRow("GET", "/m/:slug/thanks", .everybody(200)), RouteRow("GET", "/m/:slug/privacy", .everybody(200)),
        RouteRow("GET", "/m/:slug/accessibility", .everybody(200)), RouteRow("GET", "/m/:slug/server", .everybody(200)),
        RouteRow("GET", "/m/:slug/safety", .everybody(200)),
        // Of nobody who ended messages, or could.
        RouteRow("GET", "/mail/refusal/:token", .everybody(404)),
        RouteRow("POST", "/mail/refusal/:token", .everybody(404)),
        // No form was made for this wave.
        RouteRow("GET", "/m/:slug/paper", .everybody(404)), RouteRow("GET", "/d/:shared", .everybody(200)),
    ]

    private static let own = [
        RouteRow("POST", "/welcome/own-account", .roles(anyRole)), RouteRow("GET", "/welcome/about", .roles(anyRole)),
        RouteRow("GET", "/today", .roles(anyRole)), RouteRow("GET", "/account", .roles(anyRole)),
        RouteRow("POST", "/account", .roles(anyRole)), RouteRow("POST", "/sign-out", .roles(anyRole)),
        RouteRow("GET", "/account/kept", .roles(anyRole)), RouteRow("GET", "/account/kept.json", .roles(anyRole)),
        RouteRow("POST", "/account/sign-ins/removal", .roles(anyRole)),
        RouteRow("GET", "/account/second-factor", .roles(anyRole)),
        RouteRow("POST", "/account/second-factor", .roles(anyRole)),
        RouteRow("POST", "/account/second-factor/codes", .roles(anyRole)),
        RouteRow("POST", "/account/second-factor/removal", .roles(anyRole)),
        RouteRow("GET", "/account/proof", .roles(anyRole)), RouteRow("POST", "/account/proof", .roles(anyRole)),
        RouteRow("GET", "/account/organisations", .roles(anyRole)),
        RouteRow("POST", "/account/organisations", .roles(anyRole)),
        RouteRow("GET", "/about/privacy", .roles(anyRole)), RouteRow("GET", "/about/accessibility", .roles(anyRole)),
        RouteRow("GET", "/about/server", .roles(anyRole)), RouteRow("GET", "/about/safety", .roles(anyRole)),
    ]

    private static let waves = [
        RouteRow("GET", "/waves", .roles(readers)), RouteRow("GET", "/waves/new", .roles([.hr])),
        RouteRow("POST", "/waves", .roles([.hr])), RouteRow("GET", "/waves/:wave", .roles(parties)),
        RouteRow("GET", "/waves/:wave/questions", .roles([.hr])),
        RouteRow("POST", "/waves/:wave/questions", .roles([.hr])), RouteRow("GET", "/waves/:wave/who", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/when", .roles([.hr])), RouteRow("POST", "/waves/:wave/when", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/sharing", .roles([.hr])), RouteRow("POST", "/waves/:wave/sharing", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/review", .roles([.hr])), RouteRow("POST", "/waves/:wave/opening", .roles([.hr])),
        RouteRow("POST", "/waves/:wave/end", .roles([.hr])), RouteRow("POST", "/waves/:wave/closure", .roles([.hr])),
        RouteRow("POST", "/waves/:wave/withdrawal", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/removal", .roles([.hr])), RouteRow("POST", "/waves/:wave/removal", .roles([.hr])),
        RouteRow("POST", "/waves/:wave/publication", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/mail", .byState([.open: [.hr], .published: [.hr]])),
        RouteRow("POST", "/waves/:wave/mail", .byState([.open: [.hr], .published: [.hr]])),
        RouteRow("GET", "/waves/:wave/manifest", .roles(parties)),
        RouteRow("GET", "/waves/:wave/manifest.json", .byState(frozen.reduce(into: [:]) { $0[$1] = parties })),
        RouteRow("POST", "/waves/:wave/manifest/readings", .roles([.hr, .council])),
    ]

    private static let imports = [
        RouteRow("GET", "/waves/import", .roles([.hr])), RouteRow("POST", "/waves/import", .roles([.hr])),
        RouteRow("GET", "/waves/import/:file", .roles([.hr])), RouteRow("POST", "/waves/import/:file", .roles([.hr])),
        RouteRow("GET", "/waves/import/:file/wave", .roles([.hr])),
        RouteRow("POST", "/waves/import/:file/wave", .roles([.hr])),
        RouteRow("POST", "/waves/import/:file/removal", .roles([.hr])),
    ]

    private static let cards = [
        RouteRow("GET", "/waves/:wave/cards", .roles([.hr])), RouteRow("POST", "/waves/:wave/cards", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/cards/:block", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/paper", .roles([.hr])), RouteRow("POST", "/waves/:wave/paper", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/paper/:block", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/leftovers", .roles([.hr])),
        RouteRow("POST", "/waves/:wave/leftovers", .roles([.hr])),
    ]

    private static let fitting = [
        RouteRow("GET", "/waves/:wave/questions/fit", .roles([.hr])),
        RouteRow("POST", "/waves/:wave/questions/fit", .roles([.hr])),
        RouteRow("GET", "/waves/:wave/trial", .roles(parties)),
        RouteRow("POST", "/waves/:wave/trial", .roles(parties)),
        RouteRow("POST", "/waves/:wave/copies", .roles([.hr])),
    ]

    private static let register = [
        RouteRow("GET", "/questions/register", .roles([.hr, .board, .council])),
        RouteRow("GET", "/questions/register/:instrument", .roles([.hr, .board, .council])),
        RouteRow("GET", "/questions/register/:instrument/sources", .roles([.hr, .board, .council])),
        RouteRow("GET", "/questions/register/:instrument/document", .roles([.hr, .board, .council])),
        RouteRow("POST", "/questions/register/:instrument/text", .roles([.hr])),
        RouteRow("POST", "/questions/register/:instrument/permission", .roles([.hr])),
        RouteRow("GET", "/questions/register/:instrument/permission/removal", .roles([.hr])),
        RouteRow("POST", "/questions/register/:instrument/permission/removal", .roles([.hr])),
    ]

    private static let results = [
        RouteRow("GET", "/waves/:wave/results/:group", .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/:group/questions/:item",
            .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/:group/slides", .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/:group/sheet", .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/:group/sheets", .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow("GET", "/waves/:wave/posters", .byState([.open: [.hr], .closed: [.hr], .published: [.hr]])),
        RouteRow("GET", "/waves/:wave/results", .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow("GET", "/waves/:wave/results/files", .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/files/workbook.xlsx",
            .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/files/spreadsheet.csv",
            .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/files/analysis.csv",
            .byState([.closed: [.hr, .council], .published: readers])),
        // Each is tried beside the other: one of the two is closed, and not everybody's yet.
        RouteRow(
            "GET", "/waves/:wave/beside/:other", .byState([.closed: [.hr, .council], .published: [.hr, .council]])),
        RouteRow(
            "POST", "/waves/:wave/results/files/pdf", .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/files/pdf/:job", .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow(
            "GET", "/waves/:wave/results/files/pdf/:job/report.pdf",
            .byState([.closed: [.hr, .council], .published: readers])),
        RouteRow("GET", "/waves/:wave/results.json", .byState([.closed: [.hr, .council], .published: readers])),
    ]

    // None of these waves is research, and of no other wave is there anything to take: RawAnswersTests has one.
    private static let raw = [
        RouteRow("GET", "/waves/:wave/answers", .byState([:])),
        RouteRow("GET", "/waves/:wave/answers/answers.csv", .byState([:])),
        RouteRow("GET", "/waves/:wave/answers/codebook.csv", .byState([:])),
    ]

    private static let organisation = [
        RouteRow("GET", "/admin", .roles([.admin, .hr, .board, .council])),
        RouteRow("GET", "/admin/settings", .roles([.admin])), RouteRow("POST", "/admin/settings", .roles([.admin])),
        RouteRow("GET", "/admin/settings/logo", .roles([.admin])),
        RouteRow("POST", "/admin/settings/logo", .roles([.admin])),
        RouteRow("POST", "/admin/settings/logo/removal", .roles([.admin])),
        RouteRow("GET", "/admin/mail", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/mail/messages/:message", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/mail/trial", .roles([.admin])),
        RouteRow("POST", "/admin/mail/trial", .roles([.admin])),
        RouteRow("POST", "/admin/mail/messages/:message/repeat", .roles([.admin])),
        RouteRow("POST", "/admin/mail/messages/:message/removal", .roles([.admin])),
        RouteRow("GET", "/admin/units", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/units", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/units/file", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/units/file", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/units/file/:draft", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/units/file/:draft", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/units/file/:draft/removal", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/units/:unit", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/units/:unit", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/units/:unit/archive", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/units/:unit/archive", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/units/:unit/archive/removal", .roles([.admin, .hr])),
    ]

    private static let people = [
        RouteRow("GET", "/admin/people", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/people", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/people/:person", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/people/:person/roles", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/people/:person/roles", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/people/:person/roles/:membership/removal", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/people/:person/roles/:membership/removal", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/people/:person/password", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/people/:person/password", .roles([.admin, .hr])),
    ]

    private static let members = [
        RouteRow("GET", "/admin/members", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/new", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/members.csv", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/members.xlsx", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/registers", .roles([.admin, .hr, .board, .council])),
        RouteRow("GET", "/admin/registers/:register", .roles([.admin, .hr, .board, .council])),
        RouteRow("POST", "/admin/registers/:register", .roles([.hr, .council])),
        RouteRow("GET", "/admin/registers/:register/new", .roles([.hr, .council])),
        RouteRow("GET", "/admin/registers/entries/:entry", .roles([.admin, .hr, .board, .council])),
        RouteRow("GET", "/admin/registers/entries/:entry/paper", .roles([.admin, .hr, .board, .council])),
        RouteRow("POST", "/admin/registers/entries/:entry/ending", .roles([.hr, .council])),
        RouteRow("GET", "/admin/registers/texts/:text", .roles([.admin, .hr, .board, .council])),
        RouteRow("GET", "/admin/members/invitations", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/invitations", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/invitations/:sheets", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/:member/invitation", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/:member/invitation", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/file", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/file", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/file/:list", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/file/:list", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/file/:list/members", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/file/:list/members", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/file/:list/removal", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/undo", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/undo", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/:member", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/:member", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/:member/kept", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/:member/kept.json", .roles([.admin, .hr])),
        RouteRow("GET", "/admin/members/:member/erasure", .roles([.admin, .hr])),
        RouteRow("POST", "/admin/members/:member/erasure", .roles([.admin, .hr])),
    ]

    private static let records = [
        RouteRow("GET", "/admin/retention", .roles([.admin, .council])),
        RouteRow("GET", "/admin/decisions", .roles([.hr, .board, .council])),
        RouteRow("GET", "/admin/decisions/new", .roles([.hr, .council])),
        RouteRow("POST", "/admin/decisions/new", .roles([.hr, .council])),
        RouteRow("GET", "/admin/decisions/:decision", .roles([.hr, .board, .council])),
        RouteRow("POST", "/admin/decisions/:decision/agreement", .roles([.hr, .council])),
        RouteRow("POST", "/admin/decisions/:decision/withdrawal", .roles([.hr, .council])),
        RouteRow("POST", "/admin/decisions/:decision/ending", .roles([.hr, .council])),
        RouteRow("GET", "/admin/log", .roles([.admin, .council])),
    ]
}
