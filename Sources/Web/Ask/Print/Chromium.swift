import Foundation

/// The browser of this server, where one is installed: it makes a PDF of a page, as a print does.
struct Chromium: Sendable {
    enum Fault: Error, Sendable { case tookTooLong, failed }

    /// Where its program is.
    let path: String
    /// A page of any size is ready long before; what is not is stopped.
    var patience = Duration.seconds(60)

    /// Prints a page of this disk. Nothing is asked of the network, and nothing but a socket lies outside the folder: a
    /// path to it that is long, as this folder's may be, stops the browser.
    func makePDF(of page: URL, at file: URL, in folder: URL) async throws(Fault) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = options(folder) + ["--print-to-pdf=\(file.path)", page.absoluteString]
        process.environment = ["HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin"]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ended, tell) = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in tell.finish() }
        do { try process.run() } catch { throw .failed }
        guard await ends(process.processIdentifier, ended) else { throw .tookTooLong }
        guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: file.path) else { throw .failed }
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

    /// Whether it ended by itself; else it is stopped, and with it what it started.
    private func ends(_ pid: pid_t, _ ended: AsyncStream<Void>) async -> Bool {
        let stopping = Task {
            try await Task.sleep(for: patience)
            kill(-pid, SIGKILL)
            kill(pid, SIGKILL)
        }
        for await _ in ended {}
        stopping.cancel()
        return (try? await stopping.value) == nil
    }
}
