import Store

extension WebServer {
    /// Every room adds its routes here, and nowhere else.
    static func addRooms(
        to routes: GuardedRoutes, _ store: Store, _ pages: Pages, _ doorkeeper: Doorkeeper, _ demo: DemoRoutes,
        _ limits: TryLimits
    ) {
        HealthRoutes(store: store).add(to: routes)
        AssetRoutes(store: store, pages: pages).add(to: routes)
        EntranceRoutes(store: store, pages: pages, doorkeeper: doorkeeper, demo: demo, limits: limits).add(to: routes)
        WelcomeRoutes(store: store, pages: pages, doorkeeper: doorkeeper, limits: limits).add(to: routes)
        AccountRoutes(store: store, pages: pages, doorkeeper: doorkeeper).add(to: routes)
        OwnKeptRoutes(store: store, pages: pages).add(to: routes)
        OwnSignInRoutes(store: store, pages: pages).add(to: routes)
        SecondFactorRoutes(store: store, pages: pages, doorkeeper: doorkeeper).add(to: routes)
        SecondStepRoutes(store: store, pages: pages, doorkeeper: doorkeeper).add(to: routes)
        ShareRoutes(store: store, pages: pages, doorkeeper: doorkeeper).add(to: routes)
        AnswerRoutes(store: store, pages: pages, doorkeeper: doorkeeper, limits: limits).add(to: routes)
        TypingRoutes(store: store, pages: pages).add(to: routes)
        AboutRoutes(store: store, pages: pages).add(to: routes)
        TodayRoutes(store: store, pages: pages).add(to: routes)
        AskRoutes(store: store, pages: pages).add(to: routes)
        ResultsRoutes(store: store, pages: pages).add(to: routes)
        let queue = pages.configuration.chromium.map {
            PrintQueue(Chromium(path: $0), in: store.folder.temporary) { try store.whileHere($0, $1) }
        }
        ExportRoutes(store: store, pages: pages, makesPDF: queue != nil).add(to: routes)
        PrintRoutes(store: store, pages: pages, queue: queue).add(to: routes)
        BesideRoutes(store: store, pages: pages).add(to: routes)
        RawAnswersRoutes(store: store, pages: pages).add(to: routes)
        PosterRoutes(store: store, pages: pages).add(to: routes)
        WaveMailRoutes(store: store, pages: pages).add(to: routes)
        MailRefusalRoutes(store: store, pages: pages).add(to: routes)
        AdminRoutes(store: store, pages: pages).add(to: routes)
    }
}
