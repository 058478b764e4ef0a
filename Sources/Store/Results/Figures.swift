import Core
import Disclosure
import Foundation
import Methods
import Statistics
import Surveys

extension Store {
    /// Reads every answer of a closed wave once, and keeps what the rules let it tell.
    func figures(of wave: Wave, _ instrument: Instrument, _ groups: [Group], _ files: WaveFiles) throws -> Release {
        // What was agreed holds, not what a column says.
        guard let terms = try wave.frozen() else { throw Wave.Refusal.agreementsDiffer }
        var tallying = Tallying(try ScoringPlan(instrument), blocks: groups.count)
        let file = try AnswersFile(files.answers)
        let (whole, scored) = (Layout(instrument, isResearch: wave.isResearch).items.count, instrument.items.count)
        try file.forEach { block, bytes in
            // Behind the items stands what a research wave asks of the background of who answers: that is no figure.
            let isWhole = bytes.count == whole
            tallying.add(UnsafeBufferPointer(rebasing: bytes.prefix(isWhole ? scored : bytes.count)), block: block)
        }
        try file.forEachAside { tallying.add($0, block: 0, isAside: true) }
        try file.close()
        return try Release(
            of: instrument, groups: groups, threshold: terms.threshold, tallies: tallying.finished())
    }
}
