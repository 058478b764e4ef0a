import Core

/// A command on its way to a running server: what was typed, and the files that it named.
struct Order: Codable, Sendable {
    let arguments: [String]
    let language: String
    let files: [String: [UInt8]]
}

/// What a command answers.
struct Reply: Codable, Sendable {
    var code: Int32 = 0
    var out = ""
    var problems: [String] = []

    static func done(_ text: String) -> Reply { Reply(out: text) }
}
