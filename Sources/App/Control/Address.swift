import Core
import Foundation

/// Whether what was set as port or address can be one, before anything listens or is printed.
enum Address {
    static func port(_ text: String) throws(Problems) -> Int {
        guard let port = Int(text), (1...65_535).contains(port) else {
            throw Problems(Problem("start.port_is_no_port", ["found": text]))
        }
        return port
    }

    /// An address that stands on paper: http or https, a host, and at most a path.
    static func base(_ text: String) throws(Problems) -> String {
        let address = URLComponents(string: text)
        let isWhole =
            ["http", "https"].contains(address?.scheme) && address?.host?.isEmpty == false
            && address?.query == nil && address?.fragment == nil && address?.user == nil
        guard isWhole else { throw Problems(Problem("start.base_is_no_address", ["found": text])) }
        return text
    }
}
