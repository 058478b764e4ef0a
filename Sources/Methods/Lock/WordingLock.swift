import Core
import Crypto

/// What each revision of a question said, so that other words under the same revision are noticed.
public struct WordingLock: Equatable, Sendable {
    /// The name of its file in the pack's folder.
    public static let file = "wordings.lock"

    /// By what is locked, such as `item team-help 1 nl`: its hash, or the word itself where that is one word.
    public private(set) var lines: [String: String]

    /// A lock without wordings.
    public init() {
        lines = [:]
    }

    init(lines: [String: String]) {
        self.lines = lines
    }

    /// What the lock of just this instrument says.
    init(of instrument: Instrument) {
        let items = instrument.locked.flatMap { Self.lines(of: $0, in: instrument) }
        let scales = instrument.scales.flatMap { Self.lines(of: $0, in: instrument) }
        lines = Dictionary(items + scales) { first, _ in first }
    }

    /// Whether each wording of the instrument is locked.
    public func covers(_ instrument: Instrument) -> Bool {
        WordingLock(of: instrument).lines.allSatisfy { lines[$0.key] == $0.value }
    }

    mutating func add(_ other: WordingLock) {
        lines.merge(other.lines) { own, _ in own }
    }

    private static func lines(of item: Locked, in instrument: Instrument) -> [(String, String)] {
        let name = "item \(item.id) \(item.revision) "
        let words = instrument.languages.map { language in
            (name + language.rawValue, SHA256.hash(parts: item.words.map { $0[language] }))
        }
        return words + [(name + "scale", item.scale), (name + "reversed", item.isReversed ? "yes" : "no")]
    }

    /// A question of any kind, as far as a lock knows it.
    struct Locked {
        let id: String
        let revision: Int
        let words: [LocalText]
        /// The name of its scale, or of the kind of question that has none.
        let scale: String
        var isReversed = false
    }

    private static func lines(of scale: Scale, in instrument: Instrument) -> [(String, String)] {
        let values = scale.values.flatMap { ["\($0.value)", $0.kind.rawValue] }
        let words = instrument.languages.map { language in
            ("scale \(scale.id) \(language)", SHA256.hash(parts: scale.values.map { $0.label[language] }))
        }
        return words + [("scale \(scale.id) values", SHA256.hash(parts: values))]
    }
}

extension Instrument {
    /// Everything that has a revision.
    var locked: [WordingLock.Locked] {
        items.map {
            .init(id: $0.id, revision: $0.revision, words: [$0.wording], scale: $0.scale, isReversed: $0.isReversed)
        }
            + openQuestions.map { .init(id: $0.id, revision: $0.revision, words: [$0.wording], scale: "open") }
            + background.map {
                .init(
                    id: $0.id, revision: $0.revision, words: [$0.wording] + $0.answers.map(\.label), scale: "background"
                )
            }
    }
}
