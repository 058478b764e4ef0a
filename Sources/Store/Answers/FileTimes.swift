import Foundation
import Glibc

/// When a file was written and read, as the disk keeps it: in plain sight of whoever can list a folder.
enum FileTimes {
    private static let day = 86_400

    /// Sets both back to the start of their day (UTC). The disk's own time of change nobody can set: it becomes now.
    static func coarsen(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        let times = [status.st_atim, status.st_mtim].map { timespec(tv_sec: $0.tv_sec / day * day, tv_nsec: 0) }
        guard utimensat(AT_FDCWD, path, times, 0) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }
}
