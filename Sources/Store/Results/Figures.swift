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
        // Behind the items stands what a research wave asks of the background of who answers: that is no figure.
        func items(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes.prefix(bytes.count == whole ? scored : bytes.count))
        }
        try file.forEach { block, bytes in tallying.add(items(of: bytes), block: block) }
        try file.forEachAside { tallying.add(items(of: $0), block: 0, isAside: true) }
        try file.close()
        let tallies = tallying.finished()
        // Figures without answers that were given would be wrong, and nobody would see it.
        guard tallies.rejected == 0 else { throw WaveFileProblem.isBroken(.answersAreBroken) }
        return try Release(of: instrument, groups: groups, threshold: terms.threshold, tallies: tallies)
    }
}
