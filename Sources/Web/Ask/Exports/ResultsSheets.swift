public import Core
import Disclosure
public import Files
public import Surveys

/// What a report tells, as tables of its reader: exactly the figures of its pages, as coarse as there.
public struct ResultsSheets {
    /// What the report is of.
    public struct Subject: Sendable {
        /// The title of the wave.
        public let title: String
        /// What everybody together is called.
        public let whole: String
        public let closedOn: Day?
        /// Who may read these figures, in a sentence; empty where nothing is agreed.
        public let readers: String
        /// Whether the groups' numbers of people who were asked are known.
        public let knowsInvited: Bool
        /// What somebody should know of where the answers come from, a sentence each.
        public let notes: [String]

        public init(
            title: String, whole: String, closedOn: Day?, readers: String, knowsInvited: Bool = true,
            notes: [String] = []
        ) {
            self.notes = notes
            self.title = title
            self.whole = whole
            self.closedOn = closedOn
            self.readers = readers
            self.knowsInvited = knowsInvited
        }
    }

    private let report: Report
    private let subject: Subject
    private let say: Speech
    private let table: FigureTable

    public init(_ report: Report, of subject: Subject, say: Speech) {
        (self.report, self.subject, self.say) = (report, subject, say)
        table = FigureTable(report, whole: subject.whole, for: .person(say))
    }

    /// Themes, questions, groups, response, and how to read them: a workbook.
    public var all: [Sheet] {
        let sheets = [
            table.themes(named: say("exports.sheet.themes")), table.items(named: say("exports.sheet.items")),
            table.groups(named: say("exports.sheet.groups")), response, guide,
        ]
        // Whoever sees one sheet alone sees that nothing was hidden in it.
        return report.isExact ? sheets.map { $0.named(say("files.exact_sheet", ["name": $0.name])) } : sheets
    }

    /// All figures below each other, in the words of the reader.
    public var figures: Sheet { table.all(named: say("exports.sheet.figures")) }

    /// The same for programs: one set of words whatever language somebody speaks, and groups as `wave results` calls
    /// them.
    public static func figuresForPrograms(of report: Report) -> Sheet {
        FigureTable(report, whole: "", for: .program).all(named: "figures")
    }

    /// How many took part, of whom that may be told.
    private var response: Sheet {
        let reader = TableReader.person(say)
        let heads = ["path", "level", "invited", "respondents"].map { reader.head($0) }
        let bounds = report.isExact ? [] : [reader.head("bound")]
        let rows = ([0] + report.below).filter(report.holds).map { group -> [Sheet.Value] in
            let place = table.place(of: group)
            let told = report.respondents(of: group)
            return [
                place.path, place.level,
                .number(orNothing: subject.knowsInvited ? Double(report.groups[group].invited) : nil),
                told.map { .marked($0, isCount: true) } ?? .nothing,
                told == nil ? .text(say("results.response_hidden")) : .nothing,
            ] + bounds.map { _ in told.map { .text(reader.bound($0.bound, of: heads[3])) } ?? .nothing }
        }
        let names = heads + [reader.head("reason")] + bounds
        return Sheet(name: say("exports.sheet.response"), heads: names, rows: rows, aside: bounds.count)
    }

    private var guide: Sheet {
        ReadingGuide(report: report, subject: subject, say: say, columns: table.heads).sheet
    }
}
