public import Core
import Foundation

/// Packs on the disk: each a folder in the folder `Packs`.
public struct PackFolder: Sendable {
    public let path: String

    public init(_ path: String) {
        self.path = path
    }

    /// The folder's own name, which is the pack's id.
    public var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// The folders of a folder of packs, by name.
    public static func all(in path: String) throws(Problems) -> [PackFolder] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw Problems(Problem(PackFault.folderIsMissing.rawValue, file: path))
        }
        return names.filter { !$0.hasPrefix(".") }.sorted().map { PackFolder(path + "/" + $0) }.filter(\.isFolder)
    }

    /// The files as they lie here; hidden ones are no part of a pack.
    public func files() throws(Problems) -> PackFiles {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw Problems(Problem(PackFault.folderIsMissing.rawValue, file: path))
        }
        var bytes: [String: [UInt8]] = [:]
        for name in names where !name.hasPrefix(".") { bytes[name] = try content(of: name) }
        return PackFiles(folder: name, bytes: bytes)
    }

    /// Reads what lies here.
    public func method() throws(Problems) -> Method { try Method(pack: files()) }

    /// Reads the questionnaire that lies here.
    public func instrument() throws(Problems) -> Instrument { try Instrument(pack: files()) }

    /// Reads the lock that lies here; without one, a lock without wordings.
    public func lock() throws(Problems) -> WordingLock {
        let bytes = try files().bytes[WordingLock.file] ?? []
        return try WordingLock(reading: String(decoding: bytes, as: UTF8.self))
    }

    /// Writes the lock beside the wordings that it locks.
    public func write(_ lock: WordingLock) throws {
        try Data(lock.text.utf8).write(to: URL(fileURLWithPath: path + "/" + WordingLock.file), options: .atomic)
    }

    private var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// One byte more than allowed at most, so that the reader notices.
    private func content(of name: String) throws(Problems) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path + "/" + name) else { throw unreadable(name) }
        defer { try? handle.close() }
        do { return try [UInt8](handle.read(upToCount: PackFiles.mostBytes + 1) ?? Data()) } catch {
            throw unreadable(name)
        }
    }

    private func unreadable(_ file: String) -> Problems {
        Problems(Problem(PackFault.fileIsUnreadable.rawValue, file: name + "/" + file))
    }
}
