/// The files of one pack as they lie in its folder.
public struct PackFiles: Equatable, Sendable {
    /// The folder's name, which is the pack's id.
    public let folder: String
    public let bytes: [String: [UInt8]]

    public init(folder: String, bytes: [String: [UInt8]]) {
        self.folder = folder
        self.bytes = bytes
    }

    public init(folder: String, texts: [String: String]) {
        self.init(folder: folder, bytes: texts.mapValues { Array($0.utf8) })
    }

    /// No file of a pack is near this; a longer one is no pack.
    public static let mostBytes = 256 * 1024

    /// What `SOURCES.md` says.
    public var sources: String? { bytes[Self.sources].map { String(decoding: $0, as: UTF8.self) } }

    static let structure = ["method.yaml", "questions.yaml", "scoring.yaml"]
    static let sources = "SOURCES.md"

    static func words(in language: String) -> String { language + ".yaml" }
}
