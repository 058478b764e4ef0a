import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// PDFs, made by programs that stand in for a browser.
@Suite struct PrintTests {
    /// A program that runs these lines with `$out` as the file to make and `$page` as the page.
    private func browser(_ lines: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("browser-\(UUID().uuidString)").path
        let script = """
            #!/bin/sh
            for word in "$@"; do case "$word" in --print-to-pdf=*) out=${word#*=};; file://*) page=${word#file://};; esac; done
            \(lines)
            """
        try Data(script.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    /// Whether a process is there that is more than a name which nobody took away yet.
    private static func runs(_ process: pid_t) -> Bool {
        guard let told = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        return told.split(separator: ") ").last?.first != "Z"
    }

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("print-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func finished(
        _ queue: PrintQueue, _ id: PrintQueue.Job.ID, for owner: Account.ID
    ) async throws -> PrintQueue.State? {
        while let job = await queue.job(id, for: owner) {
            if job.state != .waits { return job.state }
            try await Task.sleep(for: .milliseconds(5))
        }
        return nil
    }

    @Test func `a page becomes a file, and nothing else is left`() async throws {
        let (folder, owner) = (try folder(), Account.ID.random())
        let queue = PrintQueue(Chromium(path: try browser("cat \"$page\" > \"$out\"")), in: folder) { try $1() }
        let id = try await queue.add("<p>Hallo", called: "Verslag", of: .random(), in: .random(), for: owner)
        guard case .done(let file) = try await finished(queue, id, for: owner) else {
            Issue.record("no file")
            return
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == "<p>Hallo")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [file.lastPathComponent])
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(await queue.job(id, for: .random()) == nil)
        try FileManager.default.removeItem(at: file)
        #expect(await queue.job(id, for: owner) == nil)
    }

    @Test func `for an organisation that went meanwhile nothing is laid down`() async throws {
        let (folder, owner) = (try folder(), Account.ID.random())
        let queue = PrintQueue(Chromium(path: try browser("cat \"$page\" > \"$out\"")), in: folder) { _, _ in
            throw NotFound()
        }
        let id = try await queue.add("<p>Hallo", called: "Verslag", of: .random(), in: .random(), for: owner)
        #expect(try await finished(queue, id, for: owner) == .failed(.failed))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `a browser that hangs is stopped with all that it started, and the next is made`() async throws {
        let (folder, owner) = (try folder(), Account.ID.random())
        let started = folder.appendingPathComponent("started")
        let program = try browser(
            """
            if grep -q slow "$page"; then sleep 600 & echo $! > "\(started.path)"; wait; fi
            echo > "$out"
            """)
        // Over as soon as the first hangs with what it started, and never for the next, however busy the machine is.
        let hung = folder.appendingPathComponent("hung")
        let patience = { @Sendable in
            while !Task.isCancelled {
                if let pid = try? String(contentsOf: started, encoding: .utf8), pid.hasSuffix("\n") {
                    return (try? FileManager.default.moveItem(at: started, to: hung)) ?? ()
                }
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        let queue = PrintQueue(Chromium(path: program, patience: patience), in: folder) { try $1() }
        let slow = try await queue.add("slow", called: "Een", of: .random(), in: .random(), for: owner)
        let quick = try await queue.add("quick", called: "Twee", of: .random(), in: .random(), for: owner)
        #expect(try await finished(queue, slow, for: owner) == .failed(.tookTooLong))
        let next = try await finished(queue, quick, for: owner)
        if case .done = next {} else { Issue.record("\(String(describing: next))") }
        let child = try #require(pid_t(String(contentsOf: hung, encoding: .utf8).trimmed))
        #expect(!Self.runs(child))
    }

    @Test(arguments: ["exit 1", "exit 0", "kill -9 $$"])
    func `a browser that gives nothing is told`(lines: String) async throws {
        let owner = Account.ID.random()
        let queue = PrintQueue(Chromium(path: try browser(lines)), in: try folder()) { try $1() }
        let id = try await queue.add("page", called: "Verslag", of: .random(), in: .random(), for: owner)
        #expect(try await finished(queue, id, for: owner) == .failed(.failed))
    }

    @Test func `a program that is none is told`() async throws {
        let owner = Account.ID.random()
        let queue = PrintQueue(Chromium(path: "/nowhere/browser"), in: try folder()) { try $1() }
        let id = try await queue.add("page", called: "Verslag", of: .random(), in: .random(), for: owner)
        #expect(try await finished(queue, id, for: owner) == .failed(.failed))
    }

    @Test func `who asks twice waits once, and when many wait the next comes back later`() async throws {
        let (owner, wave, home) = (Account.ID.random(), Wave.ID.random(), Organisation.ID.random())
        let folder = try folder()
        let gate = folder.appendingPathComponent("gate")
        let program = try browser("while [ ! -e \"\(gate.path)\" ]; do sleep 0.1; done")
        // However busy the machine is, nothing is given up on before all of them wait.
        let hours = { @Sendable in _ = try? await Task.sleep(for: .seconds(3_600)) }
        let queue = PrintQueue(Chromium(path: program, patience: hours), in: folder) { try $1() }
        defer { try? Data().write(to: gate) }
        let first = try await queue.add("page", called: "Verslag", of: wave, in: home, for: owner)
        #expect(try await queue.add("page", called: "Verslag", of: wave, in: home, for: owner) == first)
        for number in 1..<PrintQueue.mostWaiting {
            _ = try await queue.add("page \(number)", called: "Verslag", of: wave, in: home, for: owner)
        }
        await #expect(throws: PrintQueue.Fault.isFull) {
            try await queue.add("one more", called: "Verslag", of: wave, in: home, for: owner)
        }
    }

    @Test func `whoever may see other groups by now gets no file of before`() async throws {
        let house = try await House(chromium: try browser("cat \"$page\" > \"$out\""))
        let told = try await Told(in: house)
        let reader = try await house.visitor(.researcher)
        try await house.test { client async throws in
            let path = try #require(
                try await reader.post(told.path + "/files/pdf", [], client).headers[.location])
            while try await reader.get(path, client).text.contains("De pdf wordt gemaakt") {
                try await Task.sleep(for: .milliseconds(5))
            }
            let file = try await reader.get(path + "/report.pdf", client)
            #expect(file.headers[.contentType] == "application/pdf")
            try await house.store.addRole(.board, unit: nil, to: reader.account, in: house.organisation.id)
            for part in ["", "/report.pdf"] {
                let answer = try await reader.get(path + part, client)
                #expect(answer.status == .seeOther && answer.headers[.location] == told.path + "/files")
            }
        }
    }
}
