import CZlib

/// Makes packed folders (zip) that a test needs: whole ones, and such as no program writes.
public struct PackedFolderForge: Sendable {
    private var bytes: [UInt8] = []
    private var list: [UInt8] = []
    private var count = 0

    public init() {}

    public mutating func add(_ name: String, _ text: String, flags: Int = 0, checksum: UInt? = nil) {
        let plain = Array(text.utf8)
        let packed = Self.deflated(plain)
        let sum = checksum ?? crc32(0, plain, uInt(plain.count))
        let sizes = Self.long(Int(sum)) + Self.long(packed.count) + Self.long(plain.count)
        let common = Self.short(20) + Self.short(flags) + Self.short(8) + Self.long(0) + sizes
        let called = Self.short(name.utf8.count) + Self.short(0)
        list += Self.long(0x0201_4B50) + Self.short(20) + common + called + Self.short(0)
        list += Self.short(0) + Self.short(0) + Self.long(0) + Self.long(bytes.count) + Array(name.utf8)
        bytes += Self.long(0x0403_4B50) + common + called + Array(name.utf8) + packed
        count += 1
    }

    public var whole: [UInt8] {
        let end = Self.long(0x0605_4B50) + Self.long(0) + Self.short(count) + Self.short(count)
        return bytes + list + end + Self.long(list.count) + Self.long(bytes.count) + Self.short(0)
    }

    private static func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    private static func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16) }

    private static func deflated(_ plain: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        _ = deflateInit2_(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        defer { deflateEnd(&stream) }
        var (plain, packed) = (plain, [UInt8](repeating: 0, count: Int(compressBound(uLong(plain.count))) + 16))
        let (given, room) = (plain.count, packed.count)
        plain.withUnsafeMutableBufferPointer { from in
            packed.withUnsafeMutableBufferPointer { into in
                (stream.next_in, stream.avail_in) = (from.baseAddress, uInt(given))
                (stream.next_out, stream.avail_out) = (into.baseAddress, uInt(room))
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(packed.prefix(Int(stream.total_out)))
    }

    /// A workbook with one sheet of this markup.
    public static func workbook(
        sheet: String, texts: String = "<sst/>", formats: String = "<styleSheet/>", properties: String = ""
    ) -> PackedFolderForge {
        var forge = PackedFolderForge()
        let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ all: [(id: String, kind: String, target: String)]) -> String {
            let lines = all.map {
                "<Relationship Id=\"\($0.id)\" Type=\"\(kinds)/\($0.kind)\" Target=\"\($0.target)\"/>"
            }
            return "<Relationships>\(lines.joined())</Relationships>"
        }
        forge.add("_rels/.rels", relations([("a", "officeDocument", "xl/workbook.xml")]))
        forge.add(
            "xl/_rels/workbook.xml.rels",
            relations([
                ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"),
                ("r3", "styles", "/xl/styles.xml"),
            ]))
        forge.add(
            "xl/workbook.xml",
            "<x:workbook xmlns:x=\"m\" xmlns:r=\"\(kinds)\">\(properties)<x:sheets><x:sheet name=\"A\" r:id=\"r1\"/></x:sheets></x:workbook>"
        )
        forge.add("xl/sharedStrings.xml", texts)
        forge.add("xl/styles.xml", formats)
        forge.add("xl/worksheets/sheet1.xml", sheet)
        return forge
    }
}
