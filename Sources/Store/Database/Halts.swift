import Glibc

/// Places where a fault test stops the process for good, as a power cut would; only on a folder marked test.
struct Halts: Sendable {
    let at: String?

    enum Place: String {
        case rowsShuffled = "close.rows-shuffled"
        case answersCommitted = "close.answers-committed"
        case figuresCommitted = "close.figures-committed"
        case spoolDeleted = "close.spool-deleted"
        case secretDeleted = "close.secret-deleted"
        case leavingNoted = "leave.note-written"
        case rowsRemoved = "leave.rows-removed"
        case filesDestroyed = "leave.files-destroyed"
        case databaseRewritten = "leave.database-rewritten"
        case proofWritten = "leave.proof-written"
    }

    func pass(_ place: Place) {
        if at == place.rawValue { _exit(137) }
    }
}
