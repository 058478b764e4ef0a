import Synchronization

/// On which page each form stands: somebody whose sign-in ended comes back there.
final class FormPages: Sendable {
    /// The form of a new wave is sent to where the list of waves is.
    private static let elsewhere = [Paths.waves: Paths.newWave]
    private let pages = Mutex<Set<String>>([])

    func note(page route: String) { pages.withLock { _ = $0.insert(route) } }

    /// The page of a form that was sent to this path: at the same address, or the nearest above it.
    func page(of path: String, route: String?) -> String {
        guard let route else { return Paths.today }
        if let page = Self.elsewhere[route] { return page }
        var (names, parts) = (route.split(separator: "/"), path.split(separator: "/"))
        guard names.count == parts.count else { return Paths.today }
        return pages.withLock { pages in
            while !names.isEmpty {
                if pages.contains("/" + names.joined(separator: "/")) { return "/" + parts.joined(separator: "/") }
                names.removeLast()
                parts.removeLast()
            }
            return Paths.today
        }
    }
}
