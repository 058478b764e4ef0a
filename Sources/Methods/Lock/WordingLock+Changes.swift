public import Core

extension WordingLock {
    /// A wording that is not what the lock says of it.
    struct Change: Hashable {
        let fault: PackFault
        let id: String
        let values: [String: String]
        /// The language of the words that changed; nil when it is not the words.
        let language: Language?

        var isOfScale: Bool { fault == .scaleChanged }
    }

    /// Each changed wording without a new revision, as a problem that names the pack's folder.
    public func compare(with instrument: Instrument) -> [Problem] {
        changes(in: instrument).map { change in
            Problem(change.fault.rawValue, change.values, file: instrument.id + "/" + Self.file)
        }
    }

    /// The lock with the instrument's new wordings; what was locked stays, also of questions that are gone.
    public func updated(with instrument: Instrument) throws(Problems) -> WordingLock {
        let problems = compare(with: instrument)
        guard problems.isEmpty else { throw Problems(problems) }
        var lock = self
        lock.add(WordingLock(of: instrument))
        return lock
    }

    func changes(in instrument: Instrument) -> [Change] {
        let now = WordingLock(of: instrument)
        let latest = latestRevisions
        let items = instrument.locked.flatMap { item in
            wentBack(item, since: latest[item.id]) ?? changes(of: item, in: instrument.languages, now)
        }
        return items + instrument.scales.flatMap { changes(of: $0, in: instrument.languages, now) }
    }

    private func changes(of item: Locked, in languages: [Language], _ now: WordingLock) -> [Change] {
        let values = ["item": item.id, "revision": "\(item.revision)", "next": "\(item.revision + 1)"]
        let name = "item \(item.id) \(item.revision) "
        let isSame = ["scale", "reversed"].allSatisfy { agrees(with: now, on: name + $0) }
        let meaning = isSame ? [] : [Change(fault: .meaningChanged, id: item.id, values: values, language: nil)]
        return meaning
            + languages.filter { !agrees(with: now, on: name + $0.rawValue) }.map {
                Change(fault: .wordingChanged, id: item.id, values: values, language: $0)
            }
    }

    private func changes(of scale: Scale, in languages: [Language], _ now: WordingLock) -> [Change] {
        let name = "scale \(scale.id) "
        let values =
            agrees(with: now, on: name + "values")
            ? [] : [Change(fault: .scaleChanged, id: scale.id, values: ["scale": scale.id], language: nil)]
        return values
            + languages.filter { !agrees(with: now, on: name + $0.rawValue) }.map {
                Change(fault: .scaleChanged, id: scale.id, values: ["scale": scale.id], language: $0)
            }
    }

    /// What is not locked yet agrees.
    private func agrees(with now: WordingLock, on name: String) -> Bool {
        lines[name] == nil || lines[name] == now.lines[name]
    }

    private func wentBack(_ item: Locked, since latest: Int?) -> [Change]? {
        guard let latest, latest > item.revision else { return nil }
        let values = ["item": item.id, "revision": "\(item.revision)", "latest": "\(latest)"]
        return [Change(fault: .revisionWentBack, id: item.id, values: values, language: nil)]
    }

    private var latestRevisions: [String: Int] {
        let revisions = lines.keys.compactMap { name -> (String, Int)? in
            let parts = name.split(separator: " ")
            guard parts.count == 4, let revision = Int(parts[2]) else { return nil }
            return (String(parts[1]), revision)
        }
        return Dictionary(revisions, uniquingKeysWith: max)
    }
}
