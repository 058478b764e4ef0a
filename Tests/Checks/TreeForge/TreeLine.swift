import Disclosure
import Methods
import Statistics
import Surveys

/// One line of output: what is published of an organisation, and what is true of it.
struct TreeLine: Encodable {
    let document: ResultsDocument
    let truth: Truth

    init(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let instrument = Instrument.random(themes: 3, most: 5, &dice)
        let plan = try ScoringPlan(instrument)
        var workplace = Workplace.tree(&dice)
        let response = [0.4, 0.7, 0.9][dice.roll(0...2)]
        workplace.answer(plan, response: response, skips: 0.03, &dice)
        let threshold = dice.roll(5...12)

        var tallying = Tallying(plan, blocks: workplace.groups.count)
        for person in workplace.people { tallying.add(person.bytes, block: person.group) }
        let release = try Release(
            of: instrument, groups: workplace.groups, threshold: threshold, tallies: tallying.finished())
        document = ResultsDocument(Report(release, of: instrument, groups: workplace.groups, for: .all)) { $0.name }
        truth = Truth(workplace, instrument, threshold: threshold)
    }
}

extension Group {
    var name: String { "g\(position)" }
}

/// Who is where and answered what: for the checks, and for nobody else.
struct Truth: Encodable {
    struct Item: Encodable {
        let id: String
        let reversed: Bool
    }

    struct Theme: Encodable {
        let id: String
        let share: Double
        let minimum: Int
        let maximum: Int
        let kinds: [String]
        let items: [Item]
    }

    struct Node: Encodable {
        let name: String
        let parent: Int?
    }

    struct Person: Encodable {
        let group: Int
        /// An answer a question, in the order of themes and items; nil where there is none.
        let answers: [Int?]
    }

    let threshold: Int
    let groups: [Node]
    let themes: [Theme]
    let people: [Person]

    init(_ workplace: Workplace, _ instrument: Instrument, threshold: Int) {
        self.threshold = threshold
        groups = workplace.groups.map { Node(name: $0.name, parent: $0.parent) }
        themes = instrument.themes.compactMap { theme in
            instrument.scale(of: theme.items[0]).map { scale in
                Theme(
                    id: theme.id, share: theme.answeredShare, minimum: scale.minimum, maximum: scale.maximum,
                    kinds: scale.values.map(\.kind.rawValue),
                    items: theme.items.map { Item(id: $0.id, reversed: $0.isReversed) })
            }
        }
        people = workplace.people.map { person in
            Person(group: person.group, answers: person.bytes.map { $0 == Tallying.none ? nil : Int($0) })
        }
    }
}
