import Core
public import Store

/// What whoever runs the server types when an organisation leaves, and when everything was taken along last.
struct LeavingCommands {
    let home: Organisation
    let exported: LastExport?
    let say: Speech

    /// The second only says what would go, and what it takes.
    var values: [String: Any] {
        [
            "leaving": ["export", "delete"].map { say("leaving.\($0)_command", ["slug": home.slug]) },
            "exported": say.exported(exported),
        ]
    }
}

extension Speech {
    /// When everything was taken along last.
    public func exported(_ last: LastExport?) -> String {
        guard let last else { return self("departure.exported_never") }
        let told = self("departure.exported_on", ["day": date(last.day)])
        return last.isWhole ? told : told + " " + self("departure.exported_before")
    }
}
