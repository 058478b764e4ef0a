import Core

/// A spot in a pack.
struct Place: Hashable {
    let file: String
    let line: Int?
}

/// Collects what is wrong with a pack, so that its writer sees everything at once.
final class Findings {
    private(set) var all: [Problem] = []

    func add(_ fault: PackFault, _ values: [String: String] = [:], at place: Place) {
        all.append(Problem(fault.rawValue, values.mapValues(\.shown), file: place.file, line: place.line))
    }

    /// Adds the fault, and a known word that the writer may have meant.
    func add(_ fault: PackFault, _ word: String, among known: some Sequence<String>, at place: Place) {
        guard let near = Nearby(to: word, among: known).word else {
            return add(fault, ["word": word, "known": known.sorted().joined(separator: ", ")], at: place)
        }
        let values = ["word": word.shown, "near": near.shown]
        all.append(Problem(fault.rawValue + "_near", values, file: place.file, line: place.line))
    }

    /// Without doubles, in the order of the files.
    var sorted: [Problem] {
        var seen: Set<Problem> = []
        return all.filter { seen.insert($0).inserted }.sorted {
            ($0.file ?? "", $0.line ?? 0, $0.key) < ($1.file ?? "", $1.line ?? 0, $1.key)
        }
    }
}

extension Findings {
    func add(_ problems: Problems) {
        for problem in problems.all { all.append(problem) }
    }
}

extension String {
    /// What a page or a terminal can show of a word from a pack: not a whole book, and nothing that steers.
    fileprivate var shown: String {
        let scalars = unicodeScalars.map { $0.isControl || $0 == "\n" ? "\u{FFFD}" : $0 }
        let letters = String(String.UnicodeScalarView(scalars))
        return letters.count > 200 ? letters.prefix(200) + "…" : letters
    }
}
