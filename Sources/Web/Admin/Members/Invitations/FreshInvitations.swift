import Core
import Store
import Synchronization

/// Fresh codes between their making and the printer: in memory only, for who made them, and for ten minutes, so that a
/// page that is read again does not lose them.
final class FreshInvitations: Sendable {
    typealias ID = Identifier<FreshInvitations>

    struct Pile: Sendable {
        let viewer: Account.ID
        let organisation: Organisation.ID
        /// None any more where their time is over.
        var invitations: [FreshInvitation]
        let until: Moment
    }

    private static let seconds = 600
    /// So long somebody is told that codes were there.
    private static let remembered = 86_400
    private let piles = Mutex<[ID: Pile]>([:])

    func keep(_ invitations: [FreshInvitation], for viewer: SignedIn, at now: Moment) -> ID {
        let id = ID.random()
        piles.withLock { piles in
            piles = piles.filter { $0.value.until + Self.remembered > now }
            for (id, pile) in piles where pile.until <= now { piles[id]?.invitations = [] }
            piles[id] = Pile(
                viewer: viewer.account.id, organisation: viewer.organisation.id, invitations: invitations,
                until: now + Self.seconds)
        }
        return id
    }

    /// Those of who asks; none where their time is over.
    func find(_ id: ID, for viewer: SignedIn, at now: Moment) throws -> [FreshInvitation] {
        guard let pile = piles.withLock({ $0[id] }), pile.viewer == viewer.account.id,
            pile.organisation == viewer.organisation.id
        else { throw NotFound() }
        return pile.until > now ? pile.invitations : []
    }
}
