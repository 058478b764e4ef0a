import Testing

@testable import Core

/// When a message is tried again.
@Suite struct MessageTests {
    @Test func `the first tries follow each other soon, and the last comes within three days`() {
        let pauses = (1...).lazy.map { Message.pause(after: $0) }.prefix { $0 != nil }.compactMap(\.self)
        #expect(Array(pauses.prefix(7)) == [60, 300, 900, 3_600, 7_200, 14_400, 14_400])
        let last = pauses.reduce(0, +)
        #expect(last <= 3 * 86_400 && last + 14_400 > 3 * 86_400)
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func `before the first try there is no pause, and after the last no try`() {
        #expect(Message.pause(after: 0) == nil && Message.pause(after: Message.pauses.count + 1) == nil)
    }
}
