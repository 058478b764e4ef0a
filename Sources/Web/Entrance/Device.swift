import HTTPTypes
import Hummingbird

/// With what somebody signs in, as far as their browser says: two kinds and no version, enough to know one's own again.
enum Device {
    /// In this order: most of them also call themselves what stands below.
    private static let browsers = [
        ("Edg", "edge"), ("OPR", "opera"), ("SamsungBrowser", "samsung"), ("Firefox", "firefox"), ("FxiOS", "firefox"),
        ("CriOS", "chrome"), ("Chrome", "chrome"), ("Safari", "safari"),
    ]
    private static let systems = [
        ("Android", "android"), ("iPhone", "iphone"), ("iPad", "ipad"), ("Windows", "windows"), ("Macintosh", "mac"),
        ("CrOS", "chromebook"), ("Linux", "linux"),
    ]

    /// As it is kept: "firefox-android"; a part that nobody knows is empty.
    static func kind(of request: Request) -> String { kind(of: request.headers[.userAgent] ?? "") }

    static func kind(of agent: String) -> String {
        func first(_ known: [(sign: String, name: String)]) -> String {
            known.first { agent.contains($0.sign) }?.name ?? ""
        }
        return first(browsers) + "-" + first(systems)
    }

    /// "Firefox op Android", for its owner.
    static func text(_ kind: String, _ say: Speech) -> String {
        let parts = kind.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let known = parts.count == 2 && browsers.contains { $0.1 == parts[0] } ? parts : ["", parts.last ?? ""]
        let browser = known[0].isEmpty ? say("account.device.browser") : say("account.browser.\(known[0])")
        guard systems.contains(where: { $0.1 == known[1] }) else { return browser }
        return say("account.device.on", ["browser": browser, "system": say("account.system.\(known[1])")])
    }
}
