import Core
import Methods

/// The packs that come with Weefsel, as they lie in this clone.
enum ShippedPacks {
    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    static let folder = root + "/Packs"
    static let names = [
        "basic-needs", "policy-scan", "pulse", "staff-survey-care", "staff-survey-education", "work-ability",
    ]
    /// Questionnaires of others, without their words.
    static let definitions = ["bat-23", "copsoq-iii", "jcq", "pes-nwi", "saq", "uwes-9"]
    /// Those in which some themes may help to explain another.
    static let withOutcome = ["pulse", "staff-survey-care", "staff-survey-education"]

    /// All in Dutch and English; two also for who reads little Dutch, or French.
    static func languages(_ name: String) -> [Language] {
        ["basic-needs", "pulse"].contains(name) ? Language.answering : Language.spoken
    }

    static func files(_ name: String) throws(Problems) -> PackFiles { try PackFolder(folder + "/" + name).files() }
    static func definition(_ name: String) throws -> Definition? {
        guard case .definition(let definition) = try Method(pack: files(name)) else { return nil }
        return definition
    }

    static func instrument(_ name: String) throws(Problems) -> Instrument { try Instrument(pack: files(name)) }
}

extension Problem {
    /// The key without its first word, the file without its folder, and the line: `key_is_missing nl.yaml:3`.
    var summary: String {
        let name = (file ?? "").split(separator: "/").last.map(String.init) ?? ""
        return String(key.dropFirst("pack.".count)) + " " + name + (line.map { ":\($0)" } ?? "")
    }
}
