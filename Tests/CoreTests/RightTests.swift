import Core
import Testing

@Suite struct RightTests {
    @Test func `the table of roles is that of the agreements`() {
        let readers = Role.allCases.filter { $0.rights.contains(.readTotals) }
        #expect(readers == [.hr, .leader, .board, .council, .researcher])
        #expect(Role.allCases.filter { $0.rights.contains(.readOtherUnits) } == [.hr, .board, .council])
        #expect(Role.allCases.filter { $0.rights.contains(.readResponse) } == [.hr, .board, .council])
        #expect(Role.allCases.filter { $0.rights.contains(.readUnpublished) } == [.hr, .council])
        #expect(Role.allCases.filter { $0.rights.contains(.makeCards) } == [.hr])
        #expect(Role.allCases.filter { $0.rights.contains(.readLog) } == [.admin, .council])
        #expect(Role.allCases.filter { $0.rights.contains(.readRegister) } == [.hr, .board, .council])
        #expect(Role.allCases.filter { $0.rights.contains(.readRawAnswers) } == [.hr, .council, .researcher])
        #expect(Role.allCases.filter { $0.rights.contains(.changeSettings) } == [.admin])
    }

    @Test func `the administrator of the machine sees no figure`() {
        let figures: Set<Right> = [.readTotals, .readOwnBranch, .readOtherUnits, .readResponse, .readOwnResponse]
        #expect(Role.admin.rights.isDisjoint(with: figures))
    }

    @Test func `an identifier reads back, and nothing else is one`() {
        var generator = SystemRandomNumberGenerator()
        let id = Unit.ID.random(using: &generator)
        #expect(Unit.ID("\(id)") == id)
        #expect(Unit.ID("+" + "\(id)".dropFirst()) == nil)
        #expect(Unit.ID("\(id)0") == nil)
    }

    @Test func `a decision says what was agreed, and one that was written down without it can still be read`() throws {
        func decision(isKept: Bool) throws(Decision.Refusal) -> Decision {
            try Decision(
                id: .random(), kind: .moderation, subject: "x", askedBy: .named("y"),
                agreements: [.init(role: .hr, day: Day(2026, 1, 1))], decidedOn: Day(2026, 1, 1), text: " \n",
                language: .dutch, isKept: isKept)
        }
        #expect(throws: Decision.Refusal.textIsEmpty) { try decision(isKept: false) }
        #expect(try decision(isKept: true).text == " \n")
    }

    @Test func `a decision on research needs the council`() {
        #expect(throws: Decision.Refusal.needsCouncil) {
            try Decision(
                id: .random(), kind: .researchWave, subject: "x", askedBy: .named("y"),
                agreements: [.init(role: .hr, day: Day(2026, 1, 1)), .init(role: .staffMeeting, day: Day(2026, 1, 1))],
                decidedOn: Day(2026, 1, 1), text: "Tot de zomer.", language: .dutch)
        }
    }
}
