public import Core

extension LicensedText {
    /// Everything that is wrong, part by part; a line is named by its number.
    public func faults(for definition: Definition) -> [(part: Part, problem: Problem)] {
        Self.parts(of: definition).flatMap { part in
            let problems =
                switch part {
                case .title: title(self[part].trimmed)
                case .items:
                    lines(part, of: definition.items.count, .itemsDiffer, most: WordsReading.mostOfItem)
                case .answers(let id, _):
                    lines(
                        part, of: definition.frame.scales.first { $0.id == id }?.values.count ?? 0, .answersDiffer,
                        most: WordsReading.mostOfAnswer)
                }
            return problems.map { (part, $0) }
        }
    }

    private func title(_ text: String) -> [Problem] {
        if text.isEmpty { return [problem(.titleIsEmpty)] }
        if text.hasOddSigns { return [problem(.titleHasOddSigns)] }
        return text.isLonger(than: Self.mostOfTitle) ? [problem(.titleIsTooLong, ["most": "\(Self.mostOfTitle)"])] : []
    }

    private func lines(_ part: Part, of needed: Int, _ differ: Fault, most: Int) -> [Problem] {
        let lines = lines(part)
        // Where there are too many, the lines themselves are no use.
        guard lines.count == needed else {
            return [problem(differ, ["count": "\(lines.count)", "needed": "\(needed)"])]
        }
        var first: [String: Int] = [:]
        return lines.compactMap { line in
            defer { first[line.text] = first[line.text] ?? line.number }
            if line.text.hasOddSigns { return problem(.lineHasOddSigns, ["line": "\(line.number)"]) }
            if line.text.isLonger(than: most) {
                return problem(.lineIsTooLong, ["line": "\(line.number)", "most": "\(most)"])
            }
            return first[line.text].map {
                problem(.lineIsDouble, ["line": "\(line.number)", "first": "\($0)"])
            }
        }
    }

    private func problem(_ fault: Fault, _ values: [String: String] = [:]) -> Problem {
        Problem(fault.rawValue, values)
    }
}

extension String {
    fileprivate var hasOddSigns: Bool { unicodeScalars.contains { $0.isControl || $0 == "\n" } }

    /// By letters as people count them; marks that pile up on one letter count as well.
    fileprivate func isLonger(than most: Int) -> Bool { count > most || utf8.count > 4 * most }
}
