import Core
import Hummingbird
import NIOCore
import Surveys

/// The fields of a form as somebody sent it, by name; a name may come several times.
struct Form: Sendable {
    private let fields: [String: [String]]

    init(_ body: [UInt8]) {
        fields = FormFields(body).reduce(into: [:]) { fields, field in
            let name = String(decoding: field.name, as: UTF8.self)
            fields[name, default: []].append(String(decoding: field.value, as: UTF8.self))
        }
    }

    init(_ fields: [String: [String]]) {
        self.fields = fields
    }

    subscript(name: String) -> String { fields[name]?.last ?? "" }

    func all(_ name: String) -> [String] { fields[name] ?? [] }

    func has(_ name: String) -> Bool { fields[name] != nil }

    func day(_ name: String, else refusal: some Refusal) throws -> Day {
        guard let day = Day(self[name].trimmed) else { throw refusal }
        return day
    }

    /// Passwords, the one that holds now too, and marks of ours; a test reads every such field of the templates.
    private static let neverShown: Set = [
        "token", "version", "password", "present", "shown", "agreement", "seen", "next", "then", "sign-in", "home",
        "readers",
    ]

    /// The marks of questions that hr wrote are numbered.
    private static func isOurs(_ name: String) -> Bool {
        neverShown.contains(name)
            || ["own-id-", "meaning-text-", "meaning-item-", "meaning-usual-", "counting-", "turning-"].contains(
                where: name.hasPrefix)
    }

    /// What one chooses or ticks: what it sends is a mark of ours, and says nothing to people.
    private static let chosen: Set = [
        "again", "agreed", "block", "council", "fill", "filled-right", "ground", "hr", "kind", "leavers", "left",
        "many", "pack",
        "parent", "phone",
        "role", "room", "sharing", "sure", "theme", "unit", "units", "units-all", "wave", "zone",
    ]

    /// Beside each question of a file stands which column holds it, beside a text what it means; and in which units somebody
    /// works.
    private static func isChosen(_ name: String) -> Bool {
        chosen.contains(name)
            || ["column-", "counts-", "meaning-", "turned-", "work-unit-"].contains(where: name.hasPrefix)
    }

    /// What somebody typed, be it one word or a number: no password, no mark of ours, no choice.
    var typed: [String] {
        fields.filter { name, _ in !Self.isOurs(name) && !Self.isChosen(name) }
            .sorted { $0.key < $1.key }.flatMap(\.value).map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Whether somebody filled in, chose or ticked anything.
    var isFilledIn: Bool {
        fields.contains { name, values in !Self.isOurs(name) && values.contains { !$0.trimmed.isEmpty } }
    }

    var version: Int { Int(self["version"]) ?? -1 }
}

extension Request {
    /// The body as bytes, refused with 413 when it is larger than the route takes.
    func bytes(upTo limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw HTTPError(.contentTooLarge)
        }
        // A body sent in pieces tells its length only by its end.
        var buffer: ByteBuffer
        do { buffer = try await body.collect(upTo: limit) } catch is NIOTooManyBytesError {
            throw HTTPError(.contentTooLarge)
        }
        return buffer.readBytes(length: buffer.readableBytes) ?? []
    }
}
