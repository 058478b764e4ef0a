import Glibc

/// Looks whether somebody listens already, so that it is one line and not an error in the middle of starting.
enum Port {
    static func isTaken(_ port: Int, on host: String) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port).bigEndian)
        address.sin_addr.s_addr = inet_addr(host)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // A name or an IPv6 address is left to the server itself.
        guard descriptor >= 0, port > 0, address.sin_addr.s_addr != in_addr_t.max else { return false }
        defer { close(descriptor) }
        var one: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return bound != 0 && errno == EADDRINUSE
    }
}
