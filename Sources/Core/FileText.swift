public import Files

/// The text of a file that somebody made on a PC: UTF-8 or UTF-16, with or without a mark, else Windows-1252.
public struct FileText: Sendable {
    public let text: String
    public let isWindows1252: Bool

    public init(_ bytes: [UInt8]) throws(TextFileFault) {
        let decoded = try DecodedText(bytes)
        text = String(decoding: decoded.bytes, as: UTF8.self)
        isWindows1252 = decoded.encoding == .windows1252
    }
}
