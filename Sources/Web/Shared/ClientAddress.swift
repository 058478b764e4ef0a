import Core
import HTTPTypes
import Hummingbird

extension WebConfiguration {
    /// Who asks: the other end of the connection, or whom a proxy that we trust says it asks for.
    func client(peer: String, forwardedFor: String?) -> String {
        guard trustedProxies.contains(peer), let forwardedFor else { return peer }
        // Only the last name was written by our own proxy; those before it, anybody may make up.
        return forwardedFor.split(separator: ",").last.map { String($0).trimmed } ?? peer
    }

    func client(of request: Request, _ context: WebContext) -> String {
        let field = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
        return client(peer: context.address, forwardedFor: field)
    }
}
