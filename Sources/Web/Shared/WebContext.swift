import Core
import Hummingbird
import Logging
import NIOCore
import Store

/// One request: who asks, in which language.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let address: String
    var signedIn: SignedIn?
    var token: [UInt8]?
    var language = Language.dutch

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// The identifier in the path; what is no identifier does not exist.
    func id<Thing>(_ name: String) throws -> Identifier<Thing> {
        guard let text = parameters.get(name), let id = Identifier<Thing>(text) else { throw NotFound() }
        return id
    }

    /// Only behind a route that needs a right.
    var member: SignedIn {
        get throws {
            guard let signedIn else { throw NotFound() }
            return signedIn
        }
    }
}
