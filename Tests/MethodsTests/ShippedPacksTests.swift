import Core
import Methods
import Testing

@Suite struct ShippedPacksTests {
    @Test func `the folder holds the two packs and nothing else`() throws {
        #expect(try PackFolder.all(in: ShippedPacks.folder).map { try $0.files().folder } == ShippedPacks.names)
    }

    @Test(arguments: ShippedPacks.names) func `a shipped pack can be read`(name: String) throws {
        let instrument = try ShippedPacks.instrument(name)
        #expect(instrument.id == name)
        #expect(instrument.languages == [.dutch, .english])
        #expect(instrument.hash.count == 64)
    }

    @Test func `the staff survey has 42 questions in ten themes of at most six`() throws {
        let survey = try ShippedPacks.instrument("staff-survey-care")
        #expect(survey.items.count == 42)
        #expect(survey.themes.count == 10)
        #expect(survey.themes.allSatisfy { (3...6).contains($0.items.count) })
    }

    @Test func `the pulse has five questions`() throws {
        #expect(try ShippedPacks.instrument("pulse").items.count == 5)
    }
}
