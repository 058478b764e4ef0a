public import Foundation

/// How this server is set up: by environment and command line, looked at once at start.
public struct WebConfiguration: Sendable {
    public var host: String
    public var port: Int
    /// The address that stands on paper and in QR codes, without a slash at its end.
    public var baseURL: String
    /// Where Packs, Locales, Templates and Assets are.
    public var resources: URL
    /// Addresses of proxies whose X-Forwarded-For is believed.
    public var trustedProxies: Set<String>
    /// The browser that makes PDFs; nil where this server has none.
    public var chromium: String?
    /// Which Weefsel this is; nil where nobody packed it.
    public var version: String?
    /// How messages leave; nil where this server sends no mail.
    public var mail: MailConfiguration?

    public init(
        host: String, port: Int, baseURL: String?, resources: URL, trustedProxies: Set<String> = [],
        chromium: String? = nil, version: String? = nil, mail: MailConfiguration? = nil
    ) {
        self.host = host
        self.port = port
        let plain = baseURL ?? "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)"
        self.baseURL = plain.hasSuffix("/") ? String(plain.dropLast()) : plain
        self.resources = resources
        self.trustedProxies = trustedProxies
        self.chromium = chromium
        self.version = version
        self.mail = mail
    }

    public var isSecure: Bool { baseURL.hasPrefix("https://") }

    /// The address as people read it: without the scheme.
    var shortBase: String { baseURL.split(separator: "://", maxSplits: 1).last.map(String.init) ?? baseURL }

    /// Whether phones of colleagues cannot reach the address on paper.
    var isLocalOnly: Bool {
        let host = URL(string: baseURL)?.host ?? ""
        return ["localhost", "127.0.0.1", "::1", "0.0.0.0", "[::1]"].contains(host)
    }
}
