import Disclosure
import Foundation
import Surveys
import Testing

@Suite struct ResultsDocumentTests {
    private let linde = Linde().answering(2, 12, [4, 2, 5]).answering(3, 14, [2, 4, 1]).answering(4, 3, [3, 3, 3])

    @Test func `figures are told as the number of persons allows`() throws {
        let document = try linde.document()
        #expect(document.invited == Shown(90, .exact))
        #expect(document.respondents == Shown(29, .exact))

        let whole = try #require(document.themes.first)
        // Exactly only how many took part: of a theme or a question it would tell who skipped it.
        #expect(whole.n == Shown(30, .about))
        #expect(whole.items.allSatisfy { $0.n == Shown(30, .about) })
        // 12 scores of 4, 14 of 2 and 3 of 3 are 85 over 29 persons: 2.93, in fifths from 1.
        #expect(whole.mean == Shown(3, .about))
        #expect(whole.distribution?.unfavourable == Shown(50, .about))
        #expect(whole.distribution?.neutral == Shown(10, .about))
        #expect(whole.favourable == Shown(40, .about))
        #expect(whole.deviation == nil && whole.alpha == nil)
    }

    @Test func `a group under twenty has means in halves and no percentages`() throws {
        let south = try linde.document().units.first { $0.path.last == "Zuid" }
        #expect(south?.n == Shown(15, .about))
        #expect(south?.themes[0].mean == Shown(2, .about))
        #expect(south?.themes[1].mean == Shown(thousandths: 1_500, bound: .atMost))
        #expect(south?.themes[0].distribution == nil)
        #expect(south?.themes[0].items.map(\.id) == ["help", "alone"])
    }

    @Test func `what is hidden has no figure at all`() throws {
        let kitchen = try #require(try linde.document().units.first { $0.path.last == "Keuken" })
        #expect(kitchen.n == nil)
        #expect(kitchen.themes.map(\.visibility) == [.tooFew, .tooFew])
        #expect(kitchen.themes.allSatisfy { $0.n == nil && $0.mean == nil && $0.items.isEmpty })
    }

    @Test func `a reader gets the groups of the scope and no others`() throws {
        #expect(try linde.document(for: .totals).units.isEmpty)
        #expect(try linde.document(for: .groups([1, 3])).units.map(\.group) == [1, 3])
        #expect(try linde.document(for: .groups([0, 99])).units.isEmpty)
        #expect(try linde.document(for: .all).units.map(\.group) == [1, 2, 3, 4])
        #expect(try linde.document(for: .totals).themes == linde.document().themes)
    }

    @Test func `paths begin with the whole where it is a unit`() throws {
        #expect(try linde.document().units[1].path == ["De Linde", "Zorg", "Noord"])
        var several = linde
        several.groups[0] = Group(
            position: 0, parent: nil, units: [], names: [.organisation("De Linde")], invited: 90, isBlock: false)
        #expect(try several.document().units[1].path == ["Zorg", "Noord"])
    }

    @Test func `the document names every figure, with null for what is not told`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let small = Linde().answering(2, 8, [4, 3, 5]).answering(4, 2, [1, 1, 1])
        let text = String(decoding: try encoder.encode(small.document(for: .groups([4]))), as: UTF8.self)
        let hidden = { (id: String) in
            #"{"alpha":null,"band":null,"distribution":null,"favourable":null,"id":"\#(id)","items":[],"mean":null,"#
                + #""n":null,"reason":"hidden","score":null,"sd":null,"shown":false}"#
        }

        #expect(
            text.hasPrefix(
                #"{"bands":[],"cards":null,"concerns":[],"invited":{"bound":"exact","value":90},"respondents":"#
                    + #"{"bound":"exact","value":10},"strengths":["joy"],"#))
        #expect(text.contains(#""mean":{"bound":"about","value":3.5}"#))
        #expect(
            text.hasSuffix(
                #""units":[{"n":null,"path":["De Linde","Keuken"],"themes":[\#(hidden("support")),\#(hidden("joy"))]}]}"#
            ))
    }

    @Test func `the cards are accounted for, with null for what nobody knows`() throws {
        func cards(_ leftover: Int?, _ replaced: Release.Replaced?) throws -> String {
            var release = try linde.release()
            release.cards = Release.Cards(made: 99, forms: 12, leftover: leftover, replaced: replaced)
            let report = Report(release, of: .small, groups: linde.groups, for: .totals)
            let document = ResultsDocument(report, name: \.label)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(document.cards), as: UTF8.self)
        }
        let made = #""made":{"bound":"exact","value":99}"#
        let forms = #""forms":{"bound":"exact","value":12}"#
        #expect(try cards(nil, nil) == #"{\#(forms),"leftover":null,\#(made),"replaced":null}"#)
        let few =
            #"{\#(forms),"leftover":{"bound":"exact","value":0},\#(made),"replaced":{"bound":"at-most","value":10}}"#
        #expect(try cards(0, .init(times: 0)) == few)
        #expect(try cards(0, .init(times: 9)) == few)
        #expect(try cards(7, .init(times: 13)).hasSuffix(#""replaced":{"bound":"about","value":15}}"#))
    }

    @Test func `bars are drawn from what is told, and fill the width`() throws {
        let distribution = try #require(try linde.document().themes[1].distribution)
        #expect(distribution.widths.reduce(0, +) > 99.8)
        #expect(distribution.widths.reduce(0, +) < 100.2)
    }
}
