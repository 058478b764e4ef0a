import Core
import Hummingbird
import Store

/// The room where an organisation is looked after; each sees the parts that are theirs.
struct AdminRoutes {
    let store: Store
    let pages: Pages

    private static let parts: [(name: String, path: String, needs: Right)] = [
        ("units", Paths.units, .changeUnits), ("members", Paths.members, .changePeople),
        ("people", Paths.people, .changePeople),
        ("settings", Paths.settings, .changeSettings), ("decisions", Paths.decisions, .readDecisions),
        ("registers", Paths.registers, .readPrivacyRegisters),
        ("log", Paths.log, .readLog), ("retention", Paths.retention, .readLog),
    ]

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.admin, needs: .any(Set(Self.parts.map(\.needs))), use: index)
        SettingsRoutes(store: store, pages: pages).add(to: routes)
        LogoRoutes(store: store, pages: pages).add(to: routes)
        UnitsRoutes(store: store, pages: pages).add(to: routes)
        UnitRoutes(store: store, pages: pages).add(to: routes)
        ArchivedUnitRoutes(store: store, pages: pages).add(to: routes)
        UnitsFileRoutes(store: store, pages: pages).add(to: routes)
        MembersRoutes(store: store, pages: pages).add(to: routes)
        PeopleRoutes(store: store, pages: pages).add(to: routes)
        DecisionRoutes(store: store, pages: pages).add(to: routes)
        RegistersRoutes(store: store, pages: pages).add(to: routes)
        LogRoutes(store: store, pages: pages).add(to: routes)
        RetentionRoutes(store: store, pages: pages).add(to: routes)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let say = pages.speech(context)
        let rights = try context.member.rights
        let parts = Self.parts.filter { rights.contains($0.needs) }.map {
            ["path": $0.path, "name": say("admin.\($0.name).title"), "text": say("admin.\($0.name).about")]
        }
        let version = pages.configuration.version
        let values: [String: Any] = [
            "parts": parts, "is_backup_shown": rights.contains(.changeSettings),
            "backup_note": say("admin.backup.note", ["days": "\(Store.backupDays)"]),
            "is_version_known": version != nil, "version": say("admin.version", ["version": version ?? ""]),
        ]
        return pages.render(Page("admin/index", room: .admin, values), request, context)
    }
}
