import HTTPTypes
import Hummingbird

/// What every response tells a browser about what it may do: pages, assets, redirects, errors. Nothing else sets these.
struct SecureHeaders: RouterMiddleware {
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ].joined(separator: "; ")

    /// Nothing that a browser could lend us is needed, but the whole screen for slides.
    private static let powers =
        ([
            "accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "geolocation",
            "gyroscope", "hid", "idle-detection", "interest-cohort", "magnetometer", "microphone", "midi", "payment",
            "screen-wake-lock", "serial", "usb", "web-share", "xr-spatial-tracking",
        ].map { $0 + "=()" } + ["fullscreen=(self)"]).joined(separator: ", ")

    private let fields: HTTPFields

    init(isSecure: Bool) {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = Self.policy
        fields[.xContentTypeOptions] = "nosniff"
        let others = [
            "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": Self.powers, "X-Frame-Options": "DENY",
        ]
        for (name, value) in others { HTTPField.Name(name).map { fields[$0] = value } }
        // Two years.
        if isSecure { fields[.strictTransportSecurity] = "max-age=63072000" }
        self.fields = fields
    }

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers.append(contentsOf: fields)
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
