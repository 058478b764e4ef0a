import Core
import Foundation
import Glibc

/// A file that somebody named on the command line, or what another command hands on.
enum FileBytes {
    private static let piece = 1 << 20

    /// All its bytes, or as many as a reader takes in: it says itself when they are too many.
    static func read(_ path: String, upTo most: Int) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Problems(Problem("command.file_is_missing", ["path": path])) }
        defer { close(file) }
        var about = stat()
        guard fstat(file, &about) == 0 else { throw unreadable(path) }
        if about.st_mode & S_IFMT == S_IFDIR { throw Problems(Problem("command.file_is_folder", ["path": path])) }
        // Once and not twice in memory: a file may be hundreds of megabytes.
        let size = min(most, Int(about.st_size))
        var bytes = try [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
            while count < size, let place = bytes.baseAddress {
                let read = try piece(of: file, path, into: place + count, size - count)
                if read == 0 { break }
                count += read
            }
        }
        guard bytes.count == size else { throw unreadable(path) }
        // Of a pipe the size is not known before.
        while size == 0, bytes.count < most {
            let more = try [UInt8](unsafeUninitializedCapacity: min(piece, most - bytes.count)) { more, count in
                if let place = more.baseAddress { count = try piece(of: file, path, into: place, more.count) }
            }
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// The end is 0 bytes; a disk that fails is no end.
    private static func piece(of file: Int32, _ path: String, into place: UnsafeMutablePointer<UInt8>, _ most: Int)
        throws -> Int
    {
        while true {
            let read = Glibc.read(file, place, most)
            if read >= 0 { return read }
            guard errno == EINTR else { throw unreadable(path) }
        }
    }

    private static func unreadable(_ path: String) -> Problems {
        Problems(Problem("command.file_is_unreadable", ["path": path]))
    }
}
