// swift-tools-version: 6.2
import PackageDescription

let habits: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: habits)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: habits)
}

extension Target.Dependency {
    static let grdb: Self = .product(name: "GRDB", package: "GRDB.swift")
    static let sqlite: Self = .product(name: "GRDBSQLite", package: "GRDB.swift")
    static let crypto: Self = .product(name: "Crypto", package: "swift-crypto")
    static let cryptoExtras: Self = .product(name: "CryptoExtras", package: "swift-crypto")
    static let hummingbird: Self = .product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdTesting: Self = .product(name: "HummingbirdTesting", package: "hummingbird")
    static let mustache: Self = .product(name: "Mustache", package: "swift-mustache")
    static let yams: Self = .product(name: "Yams", package: "Yams")
    static let argumentParser: Self = .product(name: "ArgumentParser", package: "swift-argument-parser")
    static let logging: Self = .product(name: "Logging", package: "swift-log")
    static let lifecycle: Self = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let nioCore: Self = .product(name: "NIOCore", package: "swift-nio")
    static let nioPosix: Self = .product(name: "NIOPosix", package: "swift-nio")
    static let nioExtras: Self = .product(name: "NIOExtras", package: "swift-nio-extras")
    static let nioSSL: Self = .product(name: "NIOSSL", package: "swift-nio-ssl")
    static let subprocess: Self = .product(name: "Subprocess", package: "swift-subprocess")
    static let system: Self = .product(name: "SystemPackage", package: "swift-system")
    static let httpTypes: Self = .product(name: "HTTPTypes", package: "swift-http-types")
}

let package = Package(
    name: "weefsel",
    products: [.executable(name: "weefsel", targets: ["App"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system.git", exact: "1.8.1"),
    ],
    targets: [
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        module("Mail", [.nioCore, .nioPosix, .nioExtras, .nioSSL]),
        module("Files", ["CExpat", "CZlib"]),
        module("Core", ["Files"]),
        module("Statistics", ["Core"]),
        module("Disclosure", ["Core"]),
        module("Methods", ["Core", .yams, .crypto]),
        module("Surveys", ["Files", "Core", "Methods", "Statistics", "Disclosure", .crypto]),
        module(
            "Store",
            [
                "Core", "Methods", "Statistics", "Disclosure", "Surveys", .grdb, .sqlite, .crypto, .cryptoExtras,
                .logging,
            ]),
        module(
            "Web",
            [
                "Files", "Core", "Mail", "Methods", "Statistics", "Disclosure", "Surveys", "Store", "CQREncode",
                "CZlib",
                "CXlsxWriter",
                .hummingbird, .mustache, .yams, .crypto, .logging, .lifecycle, .nioCore, .httpTypes,
                .subprocess, .system,
            ]),
        .executableTarget(
            name: "App",
            dependencies: [
                "Files", "Core", "Mail", "Methods", "Statistics", "Disclosure", "Surveys", "Store", "Web",
                .argumentParser,
                .logging,
            ],
            swiftSettings: habits),

        .target(
            name: "Support",
            dependencies: [
                "Core", "Mail", "Methods", "Surveys", "Store", "Web", .hummingbird, .hummingbirdTesting, .httpTypes,
                .nioCore,
                .logging,
            ],
            path: "Tests/Support", swiftSettings: habits),
        .target(name: "Forge", dependencies: ["CZlib"], path: "Tests/Forge", swiftSettings: habits),
        tests("MailTests", ["Mail"]),
        tests("FilesTests", ["Files", "Forge"]),
        tests("CoreTests", ["Core"]),
        tests("StatisticsTests", ["Statistics", "Core"]),
        tests("DisclosureTests", ["Disclosure", "Core"]),
        tests("MethodsTests", ["Methods", "Core"]),
        tests("SurveysTests", ["Surveys", "Files", "Core", "Methods", "Statistics", "Disclosure"]),
        tests("StoreTests", ["Store", "Core", "Methods", "Surveys", "Statistics", "Disclosure", "Support", .grdb]),
        tests(
            "WebTests",
            [
                "Web", "Files", "Store", "Core", "Mail", "Methods", "Surveys", "Disclosure", "Support", "Forge",
                .hummingbird,
                .hummingbirdTesting,
            ]),
        tests("BorderTests", ["Core"]),
    ],
    swiftLanguageModes: [.v6]
)
