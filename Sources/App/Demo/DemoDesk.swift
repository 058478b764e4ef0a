/// One of the made-up people at work, who fills in the forms that everybody fills in.
struct DemoDesk {
    private let client: LoopbackClient
    private let cookie: String

    init(_ client: LoopbackClient, name: String) async throws {
        let answer = try await client.post("/demo/visits", "name=\(name)")
        guard let cookie = answer.cookie else { throw DemoProblem.wasRefused(answer.status) }
        (self.client, self.cookie) = (client, cookie)
    }

    /// Fills in the form on a page and sends it there, or where the form says.
    func submit(_ path: String, to target: String? = nil, _ fields: [(String, String)]) async throws {
        let page = try await client.get(path, cookie: cookie).text
        let marks = page.matches(of: /name="(token|version|seen|shown)" value="([^"]*)"/).map {
            (String($0.1), String($0.2))
        }
        let answer = try await client.post(target ?? path, Self.form(marks + fields), cookie: cookie)
        guard answer.status == 303 else { throw DemoProblem.wasRefused(answer.status) }
    }

    /// Fills in a form that takes a file, and goes where that leads.
    func upload(_ path: String, _ fields: [(String, String)], file: String, _ text: String) async throws -> String {
        let page = try await client.get(path, cookie: cookie).text
        let marks = page.matches(of: /name="(token)" value="([^"]*)"/).map { (String($0.1), String($0.2)) }
        let boundary = "weefsel-demo"
        let parts =
            (marks + fields).map { "name=\"\($0.0)\"\r\n\r\n\($0.1)" }
            + ["name=\"file\"; filename=\"\(file)\"\r\n\r\n\(text)"]
        let body = parts.map { "--\(boundary)\r\nContent-Disposition: form-data; \($0)\r\n" }.joined()
        let answer = try await client.post(
            path, body + "--\(boundary)--\r\n", cookie: cookie, type: "multipart/form-data; boundary=\(boundary)")
        guard answer.status == 303, let next = answer.location else { throw DemoProblem.wasRefused(answer.status) }
        return next
    }

    private static func form(_ fields: [(String, String)]) -> String {
        fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
