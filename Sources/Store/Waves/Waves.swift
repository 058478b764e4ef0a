public import Core
public import Surveys

extension Store {
    /// Waves of an organisation, the newest first.
    public func waves(in organisation: Organisation.ID) async throws -> [Wave] {
        let query = "SELECT * FROM wave WHERE organisation_id = $1 ORDER BY closes_on DESC, title, id"
        return try await read { try $0.rows(query, organisation).map(Wave.init) }
    }

    public func wave(_ id: Wave.ID, in organisation: Organisation.ID) async throws -> Wave {
        try await read { try $0.wave(id, in: organisation) }
    }

    /// A draft with the days that hold when nobody chose others.
    public func draft(
        _ title: String, pack: String, in organisation: Organisation, research: Decision.ID? = nil
    ) throws -> Wave {
        _ = try shelf.pack(pack, for: organisation.id)
        let today = clock.now.day(in: organisation.zone)
        let closes = today + Wave.openDays
        return Wave(
            id: .random(), organisation: organisation.id, slug: Self.freshSlug(), title: title.trimmed, pack: pack,
            threshold: Wave.threshold, sharing: .totals, opensOn: nil, closesOn: closes,
            resultsOn: Wave.resultsDay(after: closes), keepDays: Wave.keepDays, research: research)
    }

    public func add(_ wave: Wave, by account: Account.ID? = nil) async throws {
        try wave.check()
        let moment = clock.now
        try await write { transaction in
            try transaction.checkDecision(on: wave)
            try transaction.insert(wave)
            let home = try transaction.organisation(wave.organisation)
            try transaction.audit(.waveCreated, wave.title, by: account, at: moment, in: home)
        }
    }

    /// Lets `decide` change a wave, and saves it unless somebody else did since `version`. The log names the act, or else
    /// which parts changed.
    public func change(
        _ id: Wave.ID, in organisation: Organisation.ID, since version: Int, by account: Account.ID?,
        as act: AuditLine.Act? = nil, _ decide: @escaping @Sendable (inout Wave) throws -> Void
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let before = try transaction.wave(id, in: organisation)
            var wave = before
            try decide(&wave)
            try transaction.save(wave, since: version)
            let home = try transaction.organisation(organisation)
            for act in act.map({ [$0] }) ?? wave.acts(since: before) {
                try transaction.audit(act, wave.title, by: account, at: moment, in: home)
            }
        }
    }

    /// How the units as they are today become blocks.
    public func blockPlan(of wave: Wave) async throws -> BlockPlan {
        try await read { try $0.blockPlan(of: wave) }
    }

    /// The groups of a wave as they were frozen when it opened.
    public func groups(of wave: Wave.ID, in organisation: Organisation.ID) async throws -> [Group] {
        let before = changes
        if let known = groupShelf.content(of: wave, after: before), known.home == organisation { return known.groups }
        let groups = try await read { try $0.groups(of: wave, in: organisation) }
        if !groups.isEmpty { groupShelf.keep((organisation, groups), of: wave, after: before) }
        return groups
    }

    /// Whose wave answers at this address.
    public func wave(slug: String) async throws -> (wave: Wave, organisation: Organisation)? {
        try await read { transaction in
            guard let row = try transaction.row("SELECT * FROM wave WHERE slug = $1", slug) else { return nil }
            let wave = try Wave(row)
            return (wave, try transaction.organisation(wave.organisation))
        }
    }

    static func freshSlug() -> String {
        let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
        return String((0..<5).map { _ in letters[Int.random(in: letters.indices)] })
    }
}

extension Transaction {
    func wave(_ id: Wave.ID, in organisation: Organisation.ID) throws -> Wave {
        let query = "SELECT * FROM wave WHERE organisation_id = $1 AND id = $2"
        guard let row = try row(query, organisation, id) else { throw NotFound() }
        return try Wave(row)
    }

    /// What it is before anything happened to it, and its address.
    func insert(_ wave: Wave) throws {
        let insert = """
            INSERT INTO wave (organisation_id, id, slug, title, pack, threshold, sharing, opens_on, closes_on,
                results_on, keep_days, research, way, state, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0)
            """
        try run(
            insert, wave.organisation, wave.id, wave.slug, wave.title, wave.pack, wave.threshold, wave.sharing,
            wave.opensOn, wave.closesOn, wave.resultsOn, wave.keepDays, wave.research, wave.way, wave.state)
        let link = "INSERT INTO short_link (slug, organisation_id, kind, id) VALUES ($1, $2, 'share', $3)"
        try run(link, wave.slug, wave.organisation, wave.id)
    }

    func save(_ wave: Wave, since version: Int) throws {
        let update = """
            UPDATE wave SET title = $1, pack = $2, threshold = $3, sharing = $4, opens_on = $5, closes_on = $6,
                results_on = $7, keep_days = $8, state = $9, opened_on = $10, closed_on = $11, published_on = $12,
                withdrawn_on = $13, withdrawn_because = $14, manifest = COALESCE(manifest, $15),
                manifest_hash = COALESCE(manifest_hash, $16),
                version = version + 1
            WHERE organisation_id = $17 AND id = $18 AND version = $19
            """
        let saved = try run(
            update, wave.title, wave.pack, wave.threshold, wave.sharing, wave.opensOn, wave.closesOn, wave.resultsOn,
            wave.keepDays, wave.state, wave.openedOn, wave.closedOn, wave.publishedOn, wave.withdrawal?.on,
            wave.withdrawal?.reason.rawValue, wave.manifest?.bytes, wave.manifest?.hash, wave.organisation, wave.id,
            version)
        guard saved == 1 else { throw Conflict.changedMeanwhile }
    }

    func blockPlan(of wave: Wave) throws -> BlockPlan {
        let (tree, home) = try (units(in: wave.organisation), organisation(wave.organisation))
        return try BlockPlan(
            tree, organisation: home.name, threshold: wave.threshold, isWhole: wave.isResearch)
    }

    func groups(of wave: Wave.ID, in organisation: Organisation.ID) throws -> [Group] {
        let query = "SELECT * FROM wave_group WHERE organisation_id = $1 AND wave_id = $2 ORDER BY position"
        return try rows(query, organisation, wave).map(Group.init)
    }
}

extension Wave.State: Storable {}
extension Wave.Sharing: Storable {}
extension Wave.Way: Storable {}

extension Wave {
    init(_ row: Record) throws {
        let withdrawnOn: Day? = try row["withdrawn_on"]
        let because: String? = try row["withdrawn_because"]
        let bytes: [UInt8]? = try row["manifest"]
        let hash: [UInt8]? = try row["manifest_hash"]
        // One wave whose agreements were changed must not close the pages of the others.
        let manifest = bytes.flatMap { try? Manifest(stored: $0, hash: hash ?? []) }
        let state: State = try row["state"]
        try self.init(
            id: row["id"], organisation: row["organisation_id"], slug: row["slug"], title: row["title"],
            pack: row["pack"], threshold: row["threshold"], sharing: row["sharing"], opensOn: row["opens_on"],
            closesOn: row["closes_on"], resultsOn: row["results_on"], keepDays: row["keep_days"],
            research: row["research"], way: row["way"], state: state, openedOn: row["opened_on"],
            closedOn: row["closed_on"], publishedOn: row["published_on"],
            withdrawal: withdrawnOn.map {
                Withdrawal(on: $0, reason: because.flatMap(Withdrawal.Reason.init) ?? .byHand)
            },
            manifest: manifest, isManifestBroken: manifest == nil && (bytes != nil || state != .draft),
            version: row["version"])
    }
}
