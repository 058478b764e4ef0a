/// A packed folder (zip) in memory: which files lie in it, by the list of contents at its end.
struct PackedFolder {
    struct File: Equatable {
        /// Where its own head stands.
        let place: Int
        let packedBytes: Int
        let isDeflated: Bool
        let isLocked: Bool
        let checksum: Int
    }

    private let bytes: [UInt8]
    private let files: [String: File]

    private static let mostFiles = 10_000
    /// The end has a remark behind it of at most so many bytes.
    private static let longestRemark = 65_535
    private static let endBytes = 22

    init(_ bytes: [UInt8]) throws(WorkbookFault) {
        self.bytes = bytes
        files = try Self.files(in: bytes)
    }

    /// The packed bytes of a file; nil where there is none of that name.
    func file(_ name: String) throws(WorkbookFault) -> (file: File, packed: ArraySlice<UInt8>)? {
        guard let file = files[name.lowercased()] else { return nil }
        guard !file.isLocked else { throw .isLocked }
        guard bytes.long(file.place) == 0x0403_4B50 else { throw .isBroken }
        let start = file.place + 30 + bytes.short(file.place + 26) + bytes.short(file.place + 28)
        guard start <= bytes.count, file.packedBytes <= bytes.count - start else { throw .isBroken }
        return (file, bytes[start..<(start + file.packedBytes)])
    }

    /// Names are compared without case, as the programs do that write them.
    private static func files(in bytes: [UInt8]) throws(WorkbookFault) -> [String: File] {
        var (place, count) = try list(of: bytes)
        var files: [String: File] = [:]
        while count > 0 {
            guard bytes.long(place) == 0x0201_4B50 else { throw .isBroken }
            let (name, more) = (bytes.short(place + 28), bytes.short(place + 30))
            let end = place + 46 + name + more
            guard end <= bytes.count else { throw .isBroken }
            let called = String(decoding: bytes[(place + 46)..<(place + 46 + name)], as: UTF8.self).lowercased()
            // Of two of one name the first counts, whatever comes behind it.
            if files[called] == nil { files[called] = try file(at: place, (place + 46 + name)..<end, of: bytes) }
            (place, count) = (end + bytes.short(place + 32), count - 1)
        }
        return files
    }

    private static func file(at place: Int, _ more: Range<Int>, of bytes: [UInt8]) throws(WorkbookFault) -> File {
        let method = bytes.short(place + 10)
        // Sizes in this order stand aside where they do not fit.
        let sizes = [bytes.long(place + 24), bytes.long(place + 20), bytes.long(place + 42)]
        let whole = try LongSizes(bytes, more).filled(sizes)
        guard method == 0 || method == 8, whole[2] < bytes.count, whole[1] <= bytes.count else { throw .isBroken }
        return File(
            place: whole[2], packedBytes: whole[1], isDeflated: method == 8,
            isLocked: bytes.short(place + 8) & 1 == 1, checksum: bytes.long(place + 16))
    }

    /// Where the list of contents begins, and how many files it has.
    private static func list(of bytes: [UInt8]) throws(WorkbookFault) -> (place: Int, count: Int) {
        let first = max(0, bytes.count - endBytes - longestRemark)
        let ends = stride(from: bytes.count - endBytes, through: first, by: -1)
        guard let end = ends.first(where: { bytes.long($0) == 0x0605_4B50 }) else { throw .isBroken }
        var (count, place) = (bytes.short(end + 10), bytes.long(end + 16))
        if count == 0xFFFF || place == 0xFFFF_FFFF {
            guard bytes.long(end - 20) == 0x0706_4B50, let long = bytes.longer(end - 12), long < bytes.count,
                bytes.long(long) == 0x0606_4B50, let many = bytes.longer(long + 32), let start = bytes.longer(long + 48)
            else { throw .isBroken }
            (count, place) = (many, start)
        }
        guard count <= mostFiles, place < bytes.count else { throw count > mostFiles ? .isTooLarge : .isBroken }
        return (place, count)
    }
}

/// Sizes of more than 32 bits, which some programs write also where they would fit.
private struct LongSizes {
    private let bytes: [UInt8]
    private let field: Range<Int>

    init(_ bytes: [UInt8], _ more: Range<Int>) {
        self.bytes = bytes
        var (place, found) = (more.lowerBound, 0..<0)
        while place + 4 <= more.upperBound {
            let end = min(place + 4 + bytes.short(place + 2), more.upperBound)
            if bytes.short(place) == 1 { found = (place + 4)..<end }
            place = end
        }
        field = found
    }

    func filled(_ sizes: [Int]) throws(WorkbookFault) -> [Int] {
        var (place, whole) = (field.lowerBound, sizes)
        for index in whole.indices where whole[index] == 0xFFFF_FFFF {
            guard place + 8 <= field.upperBound, let size = bytes.longer(place) else { throw .isBroken }
            (whole[index], place) = (size, place + 8)
        }
        return whole
    }
}
