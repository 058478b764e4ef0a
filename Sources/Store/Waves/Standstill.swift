public import Core
import Foundation
import GRDB
import Methods
public import Surveys
import Synchronization

/// A wave that is open, and yet takes no answers or does not close; and why.
public struct Standstill: Equatable, Sendable {
    public enum Reason: String, CaseIterable, Sendable {
        case diskIsFull = "disk_is_full"
        case spoolIsMissing = "spool_is_missing"
        case spoolIsBroken = "spool_is_broken"
        case answersAreBroken = "answers_are_broken"
        case secretIsMissing = "secret_is_missing"
        case packChanged = "pack_changed"
        case manifestIsBroken = "manifest_is_broken"
        case unexpected
    }

    public let wave: Wave.ID
    public let organisation: Organisation.ID
    public let reason: Reason
    /// What went wrong in the terms of the program, for the log; never what somebody wrote.
    public let detail: String
    /// Whether it stands still on its way to being closed.
    public let isClosing: Bool
    /// Who closed it, if somebody did.
    let by: Account.ID?
    public let tries: Int
    public let next: Moment

    /// A minute after the first try, twice as long after each other, an hour at most.
    static func pause(after tries: Int) -> Int { 60 * min(60, 1 << min(6, tries - 1)) }
}

/// A file of a wave that is not there, or is not what it was.
enum WaveFileProblem: Error {
    case isMissing(Standstill.Reason)
    case isBroken(Standstill.Reason)
}

extension Standstill.Reason {
    init(_ error: any Error) {
        self =
            switch error {
            case WaveFileProblem.isMissing(let reason), WaveFileProblem.isBroken(let reason): reason
            case let error as DatabaseError where error.resultCode == .SQLITE_FULL: .diskIsFull
            case CocoaError.fileWriteOutOfSpace, POSIXError.ENOSPC: .diskIsFull
            case Wave.Refusal.packChanged, is Problems: .packChanged
            case Wave.Refusal.manifestIsBroken, Wave.Refusal.agreementsDiffer: .manifestIsBroken
            default: .unexpected
            }
    }

    /// Says which file it was that SQLite could not read.
    func whereBroken<Value>(_ use: () throws -> Value) throws -> Value {
        do {
            return try use()
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            throw WaveFileProblem.isBroken(self)
        }
    }
}

/// The waves that stand still now.
final class Standstills: Sendable {
    private let waves = Mutex<[Wave.ID: Standstill]>([:])

    subscript(id: Wave.ID) -> Standstill? { waves.withLock { $0[id] } }

    var all: [Standstill] { waves.withLock { Array($0.values) } }

    func note(_ wave: Wave, because error: any Error, isClosing: Bool, by account: Account.ID?, at now: Moment) {
        waves.withLock { waves in
            let tries = (waves[wave.id]?.tries ?? 0) + 1
            waves[wave.id] = Standstill(
                wave: wave.id, organisation: wave.organisation, reason: .init(error),
                detail: Self.detail(of: error),
                isClosing: isClosing || waves[wave.id]?.isClosing == true, by: account ?? waves[wave.id]?.by,
                tries: tries, next: now + Standstill.pause(after: tries))
        }
    }

    private static func detail(of error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(type(of: error))" }
        return "SQLite \(error.extendedResultCode.rawValue)"
    }

    func clear(_ id: Wave.ID) { _ = waves.withLock { $0.removeValue(forKey: id) } }
}
