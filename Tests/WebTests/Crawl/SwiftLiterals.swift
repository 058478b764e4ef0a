/// The texts in quotes of a Swift file, without what is put into them.
struct SwiftLiterals {
    private(set) var all: [String] = []
    private var rest: Substring

    init(_ source: String) {
        // A pattern may hold quotes.
        let plain = source.replacing(/\(of: \/.*\/\)/, with: "()")
        rest = plain[...]
        while let next = rest.first {
            if rest.hasPrefix("//") {
                rest = rest.drop { $0 != "\n" }
            } else if next == "\"" {
                readText()
            } else {
                rest.removeFirst()
            }
        }
    }

    private mutating func readText() {
        rest.removeFirst()
        var text = ""
        while let next = rest.popFirst(), next != "\"", next != "\n" {
            if next == "\\" {
                rest.hasPrefix("(") || rest.hasPrefix("#(") ? skipValue() : text.append(rest.removeFirst())
            } else {
                text.append(next)
            }
        }
        all.append(text)
    }

    private mutating func skipValue() {
        rest = rest.drop { $0 != "(" }
        var depth = 0
        repeat {
            guard let next = rest.first else { return }
            if next == "\"" {
                readText()
            } else {
                depth += next == "(" ? 1 : next == ")" ? -1 : 0
                rest.removeFirst()
            }
        } while depth > 0
    }
}
