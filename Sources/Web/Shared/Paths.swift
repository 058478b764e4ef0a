import Core
import Surveys

/// Every address of the program, in one place.
enum Paths {
    static let front = "/"
    static let today = "/today"
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let setUp = "/set-up/:token"
    static let card = "/card"
    static let waves = "/waves"
    static let newWave = "/waves/new"
    static let wave = "/waves/:wave"
    static let admin = "/admin"
    static let settings = "/admin/settings"
    static let units = "/admin/units"
    static let unitsFile = "/admin/units/file"
    static let unit = "/admin/units/:unit"
    static let archivedUnit = "/admin/units/:unit/archive"
    static let people = "/admin/people"
    static let log = "/admin/log"
    static let decisions = "/admin/decisions"
    static let answering = "/m/:slug"
    static let share = "/d/:slug"

    static func wave(_ id: Wave.ID, _ part: String = "") -> String {
        "/waves/\(id)" + (part.isEmpty ? "" : "/\(part)")
    }

    static func wavePart(_ part: String) -> String { "/waves/:wave/\(part)" }

    static func unit(_ id: Unit.ID) -> String { "/admin/units/\(id)" }

    static func setUp(_ token: String) -> String { "/set-up/\(token)" }

    static func answering(_ slug: String) -> String { "/m/\(slug)" }
    static func share(_ slug: String) -> String { "/d/\(slug)" }
    static func logo(_ slug: String) -> String { "/logo/\(slug)" }
}
