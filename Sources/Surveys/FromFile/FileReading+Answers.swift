import Core
import Methods

extension FileReading {
    /// What was read, when nothing keeps it from being counted.
    func answers() throws(Problems) -> FileAnswers {
        guard !units.isEmpty else { throw refused("files.has_no_rows") }
        guard !seen.isEverythingDouble else { throw refused("files.rows_are_double") }
        guard shelf.paths.count <= FileAnswers.mostUnits else { throw refused("files.has_too_many_units") }
        let strange = zip(plan, readings).filter { $0.1.answered == 0 && $0.1.unknown > 0 }
        guard strange.isEmpty else {
            throw Problems(
                strange.prefix(Self.mostNamed).map { part, reading in
                    let values = [
                        "heading": columns.headings[part.column], "found": reading.examples.joined(separator: ", "),
                    ]
                    return Problem("files.no_answer_is_understood", values, file: name)
                })
        }
        return FileAnswers(instrument, bytes: bytes, units: units, paths: shelf.paths, account: finished())
    }

    private func finished() -> FileAccount {
        var account = account
        let items = instrument.items
        account.rows = units.count
        account.rowsWithoutUnit = units.count { $0 < 0 }
        account.items = zip(plan, readings).map { part, reading in
            FileAccount.Column(
                heading: columns.headings[part.column], item: items[part.place].id, answers: reading.answered,
                unknown: reading.unknown, examples: reading.examples)
        }
        account.remarks += shelf.lookalikes.map { Problem("files.units_look_alike", ["units": $0]) }
        return account
    }
}
