import Foundation
import Testing

@testable import Store

@Suite struct SecretTests {
    @Test func `a secret that goes is written over first, also where another name still leads to it`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("secret-\(UUID().uuidString)")
        let files = WaveFiles(folder: folder)
        try files.make()
        try files.writeSecret(Array(1...32))
        let other = folder.appendingPathComponent("other")
        try FileManager.default.linkItem(at: files.secret, to: other)

        try files.destroySecret()
        #expect(!files.exists(files.secret))
        #expect(try Array(Data(contentsOf: other)) == Array(repeating: 0, count: 32))
        try files.destroySecret()
    }
}
