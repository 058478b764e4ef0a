import Core
import Mustache
import Synchronization

/// The words of one language as a tree that a template walks.
final class WordTree: MustacheParent, Sendable {
    private let branches: [String: WordTree]
    private let text: String?
    private let path: String

    convenience init(_ texts: [String: String]) {
        self.init(texts.map { ($0.key.split(separator: ".").map(String.init), $0.value) }, path: "")
    }

    private init(_ texts: [([String], String)], path: String) {
        self.path = path
        text = texts.first { $0.0.isEmpty }?.1
        let below = Dictionary(grouping: texts.filter { !$0.0.isEmpty }) { $0.0[0] }
        branches = below.reduce(into: [:]) { tree, branch in
            let name = path.isEmpty ? branch.key : "\(path).\(branch.key)"
            tree[branch.key] = WordTree(branch.value.map { (Array($0.0.dropFirst()), $0.1) }, path: name)
        }
    }

    func child(named name: String) -> Any? {
        guard let branch = branches[name] else { return "⟦\(path).\(name)⟧" }
        return branch.branches.isEmpty ? branch.text : branch
    }
}

/// The trees that somebody asked for: an installation needs few of all languages and kinds of council.
final class WordShelf: Sendable {
    private struct Kind: Hashable {
        let language: Language
        let council: Organisation.CouncilKind
    }

    private let trees = Mutex<[Kind: WordTree]>([:])

    func tree(_ language: Language, _ council: Organisation.CouncilKind, make: () -> WordTree) -> WordTree {
        trees.withLock { trees in
            let kind = Kind(language: language, council: council)
            if let tree = trees[kind] { return tree }
            let tree = make()
            trees[kind] = tree
            return tree
        }
    }
}
