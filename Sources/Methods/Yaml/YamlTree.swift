/// A YAML file as plain texts, lists and sections, each with the line on which it begins.
struct YamlTree: Equatable {
    let line: Int
    let content: Content

    indirect enum Content: Equatable {
        case nothing
        case text(String, isPlain: Bool)
        case list([YamlTree])
        case section([Pair])
    }

    struct Pair: Equatable {
        let key: String
        let line: Int
        let column: Int
        let value: YamlTree
    }
}
