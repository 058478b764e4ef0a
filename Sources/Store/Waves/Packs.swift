public import Core
public import Methods
public import Surveys
import Synchronization

extension Store {
    /// The questionnaires that an organisation can ask: those of everybody, and those that it made to fit.
    public func packs(for home: Organisation.ID) -> [Instrument] {
        let own = shelf.own(of: home)
        return (shelf.current.filter { own[$0.key] == nil }.values.map(\.instrument) + own.values.map(\.instrument))
            .sorted { $0.id < $1.id }
    }

    /// Those that lie here but cannot be read, by the name of their folder. They keep nobody from the others.
    public var brokenPacks: [String: Problems] { shelf.broken.merging(shelf.ownBroken) { own, _ in own } }

    /// What is wrong with a questionnaire that an organisation would have, were it readable.
    public func problems(ofPack id: String, for home: Organisation) -> Problems? {
        guard pack(id, for: home.id) == nil else { return nil }
        return shelf.ownBroken[folder.place(ofPack: id, of: home)] ?? shelf.broken[id]
    }

    /// The questionnaire of this name as it is today.
    public func pack(_ id: String, for home: Organisation.ID) -> Instrument? {
        try? shelf.pack(id, for: home).instrument
    }

    /// Why a wave in preparation cannot ask this one: nobody knows it, or it lies here and cannot be read.
    public func refusal(ofPack id: String, for home: Organisation.ID) -> Wave.Refusal? {
        do { _ = try shelf.pack(id, for: home) } catch { return error }
        return nil
    }

    /// The questionnaire of a wave: today's for a draft, afterwards the one that was frozen when it opened, and of that
    /// what the wave tells.
    public func instrument(of wave: Wave) async throws -> Instrument { wave.told(of: try await asked(in: wave)) }

    /// All of it, also the themes of which a file lacked a question.
    public func asked(in wave: Wave) async throws -> Instrument {
        guard let terms = try wave.frozen()?.pack else {
            return try shelf.pack(wave.pack, for: wave.organisation).instrument
        }
        if let known = shelf.instrument(hash: terms.hash) { return known }
        let query = "SELECT folder, name, bytes FROM pack_file WHERE hash = $1"
        let rows = try await read { transaction in
            try transaction.rows(query, terms.hash).map {
                try ($0["folder"] as String, $0["name"] as String, $0["bytes"] as [UInt8])
            }
        }
        let files = PackFiles(
            folder: terms.id, bytes: Dictionary(rows.map { ($0.1, $0.2) }, uniquingKeysWith: { first, _ in first }))
        guard files.hash == terms.hash else { throw Wave.Refusal.packChanged }
        let kept = try Instrument(pack: files)
        shelf.keep(kept)
        return kept
    }
}

extension Transaction {
    /// Keeps the files of a questionnaire as long as a wave stands on them, whatever comes to lie in the folder.
    func keep(_ pack: PackFiles) throws {
        let insert = "INSERT INTO pack_file (hash, folder, name, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
        for (name, bytes) in pack.bytes { try run(insert, pack.hash, pack.folder, name, bytes) }
    }
}

/// The packs of today, and those of earlier waves that were needed.
final class PackShelf: Sendable {
    struct Pack: Sendable {
        let files: PackFiles
        let instrument: Instrument
    }

    struct DefinitionPack: Sendable {
        let files: PackFiles
        let definition: Definition
    }

    let current: [String: Pack]
    private let definitions: [String: DefinitionPack]
    /// What came with the program, also what cannot be read.
    private let programs: [PackFiles]
    let broken: [String: Problems]
    private let byHash: Mutex<[String: Instrument]>
    private let brokenOwn = Mutex<[Organisation.ID: [String: Problems]]>([:])
    private let owned = Mutex<[Organisation.ID: [String: Pack]]>([:])
    private let ownedDefinitions = Mutex<[Organisation.ID: [String: DefinitionPack]]>([:])

    init(_ files: [PackFiles], unreadable: [String: Problems] = [:]) {
        var current: [String: Pack] = [:]
        var definitions: [String: DefinitionPack] = [:]
        var broken = unreadable
        for pack in files {
            do throws(Problems) {
                switch try Method(pack: pack) {
                case .instrument(let instrument): current[pack.folder] = Pack(files: pack, instrument: instrument)
                case .definition(let definition):
                    definitions[pack.folder] = DefinitionPack(files: pack, definition: definition)
                }
            } catch {
                broken[pack.folder] = error
            }
        }
        (self.current, self.definitions, self.broken) = (current, definitions, broken)
        programs = files
        byHash = Mutex(
            Dictionary(
                current.values.map { ($0.instrument.hash, $0.instrument) }, uniquingKeysWith: { first, _ in first }))
    }

    /// What an organisation made to fit comes before what everybody has.
    func pack(_ id: String, for home: Organisation.ID) throws(Wave.Refusal) -> Pack {
        if let pack = own(of: home)[id] ?? current[id] { return pack }
        let isLeftOut =
            broken[id] != nil || brokenOwn.withLock { $0[home]?.keys.contains { $0.hasSuffix("/\(id)") } == true }
        throw isLeftOut ? .packIsUnreadable : .packIsUnknown
    }

    /// Packs of an organisation's own folder that cannot be read, by their place in the data folder.
    var ownBroken: [String: Problems] {
        brokenOwn.withLock { $0.values.reduce(into: [:]) { all, own in all.merge(own) { first, _ in first } } }
    }

    func note(_ problems: Problems, at place: String, of home: Organisation.ID) {
        brokenOwn.withLock { $0[home, default: [:]][place] = problems }
    }

    func own(of home: Organisation.ID) -> [String: Pack] { owned.withLock { $0[home] ?? [:] } }

    func put(_ pack: Pack, of home: Organisation.ID) {
        owned.withLock { $0[home, default: [:]][pack.files.folder] = pack }
        keep(pack.instrument)
    }

    func put(_ pack: DefinitionPack, of home: Organisation.ID) {
        ownedDefinitions.withLock { $0[home, default: [:]][pack.files.folder] = pack }
    }

    /// Forgets what one organisation made or laid down.
    func drop(_ home: Organisation) {
        owned.withLock { $0[home.id] = nil }
        ownedDefinitions.withLock { $0[home.id] = nil }
        brokenOwn.withLock { $0[home.id] = nil }
    }

    /// Those of everybody, and those of an organisation's own folder.
    func definitions(for home: Organisation.ID) -> [String: DefinitionPack] {
        definitions.merging(ownedDefinitions.withLock { $0[home] ?? [:] }) { _, own in own }
    }

    /// Whether a questionnaire of this name came with the program, be it one that cannot be read.
    func isFromProgram(_ id: String) -> Bool { programs.contains { $0.folder == id } || broken[id] != nil }

    /// Whether a text stands in a questionnaire that came with the program, or is called so.
    func programSays(_ text: String) -> Bool {
        let term = Array(text.utf8)
        return programs.contains { pack in
            pack.folder.contains(text) || pack.bytes.values.contains { $0.firstRange(of: term) != nil }
        }
    }

    func instrument(hash: String) -> Instrument? { byHash.withLock { $0[hash] } }

    func keep(_ instrument: Instrument) { byHash.withLock { $0[instrument.hash] = instrument } }
}
