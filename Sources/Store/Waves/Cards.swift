public import Core
public import Surveys

extension Store {
    /// The cards of one block, or its forms of paper, in random order.
    public struct Pile: Sendable {
        public let block: Group
        public let codes: [EntryCode]
    }

    /// Every code of an open wave that is on a card, or on a form, block by block; each listing is a line in the log that the council reads.
    public func codes(
        of id: Wave.ID, block: Int? = nil, onPaper: Bool = false, in organisation: Organisation.ID,
        by account: Account.ID? = nil
    ) async throws -> [Pile] {
        let groups = try await self.groups(of: id, in: organisation)
        guard let open = openWaves[id] else { throw notTaken(id) }
        try await noteListing(of: id, onPaper: onPaper, in: organisation, by: account)
        var generator = SystemRandomNumberGenerator()
        return groups.filter { $0.isBlock && (block == nil || $0.position == block) }.map {
            Pile(block: $0, codes: open.codes(of: $0.position, onPaper: onPaper, using: &generator))
        }
    }

    /// The codes of cards or forms that were made later in one go, without those that were handed out before; in the log, too.
    public func codes(
        ofBatch number: Int, of id: Wave.ID, onPaper: Bool = false, in organisation: Organisation.ID,
        by account: Account.ID? = nil
    ) async throws -> Pile {
        let batches = try await batches(for: id, in: organisation)
        guard let open = openWaves[id] else { throw notTaken(id) }
        guard batches.indices.contains(number), batches[number].isPaper == onPaper,
            let block = try await groups(of: id, in: organisation).first(where: {
                $0.isBlock && $0.position == batches[number].block
            })
        else { throw NotFound() }
        try await noteListing(of: id, onPaper: onPaper, in: organisation, by: account)
        var generator = SystemRandomNumberGenerator()
        let codes = CodeBook.codesOfLast(of: batches[...number], open.secret, using: &generator)
        return Pile(block: block, codes: codes)
    }

    /// Every batch of cards and of forms in the order of making.
    public func batches(for id: Wave.ID, in organisation: Organisation.ID) async throws -> [CardBatch] {
        try await read { try $0.batches(of: id, in: organisation) }
    }

    private func noteListing(
        of id: Wave.ID, onPaper: Bool, in organisation: Organisation.ID, by account: Account.ID?
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let wave = try transaction.wave(id, in: organisation)
            let home = try transaction.organisation(organisation)
            if onPaper { try transaction.checkPaper(of: id, in: home) }
            try transaction.audit(
                onPaper ? .formsPrinted : .cardsListed, wave.title, by: account, at: moment, in: home)
        }
    }

    /// Makes more cards for a block while the wave is open, or forms of paper, unless somebody did since there were
    /// `version` batches.
    public func addCards(
        _ count: Int, to block: Int, of id: Wave.ID, onPaper: Bool = false, in organisation: Organisation.ID,
        since version: Int, by account: Account.ID? = nil
    ) async throws {
        guard (1...500).contains(count) else { throw Wave.Refusal.cardsAreOutside }
        guard let open = openWaves[id] else { throw notTaken(id) }
        let moment = clock.now
        let batch = CardBatch(block: block, count: count, isPaper: onPaper)
        try await write { transaction in
            let wave = try transaction.wave(id, in: organisation)
            // Closing counts the cards in the transaction that changes the state: none may come after it.
            guard wave.state == .open else { throw Wave.Refusal.isNotOpen }
            guard
                try transaction.groups(of: id, in: organisation).contains(where: { $0.isBlock && $0.position == block })
            else { throw NotFound() }
            guard try transaction.batches(of: id, in: organisation).count == version else {
                throw Conflict.changedMeanwhile
            }
            try transaction.insert(batch, of: id, in: organisation)
            let home = try transaction.organisation(organisation)
            if onPaper { try transaction.checkPaper(of: id, in: home) }
            try transaction.audit(
                onPaper ? .formsMade : .cardsAdded, "\(wave.title): \(count)", by: account, at: moment, in: home)
        }
        open.add(batch)
    }

    func notTaken(_ id: Wave.ID) -> Wave.Refusal { standstill(of: id) == nil ? .isNotOpen : .standsStill }

    /// How many cards were made, by the position of their block.
    public func cardsMade(for id: Wave.ID, in organisation: Organisation.ID) async throws -> [Int: Int] {
        try await batches(for: id, in: organisation).filter { !$0.isPaper }.byBlock
    }

    /// How many forms of paper were made, by the position of their block.
    public func formsMade(for id: Wave.ID, in organisation: Organisation.ID) async throws -> [Int: Int] {
        try await batches(for: id, in: organisation).filter(\.isPaper).byBlock
    }

    /// How many cards and forms were made, by the position of their block: what may come back unused.
    public func codesMade(for id: Wave.ID, in organisation: Organisation.ID) async throws -> [Int: Int] {
        try await batches(for: id, in: organisation).byBlock
    }
}

extension Sequence<CardBatch> {
    /// How many there are together, by the position of their block.
    var byBlock: [Int: Int] { reduce(into: [:]) { $0[$1.block, default: 0] += $1.count } }
}
