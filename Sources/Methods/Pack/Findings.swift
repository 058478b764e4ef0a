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
        all.append(Problem(fault.rawValue, values, file: place.file, line: place.line))
    }

    /// Adds the fault, and a known word that the writer may have meant.
    func add(_ fault: PackFault, _ word: String, among known: some Sequence<String>, at place: Place) {
        guard let near = Nearby(to: word, among: known).word else {
            return add(fault, ["word": word, "known": known.sorted().joined(separator: ", ")], at: place)
        }
        all.append(Problem(fault.rawValue + "_near", ["word": word, "near": near], file: place.file, line: place.line))
    }

    /// Without doubles, in the order of the files.
    var sorted: [Problem] {
        var seen: Set<Problem> = []
        return all.filter { seen.insert($0).inserted }.sorted {
            ($0.file ?? "", $0.line ?? 0) < ($1.file ?? "", $1.line ?? 0)
        }
    }
}

extension Findings {
    func add(_ problems: Problems) {
        for problem in problems.all { all.append(problem) }
    }
}
