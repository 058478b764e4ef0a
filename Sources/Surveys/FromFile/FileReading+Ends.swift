import Core
import Methods

extension FileReading {
    /// So many answers and questions show that nobody gave the highest or the lowest answer.
    private static let leastAnswers = 100
    private static let leastQuestions = 2

    /// Ends of scales that nobody gave, where answers are numbers: the scale of the file may be shorter, or begin elsewhere.
    var unusedEnds: [Problem] {
        // Whoever says what numbers mean has looked at the scale.
        guard !map.answers.keys.contains(where: AnswerReading.isNumber) else { return [] }
        var (known, found) = (Set<String>(), [Problem]())
        for scale in readings where known.insert(scale.scaleID).inserted {
            let all = readings.filter { $0.scaleID == scale.scaleID && $0.answered > 0 }
            guard all.count >= Self.leastQuestions, all.reduce(0, { $0 + $1.answered }) >= Self.leastAnswers,
                let numbers = numbers(in: all)
            else { continue }
            let (low, high) = (scale.scale.lowerBound, scale.scale.upperBound)
            let values = ["lowest": "\(low)", "highest": "\(high)"]
            if !numbers.contains(low) { found.append(Problem("files.lowest_is_never_given", values)) }
            if !numbers.contains(high) { found.append(Problem("files.highest_is_never_given", values)) }
        }
        return found.enumerated().filter { !found[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// The numbers that stand there as answers; nil where an answer is a word.
    private func numbers(in readings: [AnswerReading]) -> Set<Int>? {
        var numbers: Set<Int> = []
        for entry in readings.lazy.flatMap(\.entries) {
            guard case .answer = entry.meaning else { continue }
            guard let number = WrittenNumber(AnswerReading.withoutFormula(entry.text)), number.isWhole else {
                return nil
            }
            numbers.insert(Int(number.value))
        }
        return numbers
    }
}
