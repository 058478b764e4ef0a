import Foundation
import Testing

@testable import Web

/// Numbers that look random and are the same in each run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite struct MultipartTests {
    private static let boundary = "----weefsel42"

    private static func encode(_ parts: [Multipart.Part]) -> [UInt8] {
        var body: [UInt8] = []
        for part in parts {
            let file = part.fileName.map { "; filename=\"\($0)\"\r\nContent-Type: application/octet-stream" } ?? ""
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8)
            body += part.bytes + [13, 10]
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    private func read(_ body: [UInt8], pieces: Int = .max, using dice: inout Dice) throws -> [Multipart.Part] {
        var reader = Multipart(boundary: Self.boundary, .init(bytes: 100_000))
        var rest = body[...]
        while !rest.isEmpty {
            let size = pieces == .max ? rest.count : min(rest.count, Int.random(in: 1...pieces, using: &dice))
            try reader.take(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return try reader.finished()
    }

    /// Bytes that often look like the beginning of a delimiter.
    private func content(using dice: inout Dice) -> [UInt8] {
        let lure = Array("\r\n--\(Self.boundary)".utf8)
        return (0..<Int.random(in: 0...12, using: &dice)).flatMap { _ -> [UInt8] in
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: Array(lure.prefix(Int.random(in: 1..<lure.count, using: &dice)))
            case 1: lure + [65]
            case 2: [13, 10, 45, 45]
            default: (0..<40).map { _ in UInt8.random(in: 0...255, using: &dice) }
            }
        }
    }

    @Test(arguments: 1...300)
    func `what was sent comes out, however the bytes arrive`(seed: Int) throws {
        var dice = Dice(seed)
        let parts = (0..<Int.random(in: 0...5, using: &dice)).map { number in
            Multipart.Part(
                name: "field\(number)", fileName: Bool.random(using: &dice) ? "a b.csv" : nil,
                bytes: content(using: &dice))
        }
        let body = Self.encode(parts)
        #expect(try read(body, using: &dice) == parts)
        #expect(try read(body, pieces: 1, using: &dice) == parts)
        #expect(try read(body, pieces: 30, using: &dice) == parts)
    }

    @Test(arguments: 1...300)
    func `spoiled bytes are read or refused, the same in one piece and in many`(seed: Int) {
        var dice = Dice(seed)
        var body = Self.encode([
            .init(name: "a", fileName: "b", bytes: content(using: &dice)), .init(name: "c", fileName: nil),
        ])
        for _ in 0..<Int.random(in: 1...6, using: &dice) {
            let place = Int.random(in: body.indices, using: &dice)
            switch Int.random(in: 0..<3, using: &dice) {
            case 0: body[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: body.remove(at: place)
            default: body.insert(contentsOf: body.prefix(place), at: place)
            }
        }
        let whole = try? read(body, using: &dice)
        let pieces = try? read(body, pieces: 7, using: &dice)
        #expect(whole == pieces)
    }

    @Test func `broken bodies are refused or read, however long they are tried`() throws {
        let seconds = Double(ProcessInfo.processInfo.environment["WEEFSEL_FUZZ_SECONDS"] ?? "") ?? 2
        let start = ContinuousClock.now
        var (dice, tries, read) = (Dice(20_261_121), 0, 0)
        while tries < 200 || ContinuousClock.now - start < .seconds(seconds) {
            var body = Self.encode([
                .init(name: "a", fileName: "b.csv", bytes: content(using: &dice)),
                .init(name: "c", fileName: nil, bytes: content(using: &dice)),
            ])
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                let place = Int.random(in: 0..<body.count, using: &dice)
                body[place] = UInt8.random(in: 0...255, using: &dice)
            }
            tries += 1
            if let parts = try? self.read(body, pieces: 9, using: &dice) {
                read += 1
                #expect(parts.reduce(0) { $0 + $1.bytes.count } < body.count)
            }
        }
        #expect(read > tries / 10, "\(read) of \(tries) were read")
    }

    @Test func `a body that is cut off is refused`() {
        var dice = Dice(1)
        let body = Self.encode([.init(name: "a", fileName: nil, bytes: Array("tekst".utf8))])
        for length in 0..<(body.count - 4) {
            #expect(throws: Multipart.Problem.malformed) { try read(Array(body.prefix(length)), using: &dice) }
        }
    }

    @Test func `more bytes, parts or heading than the route takes are refused`() {
        var dice = Dice(1)
        let large = Self.encode([.init(name: "a", fileName: "b", bytes: .init(repeating: 65, count: 100_001))])
        #expect(throws: Multipart.Problem.tooLarge) { try read(large, using: &dice) }
        let many = Self.encode((0...33).map { .init(name: "f\($0)", fileName: nil) })
        #expect(throws: Multipart.Problem.tooLarge) { try read(many, using: &dice) }
        let long = Self.encode([.init(name: String(repeating: "n", count: 5_000), fileName: nil)])
        #expect(throws: Multipart.Problem.tooLarge) { try read(long, using: &dice) }
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; charset=x; boundary=\"a b\"", nil),
        ("multipart/form-data; boundary=\"a-b\"", "a-b"), ("multipart/form-data", nil),
        ("application/x-www-form-urlencoded", nil),
        ("multipart/form-data; boundary=\(String(repeating: "a", count: 71))", nil),
    ])
    func `a boundary is taken from the content type when it is plain`(type: String, boundary: String?) {
        #expect(Multipart.boundary(in: type) == boundary)
    }

    @Test func `a part without a name is refused`() {
        var dice = Dice(1)
        let body = Array("--\(Self.boundary)\r\nContent-Type: text/plain\r\n\r\nx\r\n--\(Self.boundary)--".utf8)
        #expect(throws: Multipart.Problem.malformed) { try read(body, using: &dice) }
    }
}
