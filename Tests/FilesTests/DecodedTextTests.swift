import Files
import Testing

@Suite struct `Letters of a file` {
    private func decode(_ bytes: [UInt8]) throws -> (text: String, encoding: TextEncoding, unreadable: Int) {
        let decoded = try DecodedText(bytes)
        return (String(decoding: decoded.bytes, as: UTF8.self), decoded.encoding, decoded.unreadable)
    }

    private func utf16(_ text: String, little: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return little ? [low, high] : [high, low]
        }
    }

    private let text = "naam;één\n€;🙂\n"

    @Test func `UTF-8 is read with a mark and without`() throws {
        #expect(try decode(Array(text.utf8)) == (text, .utf8, 0))
        #expect(try decode([0xEF, 0xBB, 0xBF] + text.utf8) == (text, .utf8, 0))
    }

    @Test(arguments: [true, false])
    func `UTF-16 is read with a mark and without, in both orders`(little: Bool) throws {
        let bytes = utf16(text, little: little)
        #expect(try decode((little ? [0xFF, 0xFE] : [0xFE, 0xFF]) + bytes) == (text, .utf16, 0))
        #expect(try decode(bytes) == (text, .utf16, 0))
    }

    @Test func `what is no UTF-8 is read as Windows wrote it`() throws {
        let bytes = Array("Caf".utf8) + [0xE9, 0x20, 0x80, 0x3B, 0x93, 0x94]
        #expect(try decode(bytes) == ("Café €;“”", .windows1252, 0))
        #expect(try decode([0x61, 0x81]).unreadable == 1)
    }

    @Test func `a letter that was cut in two does not make the rest another encoding`() throws {
        let bytes = Array("één;één;Eén hoo".utf8) + [0xC3]
        let found = try decode(bytes)
        #expect(found.encoding == .utf8 && found.unreadable == 1)
        #expect(found.text.hasPrefix("één;één;Eén hoo"))
    }

    @Test(arguments: [
        ([0x50, 0x4B, 3, 4, 20], BinaryKind.workbook), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldWorkbook),
        (Array("$FL2@(#) SPSS".utf8), .spss), ([0x1F, 0x8B, 8], .packed), (Array("%PDF-1.7".utf8), .pdf),
        (Array("a;b\n1;".utf8) + [0] + Array("2\n".utf8), .unknown),
    ])
    func `a file that is no text is refused by what it is`(bytes: [UInt8], kind: BinaryKind) {
        #expect(throws: TextFileFault.isBinary(kind)) { try decode(bytes) }
    }
}
