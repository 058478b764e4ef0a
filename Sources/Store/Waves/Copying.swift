public import Core
public import Surveys

extension Store {
    /// A draft with the set-up of an earlier wave: its questionnaire as it is today, its threshold, its sharing, and
    /// as many days as it had. Codes, cards and readings are its own.
    public func draft(like earlier: Wave, in organisation: Organisation) throws -> Wave {
        var wave = try draft(earlier.title, pack: earlier.pack, in: organisation)
        let today = clock.now.day(in: organisation.zone)
        // When and for how long people could answer is no set-up of what was held elsewhere.
        guard !earlier.isImported else {
            wave.threshold = earlier.agreedThreshold
            return wave
        }
        let days = earlier.closesOn - (earlier.openedOn ?? earlier.opensOn ?? earlier.closesOn + -Wave.openDays)
        wave.threshold = earlier.agreedThreshold
        wave.sharing = earlier.agreedSharing
        wave.keepDays = earlier.agreedKeepDays
        wave.closesOn = today + max(1, days)
        wave.resultsOn = (wave.closesOn + max(0, earlier.resultsOn - earlier.closesOn)).orNextWorkday
        return wave
    }
}
