/// How the bytes of a text file stand for letters.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"
}

/// The bytes of a file as letters in UTF-8, and what they were before.
public struct DecodedText: Sendable {
    /// Without a byte order mark.
    public let bytes: ArraySlice<UInt8>
    public let encoding: TextEncoding
    /// Signs that could not be read, and stand as U+FFFD.
    public let unreadable: Int

    /// Reads UTF-16 by its mark or its pattern, then UTF-8, then Windows-1252.
    ///
    /// A file that is UTF-8 but for a few bytes, as where a program cut a letter in two, stays UTF-8.
    public init(_ file: [UInt8]) throws(TextFileFault) {
        if let kind = BinaryKind(file) { throw .isBinary(kind) }
        if let order = Self.utf16Order(file) {
            var (text, unreadable) = ([UInt8](), 0)
            Self.decode16(file, order, into: &text, &unreadable)
            (bytes, encoding, self.unreadable) = (text[...], .utf16, unreadable)
        } else {
            let content = file.dropFirst(file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
            let (hasNone, isPlain) = content.withUnsafeBufferPointer { ($0.contains(0), !$0.contains { $0 >= 0x80 }) }
            if hasNone { throw .isBinary(.unknown) }
            (bytes, encoding, unreadable) = isPlain ? (content, .utf8, 0) : Self.decode8(content)
        }
    }

    private static func decode8(_ file: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, TextEncoding, Int) {
        let found = UTF8Check(file)
        if found.faults == 0 { return (file, .utf8, 0) }
        if found.letters > found.faults {
            return (Array(String(decoding: file, as: UTF8.self).utf8)[...], .utf8, found.faults)
        }
        var text: [UInt8] = []
        text.reserveCapacity(file.count + file.count / 16)
        var unreadable = 0
        for byte in file {
            guard byte >= 0x80 else { text.append(byte); continue }
            let scalar = Windows1252.scalar(byte)
            if scalar == "\u{FFFD}" { unreadable += 1 }
            text += UTF8.encode(scalar).map { Array($0) } ?? []
        }
        return (text[...], .windows1252, unreadable)
    }
}

/// Whether bytes are UTF-8: how many letters beyond ASCII they spell, and where they spell none.
private struct UTF8Check {
    private(set) var letters = 0
    private(set) var faults = 0

    init(_ bytes: ArraySlice<UInt8>) {
        var decoder = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        while true {
            switch decoder.parseScalar(from: &rest) {
            case .valid(let scalar): if scalar.count > 1 { letters += 1 }
            case .error: faults += 1
            case .emptyInput: return
            }
        }
    }
}

extension DecodedText {
    fileprivate enum ByteOrder { case little, big }

    /// By the mark, else where most every other byte of the beginning is none.
    fileprivate static func utf16Order(_ file: [UInt8]) -> ByteOrder? {
        if file.starts(with: [0xFF, 0xFE]) { return .little }
        if file.starts(with: [0xFE, 0xFF]) { return .big }
        let sample = file.prefix(64)
        guard sample.count >= 8, sample.count % 2 == 0 || file.count > 64 else { return nil }
        let zeros = [0, 1].map { offset in
            stride(from: offset, to: sample.count, by: 2).count { sample[$0] == 0 }
        }
        let half = sample.count / 2
        if zeros[1] * 3 >= half * 2, zeros[0] == 0 { return .little }
        return zeros[0] * 3 >= half * 2 && zeros[1] == 0 ? .big : nil
    }

    fileprivate static func decode16(
        _ file: [UInt8], _ order: ByteOrder, into text: inout [UInt8], _ unreadable: inout Int
    ) {
        let units = stride(from: 0, to: file.count - 1, by: 2).lazy.map { place in
            let (first, second) = (UInt16(file[place]), UInt16(file[place + 1]))
            return order == .little ? first | second << 8 : first << 8 | second
        }
        var (rest, decoder) = (units.makeIterator(), Unicode.UTF16.ForwardParser())
        text.reserveCapacity(file.count / 2)
        if file.count % 2 == 1 { unreadable += 1 }
        while true {
            switch decoder.parseScalar(from: &rest) {
            case .valid(let code):
                let scalar = UTF16.decode(code)
                if scalar != "\u{FEFF}" { text += UTF8.encode(scalar).map { Array($0) } ?? [] }
            case .error:
                unreadable += 1
                text += [0xEF, 0xBF, 0xBD]
            case .emptyInput: return
            }
        }
    }
}
