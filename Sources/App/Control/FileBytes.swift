import Core
import Foundation
import Glibc

/// A file that somebody named on the command line.
enum FileBytes {
    /// All its bytes, or as many as a reader takes in: it says itself when they are too many.
    static func read(_ path: String, upTo most: Int) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Problems(Problem("command.file_is_missing", ["path": path]))
        }
        defer { try? handle.close() }
        let size = min(most, Int(try handle.seekToEnd()))
        try handle.seek(toOffset: 0)
        // Once and not twice in memory: a file may be hundreds of megabytes.
        return [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
            while count < size {
                let read = Glibc.read(handle.fileDescriptor, bytes.baseAddress.map { $0 + count }, size - count)
                guard read > 0 else { break }
                count += read
            }
        }
    }
}
