import Core
import Testing

@Suite struct InvitationCodeTests {
    @Test func `a code reads back however somebody types it`() throws {
        let code = InvitationCode.fresh()
        let text = code.description
        #expect(text.count == 14 && text.split(separator: "-").map(\.count) == [4, 4, 4])
        #expect(InvitationCode(text) == code)
        #expect(InvitationCode(text.lowercased().replacing("-", with: " ")) == code)
        #expect(InvitationCode(text + "2") == nil && InvitationCode("") == nil && InvitationCode("é" + text) == nil)
    }

    @Test func `one wrong sign and two swapped neighbours are always found`() {
        let right = Array(InvitationCode.fresh().description.utf8.filter { $0 != 45 })
        for place in right.indices {
            for letter in CodeSigns.alphabet where letter != right[place] {
                var wrong = right
                wrong[place] = letter
                #expect(InvitationCode(String(decoding: wrong, as: UTF8.self)) == nil)
            }
        }
        for place in 0..<(right.count - 1) where right[place] != right[place + 1] {
            var wrong = right
            wrong.swapAt(place, place + 1)
            #expect(InvitationCode(String(decoding: wrong, as: UTF8.self)) == nil)
        }
    }

    @Test func `ten thousand fresh codes are all different`() {
        #expect(Set((0..<10_000).map { _ in InvitationCode.fresh() }).count == 10_000)
    }
}
