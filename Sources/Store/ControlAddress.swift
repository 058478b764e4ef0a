import Foundation
import Glibc

/// The socket through which commands reach a running server. Its address takes about a hundred bytes, a data folder
/// may lie deeper: then it is reached by the folder's own descriptor, which is kept open as long as this is.
public final class ControlAddress: Sendable {
    public let path: String
    private let folder: Int32?

    private static let name = "control.sock"
    /// What `sun_path` holds, with its closing zero.
    private static let longest = 107

    public init(in folder: String) throws(StartProblem) {
        let plain = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(Self.name).path
        guard plain.utf8.count > Self.longest else {
            (path, self.folder) = (plain, nil)
            return
        }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .isNotWritable }
        let short = "/proc/self/fd/\(descriptor)"
        guard access(short, F_OK) == 0 else {
            close(descriptor)
            throw .pathIsTooLong
        }
        (path, self.folder) = ("\(short)/\(Self.name)", descriptor)
    }

    deinit {
        if let folder { close(folder) }
    }
}
