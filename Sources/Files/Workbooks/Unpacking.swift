import CZlib

/// The bytes of a packed file, piece by piece: of a bomb only as much is unpacked as anybody asks for.
final class Unpacking {
    private var stream = z_stream()
    private let packed: ArraySlice<UInt8>
    private let file: PackedFolder.File
    private var taken = 0
    private var sum: uLong = 0
    private var isOver = false
    /// How many bytes may still come, of all files of a workbook.
    private let allowance: Allowance

    /// So many bytes may be unpacked in all.
    final class Allowance {
        private var left: Int
        init(_ bytes: Int) { left = bytes }

        func take(_ bytes: Int) throws(WorkbookFault) {
            left -= bytes
            guard left >= 0 else { throw .isTooLarge }
        }
    }

    init(_ file: PackedFolder.File, _ packed: ArraySlice<UInt8>, _ allowance: Allowance) throws(WorkbookFault) {
        (self.file, self.packed, self.allowance) = (file, packed, allowance)
        sum = crc32(0, nil, 0)
        // Minus 15: without a head of its own, as in a packed folder.
        guard !file.isDeflated || inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .isBroken }
    }

    deinit { if file.isDeflated { inflateEnd(&stream) } }

    /// Fills a room with what comes next, and says how many bytes that are; 0 at the end.
    func next(into room: UnsafeMutableBufferPointer<UInt8>) throws(WorkbookFault) -> Int {
        guard !isOver, let start = room.baseAddress else { return 0 }
        let count = file.isDeflated ? try inflated(into: room) : copied(into: room)
        try allowance.take(count)
        sum = crc32(sum, start, uInt(count))
        if isOver, Int(sum) != file.checksum { throw .isBroken }
        return count
    }

    private func copied(into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let piece = packed.dropFirst(taken).prefix(room.count)
        _ = room.update(fromContentsOf: piece)
        taken += piece.count
        isOver = taken == packed.count
        return piece.count
    }

    private func inflated(into room: UnsafeMutableBufferPointer<UInt8>) throws(WorkbookFault) -> Int {
        stream.next_out = room.baseAddress
        stream.avail_out = uInt(room.count)
        let state = packed.withUnsafeBufferPointer { bytes -> Int32 in
            // zlib takes a place that may change, and changes nothing.
            stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress.map { $0 + taken })
            stream.avail_in = uInt(min(bytes.count - taken, 1 << 30))
            let before = stream.avail_in
            defer { taken += Int(before - stream.avail_in) }
            return inflate(&stream, Z_NO_FLUSH)
        }
        isOver = state == Z_STREAM_END
        guard isOver || state == Z_OK else { throw .isBroken }
        return room.count - Int(stream.avail_out)
    }
}
