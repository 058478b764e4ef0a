import Core
import Foundation
import Methods
import Testing

@Suite final class PackFolderTests {
    private let root = FileManager.default.temporaryDirectory.path + "/packs-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: root + "/small", withIntermediateDirectories: true)
        for (name, text) in SmallPack.texts { try write(text, to: "small/" + name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/" + name))
    }

    @Test func `a pack on the disk reads as its files say`() throws {
        #expect(try PackFolder(root + "/small").instrument() == SmallPack.read())
        #expect(try PackFolder(root + "/small/").instrument() == SmallPack.read())
    }

    @Test func `hidden files are no part of a pack`() throws {
        try write("x", to: "small/.DS_Store")
        #expect(try PackFolder(root + "/small").instrument() == SmallPack.read())
    }

    @Test func `only folders are packs, by name`() throws {
        try write("x", to: "README.md")
        try FileManager.default.createDirectory(atPath: root + "/another", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: root + "/.git", withIntermediateDirectories: true)

        #expect(try PackFolder.all(in: root).map(\.name) == ["another", "small"])
    }

    @Test func `a folder that does not exist is said so`() {
        let problems = #expect(throws: Problems.self) { try PackFolder(root + "/large").instrument() }
        #expect(problems?.all == [Problem("pack.folder_is_missing", file: root + "/large")])
        #expect(throws: Problems.self) { try PackFolder.all(in: root + "/nowhere") }
    }

    @Test func `a folder inside a pack cannot be read as a file`() throws {
        try FileManager.default.createDirectory(atPath: root + "/small/nl", withIntermediateDirectories: true)
        let problems = #expect(throws: Problems.self) { try PackFolder(root + "/small").instrument() }
        #expect(problems?.all == [Problem("pack.file_is_unreadable", file: "small/nl")])
    }

    @Test func `a large file is not read to its end`() throws {
        try write(String(repeating: "x", count: 3_000_000), to: "small/SOURCES.md")
        let files = try PackFolder(root + "/small").files()
        #expect(files.bytes["SOURCES.md"]?.count == PackFiles.mostBytes + 1)
    }

    @Test func `a lock that is written is read again, and without one there is an empty lock`() throws {
        let folder = PackFolder(root + "/small")
        #expect(try folder.lock() == WordingLock())

        let lock = try WordingLock().updated(with: folder.instrument())
        try folder.write(lock)
        #expect(try folder.lock() == lock)
        #expect(try folder.instrument() == SmallPack.read())
    }
}
