public import Core

extension Wave {
    /// What was agreed at opening; before that there is nothing to hold a wave to.
    public var terms: Manifest.Terms? { manifest?.terms }

    /// The least number of answers behind a figure: of an opened wave what was agreed, whatever a column says.
    public var agreedThreshold: Int { terms?.threshold ?? threshold }

    public var agreedSharing: Sharing { terms.map { Sharing(rawValue: $0.sharing) ?? .totals } ?? sharing }

    public var agreedKeepDays: Int { terms?.keepDays ?? keepDays }

    /// For what people write; agreements of before that was asked say nothing of it.
    public var agreedKeepTextDays: Int { terms?.keepTextDays ?? Self.keepTextDays }

    /// A day that was agreed, and the later one to which it was moved.
    public struct MovedDay: Equatable, Sendable {
        public let from: Day
        public let to: Day

        init?(_ agreed: String?, now: Day) {
            guard let from = agreed.flatMap({ Day($0) }), from != now else { return nil }
            (self.from, to) = (from, now)
        }
    }

    /// Nil while the last day is still the one that was agreed.
    public var movedEnd: MovedDay? { MovedDay(terms?.closes, now: closesOn) }

    public var movedResults: MovedDay? { MovedDay(terms?.results, now: resultsOn) }

    /// Holds the wave, its blocks and its figures against what was agreed.
    func check(_ release: Release, of groups: [Group]) throws(Refusal) {
        guard let terms = try frozen() else { throw .agreementsDiffer }
        let blocks = groups.filter(\.isBlock).map { Manifest.Terms.Block(name: $0.label, people: $0.invited) }
        let isSame =
            terms.wave == "\(id)" && terms.title == title && terms.pack.id == pack && terms.threshold == threshold
            && terms.sharing == sharing.rawValue && terms.keepDays == keepDays && terms.blocks == blocks
            && terms.research == research.map { "\($0)" } && terms.opened == openedOn.map { "\($0)" }
        guard isSame, release.threshold == terms.threshold, hasOnlyLaterDays(than: terms) else {
            throw .agreementsDiffer
        }
    }

    /// The last day may move later while a wave is open, and takes the day of the results along.
    private func hasOnlyLaterDays(than terms: Manifest.Terms) -> Bool {
        guard let closes = Day(terms.closes), let results = Day(terms.results) else { return false }
        return closesOn >= closes && resultsOn >= results
    }

    /// What was agreed, unless its bytes are no longer what they were.
    public func frozen() throws(Refusal) -> Manifest.Terms? {
        guard !isManifestBroken else { throw .manifestIsBroken }
        return terms
    }
}
