public import Core
public import Methods

extension Manifest.Terms {
    /// The agreements of this wave as they stand today.
    public init(
        _ wave: Wave, of organisation: Organisation, with instrument: Instrument, _ plan: BlockPlan, opened today: Day
    ) {
        self.init(
            wave: "\(wave.id)", organisation: organisation.name, title: wave.title,
            pack: Pack(id: instrument.id, version: instrument.version, hash: instrument.hash),
            languages: instrument.answeringLanguages.map(\.rawValue), threshold: wave.threshold, rules: Self.rules,
            way: Wave.Way.cards.rawValue, blocks: plan.blocks.map { Block(name: $0.label, people: $0.invited) },
            sharing: wave.sharing.rawValue, benchmark: false, opened: "\(today)", closes: "\(wave.closesOn)",
            results: "\(wave.resultsOn)", keepDays: wave.keepDays,
            research: wave.research.map { "\($0)" },
            background: wave.isResearch ? instrument.background.map(\.id) : nil,
            keepTextDays: instrument.openQuestions.isEmpty ? nil : Wave.keepTextDays)
    }
}

extension Instrument {
    /// A pack may have more languages than there are pages in: only what somebody can choose is promised and offered.
    public var answeringLanguages: [Language] { Language.answering.filter(languages.contains) }
}

extension Group {
    // Labels stand in agreements, which never change: these stay as they are.
    private static let (joint, staff) = (" + ", " (staff)")

    /// One line for machines: names parted by ` + `.
    public var label: String {
        names.map { name in
            switch name {
            case .unit(let text), .organisation(let text): text
            case .staff(let text): text + Self.staff
            }
        }.joined(separator: Self.joint)
    }

    /// The names in a label, for whoever has the agreements and not the group.
    public static func names(in label: String) -> [Name] {
        label.split(separator: joint).map { name in
            name.hasSuffix(staff) ? .staff(of: String(name.dropLast(staff.count))) : .unit(String(name))
        }
    }
}
