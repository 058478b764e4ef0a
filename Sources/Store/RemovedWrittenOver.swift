import Foundation

extension FileManager {
    private static let piece = 1_048_576

    /// The same for whatever lies there; what is gone meanwhile is gone.
    func removeAllWrittenOver(_ place: URL) throws {
        var isFolder: ObjCBool = false
        guard fileExists(atPath: place.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { return try removeWrittenOver(place) }
        for path in try subpathsOfDirectory(atPath: place.path) {
            let file = place.appendingPathComponent(path)
            let kind = try? attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
            if kind == .typeRegular { try removeWrittenOver(file) }
        }
        if fileExists(atPath: place.path) { try removeItem(at: place) }
    }

    /// Removes a file whose bytes are to be found by nobody who looks for removed files.
    func removeWrittenOver(_ file: URL) throws {
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
        try removeItem(at: file)
    }
}
