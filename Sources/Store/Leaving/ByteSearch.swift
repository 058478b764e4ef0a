import Foundation
import Synchronization

/// Looks for many texts at once in the bytes of files, whatever a file is.
struct ByteSearch {
    private let terms: [[UInt8]]
    /// Terms by their first four bytes, and a field of bits that says of most places at once that none begins there.
    private let beginnings: [UInt32: [Int]]
    private let mayBegin: [Bool]
    /// So much of a file is in memory at once, with what may begin in it and end in the next part.
    private static let part = 4_194_304
    /// Shorter ones stand in everything.
    static let shortest = 4

    private(set) var files = 0
    private(set) var bytes = 0

    init(_ terms: [String]) {
        self.terms = terms.map { Array($0.utf8) }.filter { $0.count >= Self.shortest }
        beginnings = Dictionary(grouping: self.terms.indices) { [terms = self.terms] in Self.word(terms[$0], at: 0) }
        var bits = [Bool](repeating: false, count: 65_536)
        for word in beginnings.keys { bits[Self.slot(word)] = true }
        mayBegin = bits
    }

    /// The places of the terms that stand in a file, or in the path that leads to it.
    mutating func terms(in file: URL, path: String, keeping handles: OpenHandles) throws -> Set<Int> {
        files += 1
        var found = terms(in: Array(path.utf8))
        let handle = try FileHandle(forReadingFrom: file)
        defer { handles.keepOrClose(handle, of: path) }
        let overlap = max(0, (terms.map(\.count).max() ?? 1) - 1)
        var window: [UInt8] = []
        while let next = try handle.read(upToCount: Self.part), !next.isEmpty {
            bytes += next.count
            window = Array(window.suffix(overlap)) + next
            found.formUnion(terms(in: window))
        }
        return found
    }

    private func terms(in bytes: [UInt8]) -> Set<Int> {
        var found: Set<Int> = []
        guard bytes.count >= Self.shortest else { return found }
        for place in 0...bytes.count - Self.shortest {
            let word = Self.word(bytes, at: place)
            guard mayBegin[Self.slot(word)], let candidates = beginnings[word] else { continue }
            for term in candidates where bytes[place...].starts(with: terms[term]) { found.insert(term) }
        }
        return found
    }

    private static func word(_ bytes: [UInt8], at place: Int) -> UInt32 {
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16 | UInt32(bytes[place + 2]) << 8
            | UInt32(bytes[place + 3])
    }

    private static func slot(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) >> 16) }
}

/// Handles on databases that are open in this process. The system forgets all locks that a process has on a file as soon
/// as it closes any handle on it; then another program could take the database for one that nobody uses.
final class OpenHandles: Sendable {
    private let kept = Mutex<[FileHandle]>([])

    func keepOrClose(_ handle: FileHandle, of path: String) {
        guard path.contains(".sqlite") else { try? handle.close(); return }
        kept.withLock { $0.append(handle) }
    }
}
