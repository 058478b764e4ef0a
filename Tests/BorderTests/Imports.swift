/// The modules that a source file imports.
func imports(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
        // `import struct Foundation.Date` imports Foundation.
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
        guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(accessLevels.contains) else {
            return nil
        }
        let rest = words[(place + 1)...].drop(while: kinds.contains)
        return rest.first?.split(separator: ".").first.map(String.init)
    }
}

private let accessLevels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
private let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
