import Store

/// The room where waves are made, opened, followed and closed.
struct AskRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        WaveIndexRoutes(store: store, pages: pages).add(to: routes)
        NewWaveRoutes(store: store, pages: pages).add(to: routes)
        ImportRoutes(store: store, pages: pages).add(to: routes)
        DraftRoutes(store: store, pages: pages).add(to: routes)
        FittingRoutes(store: store, pages: pages).add(to: routes)
        TrialRoutes(store: store, pages: pages).add(to: routes)
        CopyRoutes(store: store, pages: pages).add(to: routes)
        DraftRemovalRoutes(store: store, pages: pages).add(to: routes)
        OpeningRoutes(store: store, pages: pages).add(to: routes)
        ManifestRoutes(store: store, pages: pages).add(to: routes)
        WaveRoutes(store: store, pages: pages).add(to: routes)
        RegisterRoutes(store: store, pages: pages).add(to: routes)
        LicensedTextRoutes(store: store, pages: pages).add(to: routes)
        PermissionRoutes(store: store, pages: pages).add(to: routes)
        PermissionRemovalRoutes(store: store, pages: pages).add(to: routes)
        CardRoutes(store: store, pages: pages).add(to: routes)
        PaperRoutes(store: store, pages: pages).add(to: routes)
        LeftoverRoutes(store: store, pages: pages).add(to: routes)
    }
}
