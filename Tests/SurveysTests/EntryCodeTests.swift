import Core
import Testing

@testable import Surveys

@Suite struct EntryCodeTests {
    private let secret = WaveSecret([UInt8](repeating: 5, count: 32))

    @Test func `a code reads back however somebody types it`() throws {
        let code = EntryCode(number: 12_345_678_901)
        #expect(EntryCode(code.description) == code)
        #expect(EntryCode(code.description.lowercased().replacing("-", with: " ")) == code)
    }

    @Test func `one wrong character is always found`() {
        let right = Array(EntryCode(number: 9_876_543_210).characters)
        for place in right.indices {
            for letter in CodeSigns.alphabet where letter != right[place] {
                var wrong = right
                wrong[place] = letter
                #expect(EntryCode(String(decoding: wrong, as: UTF8.self)) == nil)
            }
        }
    }

    @Test func `two swapped neighbours are always found`() {
        for number in stride(from: UInt64(1), to: EntryCode.count, by: 1_234_567_891) {
            let right = EntryCode(number: number).characters
            for place in 0..<(right.count - 1) where right[place] != right[place + 1] {
                var wrong = right
                wrong.swapAt(place, place + 1)
                #expect(EntryCode(String(decoding: wrong, as: UTF8.self)) == nil)
            }
        }
    }

    @Test func `the same secret and batches give the same codes, and more cards change none`() {
        var generator = SystemRandomNumberGenerator()
        let first = CodeBook(secret, [CardBatch(block: 1, count: 40), CardBatch(block: 2, count: 30)])
        var grown = CodeBook(secret, [CardBatch(block: 1, count: 40), CardBatch(block: 2, count: 30)])
        grown.add(CardBatch(block: 1, count: 10))
        let codes = first.codes(of: 1, using: &generator)
        #expect(codes.count == 40)
        #expect(Set(codes).isSubset(of: grown.codes(of: 1, using: &generator)))
        #expect(codes.allSatisfy { grown.block(of: $0) == 1 })
        #expect(CodeBook(WaveSecret([UInt8](repeating: 6, count: 32)), []).block(of: codes[0]) == nil)
    }

    @Test func `sixty thousand codes are all different`() {
        #expect(CodeBook(secret, [CardBatch(block: 1, count: 60_000)]).count == 60_000)
    }

    @Test func `a code and a key of the spool do not resemble each other`() throws {
        let code = EntryCode(number: 1)
        #expect(secret.spoolKey(of: code).count == 32)
        #expect(secret.spoolKey(of: code) != WaveSecret([UInt8](repeating: 6, count: 32)).spoolKey(of: code))
    }
}
