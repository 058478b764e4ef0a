import Core
import Methods

/// Made-up people who answer: a mood of their own, of their block, and of the theme.
struct DemoCrowd {
    private let instrument: Instrument
    private var luck: SplitMix
    /// What makes these people think a little otherwise than others of the same organisation.
    private let drift: String

    init(_ instrument: Instrument, seed: UInt64, drift: String = "") {
        self.instrument = instrument
        self.drift = drift
        luck = SplitMix(state: seed)
    }

    /// Some blocks take part more than others.
    func eagerness(of block: String) -> Double { 0.85 + Double(Self.number(of: block) % 31) / 100 }

    mutating func form(code: String, block: String) -> String {
        (["code=\(code)"] + answers(of: block).map { "\($0.0)=\($0.1)" }).joined(separator: "&")
    }

    /// What one of them says to each question that they do not skip.
    mutating func answers(of block: String) -> [(String, Int)] {
        let mood = bell() * 0.5
        var answers: [(String, Int)] = []
        for theme in instrument.themes {
            let season = drift.isEmpty ? 0 : Self.height(of: drift + theme.id) * 0.3
            let weather = Self.height(of: theme.id) + Self.height(of: block + theme.id) * 0.35 + mood + season
            for item in theme.items where Double.random(in: 0..<1, using: &luck) > 0.03 {
                guard let scale = instrument.scales.first(where: { $0.id == item.scale }) else { continue }
                let middle = Double(scale.minimum + scale.maximum) / 2
                let reach = Double(scale.maximum - scale.minimum) / 4
                let liking = middle + (weather + bell() * 0.7) * reach
                let value = item.isReversed ? Double(scale.minimum + scale.maximum) - liking : liking
                answers.append((item.id, min(scale.maximum, max(scale.minimum, Int(value.rounded())))))
            }
        }
        return answers
    }

    /// Roughly normal: the sum of four even throws.
    private mutating func bell() -> Double {
        (0..<4).reduce(0) { sum, _ in sum + Double.random(in: -1...1, using: &luck) } * 0.87
    }

    /// A lasting height for a name, between -0.8 and 1.2.
    private static func height(of name: String) -> Double { Double(number(of: name) % 200) / 100 - 0.8 }

    private static func number(of name: String) -> UInt64 {
        name.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } >> 20
    }

    static let helpChannels = [
        Organisation.HelpChannel(
            name: ["nl": "Vertrouwenspersoon", "en": "Confidential adviser"],
            text: [
                "nl": "Ria Postma, 000 000 00 01. Wat je zegt, blijft bij haar.",
                "en": "Ria Postma, 000 000 00 01. What you say stays with her.",
            ]),
        Organisation.HelpChannel(
            name: ["nl": "Bedrijfsarts", "en": "Occupational physician"],
            text: [
                "nl": "Open spreekuur op dinsdag, zonder je leidinggevende. 000 000 00 02.",
                "en": "Open hours on Tuesday, without your manager. 000 000 00 02.",
            ]),
        Organisation.HelpChannel(
            name: ["nl": "Ondernemingsraad", "en": "Works council"],
            text: [
                "nl": "Voor vragen over deze meting: or@delinde.example.",
                "en": "Questions about this survey: or@delinde.example.",
            ]),
    ]
}

/// A small source of made-up luck that is the same each time.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
