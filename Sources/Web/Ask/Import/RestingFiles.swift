import Core
import Foundation
import Methods
import Store

/// Files of answers that somebody sent and did not carry out yet: each with the way on, and the way to be rid of it.
struct RestingFiles {
    private let say: Speech
    private let files: [ImportFile.Resting]
    private let home: Organisation
    private let titles: [String: String]

    init(_ store: Store, _ say: Speech, for member: SignedIn) {
        (self.say, home) = (say, member.organisation)
        let mayMake = member.rights.contains(.changeWaves)
        files = mayMake ? store.restingImports(of: member.account.id, in: home.id) : []
        let packs = files.isEmpty ? [] : store.packs(for: home.id)
        titles = Dictionary(packs.map { ($0.id, $0.title[say.language]) }) { first, _ in first }
    }

    var values: [String: Any] { ["has_resting": !files.isEmpty, "resting": files.compactMap(item), "is_full": isFull] }

    /// Whether no other file may wait beside these: then whoever chooses one would send it for nothing.
    private var isFull: Bool { files.count >= ImportFile.mostResting }

    private func item(_ file: ImportFile.Resting) -> [String: String]? {
        guard let choices = try? ImportChoices(file.choices) else { return nil }
        let name = ["file": choices.file.shortened(to: 60)]
        return [
            "path": Paths.importFile(file.id), "go_on": say("import.resting.go_on", name),
            "text": say(
                "import.resting.until",
                ["pack": titles[choices.pack] ?? choices.pack, "time": say.time(file.until, in: home.zone)]),
            "removal_path": Paths.importFile(file.id, "removal"), "which": say("import.resting.which", name),
        ]
    }
}

extension Speech {
    /// On the wall of somebody in this zone: "14.05 uur".
    func time(_ moment: Moment, in zone: TimeZone) -> String {
        let minutes =
            (moment.seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))) / 60
        let minute = minutes % 60
        return self(
            "import.resting.time",
            ["hour": "\(moment.hour(in: zone))", "minute": minute < 10 ? "0\(minute)" : "\(minute)"])
    }
}
