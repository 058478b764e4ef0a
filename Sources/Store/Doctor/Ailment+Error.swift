import Foundation
import GRDB

extension Ailment {
    /// What is wrong with the database of a folder that answers so; nil where something else went wrong.
    public init?(_ error: any Error, in folder: String) {
        let free = Store.Options().freeBytes(URL(fileURLWithPath: folder, isDirectory: true))
        self.init(error, isFull: free < Store.leastFree)
    }

    init?(_ error: any Error, isFull: Bool) {
        guard let kind = Kind(error, isFull: isFull) else { return nil }
        self.init(kind: kind, what: "core.sqlite")
    }
}

extension Ailment.Kind {
    fileprivate init?(_ error: any Error, isFull: Bool) {
        switch error {
        // Some broken pages read as what nobody wrote.
        case is Broken: self = .pagesAreBroken
        case StartProblem.isNotDurable: self = .isNotDurable
        case let error as DatabaseError: self.init(error.resultCode, isFull: isFull)
        default: return nil
        }
    }

    /// A disk without room and one that is broken answer the same: what is free tells them apart.
    private init?(_ code: ResultCode, isFull: Bool) {
        switch code {
        case .SQLITE_FULL: self = .diskIsFull
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .pagesAreBroken
        case .SQLITE_IOERR: self = isFull ? .diskIsFull : .pagesAreBroken
        case .SQLITE_CANTOPEN where isFull: self = .diskIsFull
        default: return nil
        }
    }
}
