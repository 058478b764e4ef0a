import Core
import Methods

/// A pack that asks in every way: of everybody, of some, in one's own words, and of background.
enum AskingPack {
    /// Empty where the folder cannot be read, of which every test then complains.
    static let texts =
        (try? PackFolder(ShippedPacks.root + "/Tests/Packs/asking").files().bytes)
        .map { $0.mapValues { String(decoding: $0, as: UTF8.self) } } ?? [:]

    static func read(_ texts: [String: String] = texts) throws(Problems) -> Instrument {
        try Instrument(pack: PackFiles(folder: "asking", texts: texts))
    }

    static func problems(_ texts: [String: String]) -> [Problem] {
        do throws(Problems) {
            _ = try read(texts)
            return []
        } catch {
            return error.all
        }
    }

    static func with(_ file: String, _ old: String, _ new: String) -> [String: String] {
        guard let text = texts[file], text.contains(old) else { fatalError("no \(old) in \(file)") }
        return texts.merging([file: text.replacing(old, with: new)]) { $1 }
    }
}
