/// The name of a field, and of a file where it holds one, as the heading of a part says.
struct Disposition: Equatable {
    let name: String
    let fileName: String?

    /// Nil where the heading is not what a browser sends.
    init?(_ heading: some Collection<UInt8>) {
        let lines = String(decoding: heading, as: UTF8.self).split(separator: "\r\n")
        let title = "content-disposition:"
        guard let line = lines.first(where: { $0.lowercased().hasPrefix(title) }) else { return nil }
        let value = line.dropFirst(title.count).drop(while: { $0 == " " })
        guard value.lowercased().hasPrefix("form-data;") else { return nil }
        let found = Self.parameters(of: value.dropFirst("form-data;".count))
        guard let name = found["name"] else { return nil }
        self.name = name
        fileName = found["filename"]
    }

    /// Quoted values hold no quote: browsers send it as %22.
    private static func parameters(of text: Substring) -> [String: String] {
        text.matches(of: /(?:^|[\s;])([A-Za-z]+)="([^"]*)"/).reduce(into: [:]) { found, match in
            let key = match.1.lowercased()
            found[key] = found[key] ?? String(match.2)
        }
    }
}

extension Multipart {
    /// The boundary that a content type names; nil where it is no form with files.
    static func boundary(in contentType: String?) -> String? {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data;"),
            let match = contentType.firstMatch(of: /boundary=(?:"([^"]+)"|([^\s;"]+))/)
        else { return nil }
        let boundary = String(match.1 ?? match.2 ?? "")
        let isPlain = boundary.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return (1...70).contains(boundary.utf8.count) && isPlain ? boundary : nil
    }
}
