import Foundation
import Subprocess
import SystemPackage

/// The browser of this server, where one is installed: it makes a PDF of a page, as a print does.
struct Chromium: Sendable {
    enum Fault: Error, Sendable { case tookTooLong, failed }

    /// Where its program is.
    let path: String
    /// Ends when a page of any size should be ready long since; what is not is stopped.
    var patience: @Sendable () async -> Void = { try? await Task.sleep(for: .seconds(60)) }

    /// Prints a page of this disk. Nothing is asked of the network, and nothing but a socket lies outside the folder: a
    /// path to it that is long, as this folder's may be, stops the browser.
    func makePDF(of page: URL, at file: URL, in folder: URL) async throws(Fault) {
        let arguments = options(folder) + ["--print-to-pdf=\(file.path)", page.absoluteString]
        switch await end(arguments, in: folder) {
        case .none: throw .tookTooLong
        case .exited(0) where FileManager.default.fileExists(atPath: file.path): break
        default: throw .failed
        }
    }

    /// How it ended, or nil when it took too long. Not by Foundation's `Process`, which in Swift 6.3 reads beyond the
    /// list of open files, and now and then brings the whole server down.
    private func end(_ arguments: [String], in folder: URL) async -> TerminationStatus? {
        await withTaskGroup(of: TerminationStatus?.self) { group in
            group.addTask { [path] in
                let ended = try? await run(
                    .path(FilePath(path)), arguments: Arguments(arguments),
                    environment: .custom(["HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin"]),
                    workingDirectory: FilePath(folder.path), platformOptions: Self.inItsOwnGroup, output: .discarded)
                return ended?.terminationStatus ?? .exited(-1)
            }
            group.addTask { [patience] in
                await patience()
                return nil
            }
            let first = await group.next() ?? nil
            // Stops the other, and waits until it is gone.
            group.cancelAll()
            return first
        }
    }

    /// What is stopped is stopped with all that it started.
    private static var inItsOwnGroup: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        return options
    }

    private func options(_ folder: URL) -> [String] {
        let plain = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--disable-extensions",
            "--disable-background-networking", "--disable-sync", "--proxy-server=127.0.0.1:1", "--disable-breakpad",
            "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--no-pdf-header-footer",
            "--export-tagged-pdf", "--generate-pdf-document-outline",
        ]
        // A sandbox refuses to start for the administrator of the machine.
        return geteuid() == 0 ? plain + ["--no-sandbox"] : plain
    }
}
