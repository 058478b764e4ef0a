import Core
import Methods

/// The smallest pack that uses every key, and ways to spoil it.
enum SmallPack {
    static func read(_ texts: [String: String] = texts) throws(Problems) -> Instrument {
        try Instrument(pack: PackFiles(folder: "small", texts: texts))
    }

    /// What the reader says of these texts, in the order of files and lines.
    static func problems(_ texts: [String: String]) -> [Problem] {
        do throws(Problems) {
            _ = try Method(pack: PackFiles(folder: "small", texts: texts))
            return []
        } catch {
            return error.all
        }
    }

    /// The pack with `old` replaced in one file; a text that is not there would make the test say nothing.
    static func with(_ file: String, _ old: String, _ new: String) -> [String: String] {
        guard let text = texts[file], text.contains(old) else { fatalError("no \(old) in \(file)") }
        return texts.merging([file: text.replacing(old, with: new)]) { $1 }
    }

    static func without(_ file: String) -> [String: String] { texts.filter { $0.key != file } }

    static let texts = [
        "method.yaml": method, "questions.yaml": questions, "scoring.yaml": scoring, "nl.yaml": dutch,
        "en.yaml": english, "SOURCES.md": "All of it is made up.\n",
    ]

    private static let method = """
        id: small
        kind: instrument
        version: 1.2
        languages: [nl, en]
        minutes: 2
        licence: EUPL-1.2
        validated: false
        help: [confidant, council]

        """
    private static let questions = """
        themes:
          - id: team
            items:
              - id: team-help
                revision: 1
                scale: agreement
              - id: team-gossip
                revision: 2
                scale: agreement
                reversed: true
          - id: burden
            items:
              - {id: burden-rush, revision: 1, scale: often, sensitive: true}

        """
    private static let scoring = """
        scales:
          agreement:
            values:
              1: unfavourable
              2: neutral
              3: favourable
          often:
            values:
              0: favourable
              1: unfavourable
        answered-share: 0.75
        themes:
          burden:
            answered-share: 1
            lower-is-better: true
            outcome: true
            told-as: index
            bands: haste
        bands:
          haste:
            calm: 0
            busy: 0.25
            hectic: 0.75
        highlights:
          strength: {favourable: 70, mean: 0.8}
          concern: {unfavourable: 30, mean: 0.4}
          most: 2

        """
    private static let dutch = """
        title: Klein
        why: We willen het weten.
        about: >
          Een klein pakket.

          Alleen voor proeven.
        intro: Begin maar.
        scales:
          agreement:
            1: Oneens
            2: Tussenin
            3: Eens
          often:
            0: Nee
            1: Ja
        themes:
          team:
            name: Steun
            short: Team
            caption: collega’s
            lead: Denk aan je team.
          burden:
            name: Haast
            short: Haast
            caption: tempo
            lead: Denk aan vandaag.
        items:
          team-help: Iemand helpt mij.
          team-gossip: "Er is roddel: over mij."
          burden-rush: Ik heb haast.
        bands:
          haste: {source: verzonnen, calm: rustig, busy: druk, hectic: heel druk}

        """
    private static let english = """
        title: Small
        why: We want to know.
        about: A small pack. Only for tests.
        intro: Do begin.
        scales:
          agreement:
            1: Disagree
            2: Between
            3: Agree
          often:
            0: No
            1: Yes
        themes:
          team:
            name: Support
            short: Team
            caption: colleagues
            lead: Think of your team.
          burden:
            name: Hurry
            short: Hurry
            caption: pace
            lead: Think of today.
        items:
          team-help: Somebody helps me.
          team-gossip: There is gossip about me.
          burden-rush: I am in a hurry.
        bands:
          haste: {source: made up, calm: calm, busy: busy, hectic: hectic}

        """
}
