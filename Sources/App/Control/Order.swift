import Foundation

/// A command on its way to a running server: what was typed, and the files that it named.
struct Order: Codable, Sendable {
    let arguments: [String]
    let language: String
    /// As data, which travels as a third more; numbers would travel as four times as much.
    let files: [String: Data]
}

/// What a command answers.
struct Reply: Codable, Sendable {
    var code: Int32 = 0
    var out = ""
    var problems: [String] = []

    static func done(_ text: String) -> Reply { Reply(out: text) }
}
