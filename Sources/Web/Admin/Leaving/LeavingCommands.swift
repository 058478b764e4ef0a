import Core

/// What whoever runs the server types when an organisation leaves.
struct LeavingCommands {
    let home: Organisation
    let say: Speech

    /// The second only says what would go, and what it takes.
    var values: [String: Any] {
        ["leaving": ["export", "delete"].map { say("leaving.\($0)_command", ["slug": home.slug]) }]
    }
}
