import Foundation
import Glibc

/// The files of one wave: made, kept and destroyed with it.
struct WaveFiles: Sendable {
    let folder: URL

    var spool: URL { folder.appendingPathComponent("spool.sqlite") }
    var answers: URL { folder.appendingPathComponent("answers.sqlite") }
    /// What people wrote; only where the wave asked for it.
    var texts: URL { folder.appendingPathComponent("texts.sqlite") }
    /// Stands beside the spool, never in the core database or a backup.
    var secret: URL { folder.appendingPathComponent("secret") }
    /// Empty: that it is there says that the wave was closed, and may take no more answers.
    var closing: URL { folder.appendingPathComponent("closing") }

    func make() throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Tells a restart that somebody closed the wave. Closing does not wait for it: the disk may be too full even for this.
    func markClosing() {
        let mark = open(closing.path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        guard mark >= 0 else { return }
        Glibc.close(mark)
        let place = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return }
        fsync(place)
        Glibc.close(place)
    }

    func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    /// A database with what SQLite lays beside it; a file that is not there is well.
    func destroy(_ file: URL) throws {
        for suffix in ["-wal", "-shm", "-journal", ""] where FileManager.default.fileExists(atPath: file.path + suffix)
        {
            try FileManager.default.removeItem(atPath: file.path + suffix)
        }
    }

    /// Writes over the bytes before they go, so that nobody who looks for removed files finds them.
    func destroySecret() throws {
        guard exists(secret) else { return }
        try FileManager.default.removeWrittenOver(secret)
    }

    func writeSecret(_ bytes: [UInt8]) throws {
        let made = FileManager.default.createFile(
            atPath: secret.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard made else { throw StartProblem.isNotWritable }
        let handle = try FileHandle(forUpdating: secret)
        try handle.synchronize()
        try handle.close()
    }

    func readSecret() throws -> [UInt8] {
        guard exists(secret) else { throw WaveFileProblem.isMissing(.secretIsMissing) }
        let bytes = try Array(Data(contentsOf: secret))
        guard bytes.count == Self.secretLength else { throw WaveFileProblem.isBroken(.secretIsMissing) }
        return bytes
    }

    private static let secretLength = 32
}
