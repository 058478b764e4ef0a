/// Somebody to turn to; the organisation's settings say who it is and how to reach them.
public enum HelpChannel: String, CaseIterable, Sendable {
    case confidant
    case occupationalPhysician = "occupational-physician"
    case socialWorker = "social-worker"
    case council
    case leader
    case hr

    /// The key of its name in the locale files.
    public var key: String { "pack.help." + rawValue.replacing("-", with: "_") }
}
