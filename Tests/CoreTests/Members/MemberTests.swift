import Core
import Testing

@Suite struct `Members of staff` {
    private let id = Member.ID.random()
    private let ward = Unit.ID.random()
    private let kitchen = Unit.ID.random()

    private func refusal(_ change: (inout Member) -> Void) -> Member.Refusal? {
        var member = Member(id: id, name: "Ada van Dijk", number: "0042", email: "ada@linde.example")
        change(&member)
        do { try member.check() } catch { return error }
        return nil
    }

    @Test func `a name is enough; what is typed is checked`() {
        #expect(refusal { _ in } == nil)
        #expect(refusal { ($0.number, $0.email) = (nil, nil) } == nil)
        #expect(refusal { $0.name = "  " } == .nameIsEmpty)
        #expect(refusal { $0.name = "Ada\u{202E}" } == .nameIsTooLong)
        #expect(refusal { $0.number = String(repeating: "1", count: 31) } == .numberIsTooLong)
        #expect(refusal { $0.functionGroup = String(repeating: "x", count: 81) } == .functionGroupIsTooLong)
    }

    @Test(arguments: ["ada@linde.example", "a.d+a@zorg-groep.linde.example", "ада@пример.example"])
    func `an address has one sign between two parts, and a dot behind it`(email: String) {
        #expect(refusal { $0.email = email } == nil)
    }

    @Test(arguments: [
        "ada", "ada@linde", "@linde.example", "ada@linde..example", "ada@linde.example.", "a da@linde.example",
        "ada@b@linde.example", "Ada <ada@linde.example>", "ada@linde.example\r\nBcc: b@linde.example",
        "ada,b@linde.example",
    ])
    func `what else looks like an address is none, a second line of a head above all`(email: String) {
        #expect(refusal { $0.email = email } == .emailIsNone)
    }

    // 111222333 and 123456782 are the examples that the government itself gives.
    @Test(arguments: ["111222333", "123456782", "1234.56.782", "123 456 782"])
    func `the number by which the state knows somebody is no personnel number`(number: String) {
        #expect(refusal { $0.number = number } == .numberIsOfTheState)
    }

    @Test(arguments: ["111222334", "000000000", "12345678", "1234567820", "A23456782"])
    func `other numbers are`(number: String) {
        #expect(refusal { $0.number = number } == nil)
    }

    @Test func `somebody can work in two units, and in the same one again later, but not twice at a time`() {
        func places(_ places: Member.Place...) -> Member.Refusal? { refusal { $0.places = places } }
        let (may, june) = (Day(2026, 5, 1), Day(2026, 6, 30))
        #expect(places(.init(unit: ward), .init(unit: kitchen)) == nil)
        #expect(places(.init(unit: ward, from: june + 1), .init(unit: ward, until: june)) == nil)
        #expect(places(.init(unit: ward, from: june), .init(unit: ward, until: june)) == .unitIsTwice)
        #expect(places(.init(unit: ward), .init(unit: ward, from: may, until: june)) == .unitIsTwice)
        #expect(places(.init(unit: ward, from: june, until: may)) == .endsBeforeItBegins)
    }

    @Test func `a place holds on its first and its last day, and a member is here on the last`() {
        let (may, june) = (Day(2026, 5, 1), Day(2026, 6, 30))
        let place = Member.Place(unit: ward, from: may, until: june)
        #expect([may - 1, may, june, june + 1].map(place.holds) == [false, true, true, false])
        #expect(Member.Place(unit: ward).holds(on: may))
        let leaving = Member(id: id, name: "Ada", leftOn: june)
        #expect([june, june + 1].map(leaving.isHere) == [true, false])
    }
}
