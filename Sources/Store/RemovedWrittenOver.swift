import Foundation

extension FileManager {
    private static let piece = 1_048_576

    /// Removes a file whose bytes are to be found by nobody who looks for removed files.
    func removeWrittenOver(_ file: URL) throws {
        try writeOver(file)
        try removeItem(at: file)
    }

    func writeOver(_ file: URL) throws {
        let handle = try FileHandle(forUpdating: file)
        var left = Int(try handle.seekToEnd())
        try handle.seek(toOffset: 0)
        let nothing = Data(count: min(left, Self.piece))
        while left > 0 {
            try handle.write(contentsOf: nothing.prefix(left))
            left -= min(left, Self.piece)
        }
        try handle.synchronize()
        try handle.close()
    }
}
