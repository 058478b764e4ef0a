import Core
import Methods

/// The smallest definition that uses every key of its own, and ways to spoil it.
enum SmallDefinition {
    static func read(_ texts: [String: String] = texts) throws -> Definition? {
        guard case .definition(let definition) = try Method(pack: PackFiles(folder: "small", texts: texts)) else {
            return nil
        }
        return definition
    }

    static let texts = [
        "method.yaml": method, "questions.yaml": questions, "scoring.yaml": scoring, "nl.yaml": dutch,
        "en.yaml": english, "SOURCES.md": "Made up.\n",
    ]

    /// One text replaced in one file, and what its writer must hear.
    static func fault(_ file: String, _ old: String, _ new: String, _ expected: String...) -> FaultCase {
        guard let text = texts[file], text.contains(old) else { fatalError("no \(old) in \(file)") }
        var one = FaultCase("definition, \(file): \(old) → \(new)", texts)
        one.texts[file] = text.replacing(old, with: new)
        one.expected = expected
        return one
    }

    private static let method = """
        id: small
        kind: definition
        holder: Universiteit van Verzin
        source: Verzin V (2020). Small things.
        version: 1.0
        languages: [nl, en]
        minutes: 1
        licence: not ours
        validated: true

        """
    private static let questions = """
        themes:
          - id: team
            items:
              - {id: team-help, revision: 1, scale: agreement, number: 2}
              - {id: team-gossip, revision: 1, scale: agreement, reversed: true, number: 3}
          - id: rest
            items:
              - {id: rest-break, revision: 1, scale: agreement, number: 1}

        """
    private static let scoring = """
        scales:
          agreement:
            values: {1: unfavourable, 2: favourable}

        """
    private static let dutch = """
        title: Klein
        why: We willen het weten.
        about: Van een ander.
        terms: Vraag het.
        themes:
          team: {name: Steun, lead: Denk aan je team.}
          rest: {name: Rust, lead: Denk aan vandaag.}

        """
    private static let english = """
        title: Small
        why: We want to know.
        about: Somebody else’s.
        terms: Ask for it.
        themes:
          team: {name: Support, lead: Think of your team.}
          rest: {name: Rest, lead: Think of today.}

        """
}

extension FaultCase {
    static let definitions = [
        SmallDefinition.fault("method.yaml", "holder: Universiteit van Verzin\n", "", "key_is_missing method.yaml:1"),
        SmallDefinition.fault(
            "method.yaml", "minutes: 1\n", "minutes: 1\nbased-on: x\n", "key_is_unknown method.yaml:8"),
        SmallDefinition.fault(
            "nl.yaml", "themes:\n", "items: {team-help: Iemand helpt.}\nthemes:\n", "key_is_unknown nl.yaml:5"),
        SmallDefinition.fault("en.yaml", "terms: Ask for it.\n", "", "key_is_missing en.yaml:1"),
        SmallDefinition.fault("questions.yaml", ", number: 1}", "}", "number_is_missing questions.yaml:8"),
        SmallDefinition.fault("questions.yaml", "number: 1}", "number: 3}", "number_is_double questions.yaml:8"),
        FaultCase(
            "questions.yaml", "        revision: 2\n", "        revision: 2\n        number: 4\n",
            "number_is_for_nothing questions.yaml:9"),
        FaultCase("method.yaml", "licence: EUPL-1.2", "licence: EUPL-1.2\nholder: x", "key_is_unknown method.yaml:7"),
        FaultCase(
            "definition with a lock", SmallDefinition.texts.merging(["wordings.lock": "# x\n"]) { $1 },
            "file_is_unknown wordings.lock"),
    ]
}
