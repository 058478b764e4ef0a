import Core
public import Foundation
import Glibc
import Surveys

/// The folder of one installation: its files, and the lock that makes this process its one owner.
public final class DataFolder: Sendable {
    public let url: URL
    private let lock: Int32

    /// Takes the folder, making it where it is missing; refuses when another process has it.
    public init(_ path: String) throws(StartProblem) {
        url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        do {
            let readable: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            for folder in [url, waves(in: url), temporaryFolder(in: url)] {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true, attributes: readable)
            }
        } catch {
            throw .isNotWritable
        }
        lock = open(url.appendingPathComponent("lock").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw .isNotWritable }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(lock)
            throw .isHeldByAnother
        }
    }

    deinit { Glibc.close(lock) }

    /// Whether an installation lies here, so that a mistyped path is not taken for a new one.
    public static func isThere(_ path: String) -> Bool {
        let core = URL(fileURLWithPath: path, isDirectory: true).appendingPathComponent("core.sqlite")
        return FileManager.default.fileExists(atPath: core.path)
    }

    public var core: URL { url.appendingPathComponent("core.sqlite") }
    /// Files of a wizard rest here, in no backup.
    public var temporary: URL { temporaryFolder(in: url) }

    /// Copies that the program makes itself, before an upgrade.
    public var backups: URL { url.appendingPathComponent("backups", isDirectory: true) }

    /// Questionnaires that an organisation wrote itself, each a folder.
    func packs(of organisation: Organisation) -> String {
        url.appendingPathComponent("packs/\(organisation.slug)", isDirectory: true).path
    }

    /// Where one of them lies, as people are told.
    func place(ofPack id: String, of organisation: Organisation) -> String { "packs/\(organisation.slug)/\(id)" }

    func files(of wave: Wave.ID) -> WaveFiles {
        WaveFiles(folder: waves(in: url).appendingPathComponent("\(wave)", isDirectory: true))
    }
}

private func waves(in url: URL) -> URL { url.appendingPathComponent("waves", isDirectory: true) }
private func temporaryFolder(in url: URL) -> URL { url.appendingPathComponent("tmp", isDirectory: true) }
