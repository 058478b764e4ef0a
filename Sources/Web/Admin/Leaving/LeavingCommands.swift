import Core

/// What whoever runs the server types when an organisation leaves, and when everything was taken along last.
struct LeavingCommands {
    let home: Organisation
    let exportedOn: Day?
    let say: Speech

    /// The second only says what would go, and what it takes.
    var values: [String: Any] {
        [
            "leaving": ["export", "delete"].map { say("leaving.\($0)_command", ["slug": home.slug]) },
            "exported": say.exported(on: exportedOn),
        ]
    }
}

extension Speech {
    /// When everything was taken along last.
    func exported(on day: Day?) -> String {
        day.map { self("departure.exported_on", ["day": date($0)]) } ?? self("departure.exported_never")
    }
}
