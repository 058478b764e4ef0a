import Testing

/// What a module may import: other modules of ours, packages, and what the system has.
struct Border: Sendable, CustomTestStringConvertible {
    let module: String
    let allowed: Set<String>

    var testDescription: String { module }

    static let all = [
        Border("Files", system + ["CExpat", "CZlib"]),
        Border("Core", system + ["Files"]),
        Border("Mail", system + ["NIOCore", "NIOPosix", "NIOExtras", "NIOSSL"]),
        Border("Statistics", engine),
        Border("Disclosure", engine),
        // The hash of a pack stands in a wave's manifest.
        Border("Methods", engine + ["Yams", "Crypto"]),
        Border("Surveys", engine + ["Files", "Methods", "Statistics", "Disclosure", "Crypto"]),
        Border("Store", system + engines + ["GRDB", "GRDBSQLite", "Crypto", "CryptoExtras", "Logging"]),
        Border("Web", system + engines + ["Mail", "Store"] + web),
        Border("App", system + engines + ["Mail", "Store", "Web", "ArgumentParser", "Logging"]),
    ]

    private static let system = ["Foundation", "Glibc", "Dispatch", "Synchronization"]
    private static let engine = ["Core", "Foundation"]
    private static let engines = ["Files", "Core", "Statistics", "Disclosure", "Methods", "Surveys"]
    private static let web = [
        "Hummingbird", "Mustache", "CQREncode", "CZlib", "CXlsxWriter", "Yams", "Crypto", "Logging", "ServiceLifecycle",
        "NIOCore", "HTTPTypes", "Subprocess", "SystemPackage",
    ]

    private init(_ module: String, _ allowed: [String]) {
        self.module = module
        self.allowed = Set(allowed)
    }
}
